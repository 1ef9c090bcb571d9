package dev.haishin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Logical processes in partitions, run to a common end.
 *
 * <p>Partitions advance in windows no longer than the least latency of a link that crosses them, so
 * that within a window none can be reached by another. The grouping into partitions and the number
 * of threads cannot change what a process receives, nor in which order.
 */
public final class Simulation {
  private final Links links;
  private final Partition[] partitions;
  private final List<LogicalProcess> added = new ArrayList<>();
  private LogicalProcess[] processes = new LogicalProcess[0];
  private Places places = new Places(processes);
  private Windows windows;
  private long windowNs;
  private long nowNs;

  /**
   * An empty simulation.
   *
   * @param partitions how many partitions, at least 1
   * @param queues makes an event queue of a partition; another for the events that are left when
   *     many have been cancelled
   */
  public Simulation(Links links, int partitions, Supplier<EventQueue> queues) {
    if (partitions < 1 || partitions > Places.MOST) {
      throw new IllegalArgumentException(
          "1 to " + Places.MOST + " partitions are possible, not " + partitions);
    }
    if (links.groups() > Places.MOST) {
      throw new IllegalArgumentException(
          "1 to " + Places.MOST + " groups are possible, not " + links.groups());
    }
    this.links = links;
    this.partitions = new Partition[partitions];
    for (int i = 0; i < partitions; i++) {
      this.partitions[i] = new Partition(i, this, queues);
      this.partitions[i].openMailboxes(partitions);
    }
  }

  /** Adds a process to a partition and gives it its number. */
  public <P extends LogicalProcess> P add(P process, int partition) {
    if (processes.length > 0) {
      throw new IllegalStateException(process.name() + " comes after the simulation was sealed");
    }
    int id = added.size();
    if (id >= Envelope.MAX_PROCESSES) {
      throw new IllegalStateException("more than " + Envelope.MAX_PROCESSES + " processes");
    }
    if (process.group() >= links.groups()) {
      throw new IllegalArgumentException(
          process.name() + " is of group " + process.group() + " of " + links.groups());
    }
    process.join(id, partitions[partition]);
    added.add(process);
    return process;
  }

  /** Ends the building: no process is added from here on. */
  public void seal() {
    processes = added.toArray(new LogicalProcess[0]);
    seal(leastCrossingNs());
  }

  /**
   * Ends the building, of processes of which more is known than their groups.
   *
   * @param leastCrossingNs the least latency of any send from one partition to another, at least 1;
   *     a send that is faster ends the run
   */
  public void seal(long leastCrossingNs) {
    processes = added.toArray(new LogicalProcess[0]);
    places = new Places(processes);
    windowNs = leastCrossingNs;
    windows = new Windows(partitions, windowNs);
    for (Partition partition : partitions) {
      partition.seal(leastCrossingNs);
    }
  }

  /** Runs every event before an instant, on the calling thread. */
  public void runBefore(long endNs) {
    if (partitions.length == 1) {
      partitions[0].runBefore(endNs);
      reached(endNs);
      return;
    }
    windows.begin(endNs);
    while (!windows.areOver()) {
      for (int i = 0; i < partitions.length; i++) {
        windows.run(i);
      }
      windows.next();
    }
    windows.settle();
    reached(endNs);
  }

  /** Runs every event before an instant, each partition on a thread of the crew. */
  public void runBefore(long endNs, Crew crew) {
    if (partitions.length == 1) {
      runBefore(endNs);
      return;
    }
    windows.begin(endNs);
    crew.run(windows);
    reached(endNs);
  }

  private void reached(long endNs) {
    nowNs = endNs;
    for (Partition partition : partitions) {
      partition.reached(endNs - 1);
    }
  }

  /** The number that the next process added will get. */
  public int nextId() {
    return added.size();
  }

  /** The partition that a process is in. */
  public int partition(int process) {
    return added.get(process).partition().number();
  }

  /** How far the run has come, nanoseconds. */
  public long nowNs() {
    return nowNs;
  }

  /** How many partitions there are. */
  public int partitionCount() {
    return partitions.length;
  }

  /** Events handled so far. */
  public long dispatched() {
    long sum = 0;
    for (Partition partition : partitions) {
      sum += partition.dispatched();
    }
    return sum;
  }

  /** Events pending now; between two calls of {@link #runBefore}, the same for any grouping. */
  public long pending() {
    long sum = 0;
    for (Partition partition : partitions) {
      sum += partition.pending();
    }
    return sum;
  }

  /** Shows every event still pending, in no particular order. */
  public void census(PendingVisitor visitor) {
    for (Partition partition : partitions) {
      partition.census(visitor);
    }
  }

  /** All processes' digests, combined in process order. */
  public long digest() {
    long combined = 0;
    for (LogicalProcess process : processes) {
      combined = CounterHash.mix(combined + process.digest());
    }
    return combined;
  }

  /** A process by number, before the building ends or after. */
  public LogicalProcess process(int id) {
    return added.get(id);
  }

  /** How many processes there are. */
  public int processCount() {
    return processes.length;
  }

  Links links() {
    return links;
  }

  LogicalProcess[] processes() {
    return processes;
  }

  Places places() {
    return places;
  }

  IllegalStateException tooFast(LogicalProcess from, LogicalProcess to, long delayNs) {
    long leastNs = links.leastNs(from.group(), to.group());
    if (leastNs == Long.MAX_VALUE) {
      return new IllegalStateException(from.name() + " has no link to " + to.name());
    }
    boolean crosses = from.partition() != to.partition();
    return new IllegalStateException(
        from.name()
            + " reaches "
            + to.name()
            + " within "
            + delayNs
            + " ns, but their link takes at least "
            + (crosses ? Math.max(leastNs, windowNs) : leastNs));
  }

  private long leastCrossingNs() {
    boolean[][] present = new boolean[partitions.length][links.groups()];
    for (LogicalProcess process : processes) {
      present[process.partition().number()][process.group()] = true;
    }
    long least = Long.MAX_VALUE;
    for (int p = 0; p < partitions.length; p++) {
      for (int q = 0; q < partitions.length; q++) {
        if (p != q) {
          least = Math.min(least, leastBetween(present[p], present[q]));
        }
      }
    }
    return least;
  }

  private long leastBetween(boolean[] fromGroups, boolean[] toGroups) {
    long least = Long.MAX_VALUE;
    for (int from = 0; from < fromGroups.length; from++) {
      for (int to = 0; to < toGroups.length; to++) {
        if (fromGroups[from] && toGroups[to]) {
          least = Math.min(least, links.leastNs(from, to));
        }
      }
    }
    return least;
  }
}
