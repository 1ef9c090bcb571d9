package dev.haishin.model.gateway;

import dev.haishin.model.network.AccessNetwork;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The oracle: one queued arrival a connection, in a heap, taken and put back at each beat. */
final class HeapBeats implements Beats {
  private final ConnectionTable table;
  private final BeatClock clock;
  private final AccessNetwork access;
  private final BeatSink sink;
  private final PriorityQueue<Due> due = new PriorityQueue<>();

  HeapBeats(ConnectionTable table, BeatClock clock, AccessNetwork access, BeatSink sink) {
    this.table = table;
    this.clock = clock;
    this.access = access;
    this.sink = sink;
  }

  /** Takes in a connection of before the run. */
  void held(int user, int generation) {
    due.add(due(user, generation, 0));
  }

  @Override
  public void opened(int user, int generation, long nowNs) {
    table.setState(user, generation, ConnectionTable.BEATING);
    Due next = due(user, generation, nowNs);
    boolean isSent = next.atNs > nowNs + 2 * access.latencyNs(user, generation);
    due.add(isSent ? next : next.later(clock.periodNs()));
  }

  @Override
  public void advance(long nowNs) {
    while (!due.isEmpty() && due.peek().atNs <= nowNs) {
      Due next = due.poll();
      if (table.holds(next.user, next.generation)
          && table.state(next.user, next.generation) != ConnectionTable.SILENT) {
        sink.answer(next.user, next.atNs);
        due.add(next.later(clock.periodNs()));
      }
    }
  }

  @Override
  public void clear(long nowNs) {
    due.clear();
  }

  private Due due(int user, int generation, long afterNs) {
    int point = clock.point(user, generation);
    long atNs = clock.instantNs(point);
    while (atNs <= afterNs) {
      atNs += clock.periodNs();
    }
    return new Due(atNs, point, user, generation);
  }

  private record Due(long atNs, int point, int user, int generation) implements Comparable<Due> {
    private static final Comparator<Due> ORDER =
        Comparator.comparingLong(Due::atNs)
            .thenComparing(Due::point, Integer::compareUnsigned)
            .thenComparingInt(Due::user);

    Due later(long periodNs) {
      return new Due(atNs + periodNs, point, user, generation);
    }

    @Override
    public int compareTo(Due other) {
      return ORDER.compare(this, other);
    }
  }
}
