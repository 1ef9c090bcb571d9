package dev.haishin.model.kafka;

import dev.haishin.model.failure.Outages;
import java.util.List;

/**
 * Which worker of a consumer group owns which partition from when on: known before the run, as the
 * failures of workers are, and never changed. Workers act on a step when its instant has come.
 */
public final class GroupTimeline {
  /** The owner of a partition whose owner is being decided, or has been found dead. */
  public static final int NOBODY = -1;

  private final List<Step> steps;

  private GroupTimeline(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * The timeline of a group whose workers all join at the start.
   *
   * @param outages of the group's workers
   */
  public static GroupTimeline of(int partitions, Outages outages, GroupSettings settings) {
    return new GroupTimeline(new Rebalances(partitions, outages, settings).steps());
  }

  /** A group that stays as it is. */
  public static GroupTimeline still() {
    return new GroupTimeline(List.of());
  }

  /** The steps after the start, in order of time. */
  public List<Step> steps() {
    return steps;
  }

  /** From an instant on, the owner of each partition. */
  public static final class Step {
    private final long atNs;
    private final int[] owners;

    Step(long atNs, int[] owners) {
      this.atNs = atNs;
      this.owners = owners.clone();
    }

    /** When it takes effect. */
    public long atNs() {
      return atNs;
    }

    /** The worker that owns a partition, or {@link #NOBODY}. */
    public int owner(int partition) {
      return owners[partition];
    }
  }
}
