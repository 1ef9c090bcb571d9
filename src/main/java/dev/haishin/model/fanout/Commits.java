package dev.haishin.model.fanout;

import dev.haishin.engine.Port;
import dev.haishin.model.kafka.Consumer;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import java.util.function.IntConsumer;

/**
 * Offsets of a worker's partitions: committed in order as records are done, and fetching paused
 * while a partition has too many in flight.
 *
 * <p>When a record is done may be known ahead of the instant. Nothing sees it before: it waits here
 * until something that looks at offsets happens, and only a paused partition gets an event for it.
 */
final class Commits {
  private static final long NEVER = Long.MAX_VALUE;

  private final Port port;
  private final Records records;
  private final IntConsumer retiring;
  private final Int2ObjectOpenHashMap<OffsetWindow> windows = new Int2ObjectOpenHashMap<>();
  private final IntHeapPriorityQueue ahead;
  private Consumer consumer;
  private int paused;
  private long wakeNs = NEVER;

  /**
   * No partition yet.
   *
   * @param retiring takes each record at the instant at which it is done, before its row goes
   */
  Commits(Port port, Records records, IntConsumer retiring) {
    this.port = port;
    this.records = records;
    this.retiring = retiring;
    this.ahead = new IntHeapPriorityQueue(this::compare);
  }

  void readFrom(Consumer group) {
    this.consumer = group;
  }

  /** A record has come. */
  void fetched(int partition, long offset) {
    OffsetWindow window = windows.get(partition);
    if (window == null) {
      window = new OffsetWindow(Integer.highestOneBit(FanoutWorker.MOST_IN_FLIGHT) * 4, offset);
      windows.put(partition, window);
    }
    boolean wasFull = isFull(window);
    window.fetched(offset);
    if (isFull(window) && !wasFull) {
      paused++;
      consumer.pause(partition);
      wakeIfPaused();
    }
  }

  /** A record is done at an instant that is known now and may lie ahead. */
  void done(int row) {
    if (records.doneNs(row) <= port.nowNs()) {
      retire(row);
    } else {
      ahead.enqueue(row);
      wakeIfPaused();
    }
  }

  /** Commits what is done by now. */
  void catchUp() {
    long nowNs = port.nowNs();
    while (!ahead.isEmpty() && records.doneNs(ahead.firstInt()) <= nowNs) {
      retire(ahead.dequeueInt());
    }
  }

  /** The instant has come that a paused partition waits for. */
  void wake() {
    wakeNs = NEVER;
    catchUp();
    wakeIfPaused();
  }

  /** A partition is another worker's: what is still in work of it commits nothing. */
  void left(int partition) {
    OffsetWindow window = windows.remove(partition);
    paused -= window != null && isFull(window) ? 1 : 0;
  }

  /** All is lost. */
  void clear() {
    windows.clear();
    ahead.clear();
    paused = 0;
    wakeNs = NEVER;
  }

  private void retire(int row) {
    retiring.accept(row);
    int partition = records.partition(row);
    OffsetWindow window = windows.get(partition);
    if (window == null) {
      records.remove(row);
      return;
    }
    boolean wasFull = isFull(window);
    long committed = window.finish(records.offset(row));
    records.remove(row);
    consumer.commit(partition, committed);
    if (wasFull && !isFull(window)) {
      paused--;
      consumer.resume(partition);
    }
  }

  private void wakeIfPaused() {
    if (paused == 0 || ahead.isEmpty()) {
      return;
    }
    long firstNs = records.doneNs(ahead.firstInt());
    if (firstNs < wakeNs) {
      wakeNs = firstNs;
      port.at(firstNs, WorkerKinds.WAKE, 0, 0);
    }
  }

  private int compare(int row, int other) {
    int byInstant = Long.compare(records.doneNs(row), records.doneNs(other));
    return byInstant != 0 ? byInstant : Integer.compare(row, other);
  }

  private static boolean isFull(OffsetWindow window) {
    return window.inFlight() >= FanoutWorker.MOST_IN_FLIGHT;
  }
}
