package dev.haishin.model.gateway;

import dev.haishin.engine.Distribution;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.population.Heartbeat;
import java.util.Arrays;

/**
 * Each connection's own beats: own phase, own latency, own instant on its own loop. A binary heap
 * by the next arrival, 16 bytes a connection.
 */
final class IndividualBeats implements Beats {
  private static final int SLOT_SHIFT = 39;
  private static final int USER_SHIFT = 8;
  private static final long USER_MASK = 0x7fffffffL;

  private final ConnectionTable table;
  private final Heartbeat heartbeat;
  private final AccessNetwork access;
  private final Distribution cost;
  private final BeatSink sink;
  private long[] dueNs = new long[64];
  private long[] whose = new long[64];
  private int size;

  IndividualBeats(
      ConnectionTable table,
      Heartbeat heartbeat,
      AccessNetwork access,
      Distribution cost,
      BeatSink sink) {
    this.table = table;
    this.heartbeat = heartbeat;
    this.access = access;
    this.cost = cost;
    this.sink = sink;
  }

  @Override
  public void opened(int slot, long nowNs) {
    int user = table.user(slot);
    int generation = table.generation(slot);
    long beatNs = heartbeat.nextAfterNs(user, generation, nowNs);
    if (size == dueNs.length) {
      dueNs = Arrays.copyOf(dueNs, size * 2);
      whose = Arrays.copyOf(whose, size * 2);
    }
    siftUp(size++, beatNs + access.latencyNs(user, generation), holder(slot));
  }

  @Override
  public void advance(long nowNs) {
    while (size > 0 && dueNs[0] <= nowNs) {
      long atNs = dueNs[0];
      long holder = whose[0];
      int slot = (int) (holder >>> SLOT_SHIFT);
      if (slot < table.slots() && holder(slot) == holder && !table.isSilent(slot)) {
        sink.beats(slot, atNs, 1, cost);
        siftDown(atNs + heartbeat.periodNs(), holder);
      } else {
        size--;
        if (size > 0) {
          siftDown(dueNs[size], whose[size]);
        }
      }
    }
  }

  @Override
  public void clear(long nowNs) {
    size = 0;
  }

  /**
   * A slot (25 bits), its user (31) and the low bits of the generation (8). A slot alone, or with
   * the generation, may have passed to somebody else since; the earlier holder's beats end then.
   */
  private long holder(int slot) {
    return (long) slot << SLOT_SHIFT
        | (table.user(slot) & USER_MASK) << USER_SHIFT
        | table.generation(slot) & 0xff;
  }

  private void siftUp(int from, long atNs, long holder) {
    int hole = from;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!precedes(atNs, holder, parent)) {
        break;
      }
      dueNs[hole] = dueNs[parent];
      whose[hole] = whose[parent];
      hole = parent;
    }
    dueNs[hole] = atNs;
    whose[hole] = holder;
  }

  private void siftDown(long atNs, long holder) {
    int hole = 0;
    int child;
    while ((child = 2 * hole + 1) < size) {
      if (child + 1 < size && precedes(dueNs[child + 1], whose[child + 1], child)) {
        child++;
      }
      if (precedes(atNs, holder, child)) {
        break;
      }
      dueNs[hole] = dueNs[child];
      whose[hole] = whose[child];
      hole = child;
    }
    dueNs[hole] = atNs;
    whose[hole] = holder;
  }

  private boolean precedes(long atNs, long holder, int other) {
    return atNs < dueNs[other] || (atNs == dueNs[other] && holder < whose[other]);
  }
}
