package dev.haishin.model.failure;

import java.util.Arrays;

/**
 * How one host or service does worse than it should, and when: fixed before the run and read-only
 * during it. Times are from t = 0; what overlaps multiplies.
 */
public final class Degradation {
  private final long[] fromNs;
  private final Step[] steps;

  /**
   * What a host is like for some time.
   *
   * @param latencyFactor on the time that its work takes, 1 for no change; at least 0
   * @param errors the share of requests that fail, 0 to 1
   * @param quota the share of its quota that is left, 0 to 1
   */
  public record Step(double latencyFactor, double errors, double quota) {
    /** Nothing is wrong. */
    public static final Step SOUND = new Step(1, 0, 1);

    /** Refuses values out of range. */
    public Step {
      if (!(latencyFactor >= 0 && latencyFactor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "latencyFactor is " + latencyFactor + "; it must be finite and not negative");
      }
      if (!(errors >= 0 && errors <= 1 && quota >= 0 && quota <= 1)) {
        throw new IllegalArgumentException(
            "shares are " + errors + " and " + quota + "; they must lie between 0 and 1");
      }
    }

    private Step and(Step other) {
      return new Step(
          latencyFactor * other.latencyFactor,
          Math.min(1, errors + other.errors - errors * other.errors),
          quota * other.quota);
    }
  }

  /** Nothing is ever wrong. */
  public Degradation() {
    this(new long[] {Long.MIN_VALUE}, new Step[] {Step.SOUND});
  }

  private Degradation(long[] fromNs, Step[] steps) {
    this.fromNs = fromNs;
    this.steps = steps;
  }

  /**
   * The same with something worse for a time.
   *
   * @param untilNs exclusive, {@link Outages#NEVER} for good
   */
  public Degradation and(long beginNs, long untilNs, Step worse) {
    if (beginNs >= untilNs) {
      return this;
    }
    long[] times = Arrays.copyOf(fromNs, fromNs.length + 2);
    times[fromNs.length] = beginNs;
    times[fromNs.length + 1] = untilNs;
    times = Arrays.stream(times).sorted().distinct().toArray();
    Step[] all = new Step[times.length];
    for (int i = 0; i < times.length; i++) {
      Step before = at(times[i]);
      all[i] = times[i] >= beginNs && times[i] < untilNs ? before.and(worse) : before;
    }
    return new Degradation(times, all);
  }

  /** Whether nothing is ever wrong. */
  public boolean isSound() {
    return steps.length == 1;
  }

  /** What holds at an instant. */
  public Step at(long atNs) {
    int step = steps.length - 1;
    while (fromNs[step] > atNs) {
      step--;
    }
    return steps[step];
  }

  /** How many spells there are, the first from long ago and the last for ever. */
  public int spells() {
    return steps.length;
  }

  /** When a spell begins. */
  public long fromNs(int spell) {
    return fromNs[spell];
  }

  /** What holds during a spell. */
  public Step step(int spell) {
    return steps[spell];
  }
}
