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
    siftUp(size++, beatNs + access.latencyNs(user, generation), Gateway.link(slot, generation));
  }

  @Override
  public void advance(long nowNs) {
    while (size > 0 && dueNs[0] <= nowNs) {
      long atNs = dueNs[0];
      long link = whose[0];
      int slot = Gateway.slot(link);
      boolean alive = table.isOpen(slot, Gateway.generation(link)) && !table.isSilent(slot);
      if (alive) {
        sink.beats(slot, atNs, 1, cost);
        siftDown(atNs + heartbeat.periodNs(), link);
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

  private void siftUp(int from, long atNs, long link) {
    int hole = from;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!precedes(atNs, link, parent)) {
        break;
      }
      dueNs[hole] = dueNs[parent];
      whose[hole] = whose[parent];
      hole = parent;
    }
    dueNs[hole] = atNs;
    whose[hole] = link;
  }

  private void siftDown(long atNs, long link) {
    int hole = 0;
    int child;
    while ((child = 2 * hole + 1) < size) {
      if (child + 1 < size && precedes(dueNs[child + 1], whose[child + 1], child)) {
        child++;
      }
      if (precedes(atNs, link, child)) {
        break;
      }
      dueNs[hole] = dueNs[child];
      whose[hole] = whose[child];
      hole = child;
    }
    dueNs[hole] = atNs;
    whose[hole] = link;
  }

  private boolean precedes(long atNs, long link, int other) {
    return atNs < dueNs[other] || (atNs == dueNs[other] && link < whose[other]);
  }
}
