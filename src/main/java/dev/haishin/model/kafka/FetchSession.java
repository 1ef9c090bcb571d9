package dev.haishin.model.kafka;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * The leader's side of one fetcher, a follower or a consumer: the partitions it fetches, from which
 * offset on, and which of them have something for it. At most one of its fetches is here at a time.
 */
final class FetchSession {
  /** The reply kind of a session whose fetcher is a follower. */
  static final int FOLLOWER = -1;

  static final long NOT_EXPECTED = -1;

  /** Where the fetcher's one request is. */
  enum State {
    /** Not here. */
    AWAY,
    /** Here, and an event will handle it. */
    HANDLED,
    /** Here, waiting for data. */
    PARKED
  }

  final int number;
  final int process;
  final FetchLimits limits;
  State state = State.AWAY;
  int replyKind = FOLLOWER;
  long readyNs;
  long deadlineNs;
  boolean woken;

  /** What a consumer may fetch; null for as much as it can. */
  ClientQuota quota;

  /** Whether what its fetch found evicted has been read from the disk. */
  boolean isRead;

  /**
   * When the fetcher's next step is taken by itself: a follower gets the response, then its fetch
   * is here; a consumer's next fetch is here. {@link #NOT_EXPECTED} if nothing is under way.
   */
  long expectedNs = NOT_EXPECTED;

  /** Whether that step will be taken in time though there is something for the fetcher. */
  boolean isLookedAt;

  /** What a response takes to a follower and the follower's next fetch back: words in pairs. */
  long[] carried = new long[8];

  int carriedLength;

  /** Partitions that a follower takes into its fetches with the next one that arrives. */
  final IntArrayList joins = new IntArrayList(0);

  private PartitionLeader[] leaders = new PartitionLeader[4];
  private long[] next = new long[4];
  private boolean[] wanted = new boolean[4];
  private boolean[] ready = new boolean[4];
  private int[] readySlots = new int[4];
  private int slots;
  private int firstReady;
  private int readyCount;

  FetchSession(int number, int process, FetchLimits limits) {
    this.number = number;
    this.process = process;
    this.limits = limits;
  }

  /** Whether the fetcher is a follower. */
  boolean isFollower() {
    return replyKind == FOLLOWER;
  }

  /** The fetcher is gone: what is still under way for it has no effect. */
  void close() {
    state = State.AWAY;
    expectedNs = NOT_EXPECTED;
    woken = false;
    joins.clear();
    readyCount = 0;
    Arrays.fill(wanted, false);
  }

  /** Adds what a response says of one partition. */
  void carry(long report, long size) {
    if (carriedLength == carried.length) {
      carried = Arrays.copyOf(carried, carriedLength * 2);
    }
    carried[carriedLength++] = report;
    carried[carriedLength++] = size;
  }

  /** Adds a partition and returns its slot. */
  int add(PartitionLeader leader) {
    if (slots == leaders.length) {
      grow(slots * 2);
    }
    leaders[slots] = leader;
    wanted[slots] = true;
    return slots++;
  }

  PartitionLeader leader(int slot) {
    return leaders[slot];
  }

  /** The offset of the next record that the fetcher gets. */
  long nextOffset(int slot) {
    return next[slot];
  }

  /** Takes a slot into fetches, from an offset on. */
  void want(int slot, long offset) {
    wanted[slot] = true;
    next[slot] = offset;
  }

  /** Leaves a slot out of fetches. */
  void forget(int slot) {
    wanted[slot] = false;
  }

  /** Notes that a slot has something for the fetcher, should it be wanted. */
  void markReady(int slot) {
    if (!ready[slot]) {
      ready[slot] = true;
      readySlots[(firstReady + readyCount++) & (readySlots.length - 1)] = slot;
    }
  }

  /** Slots that were marked, some of which may be forgotten since. */
  int readyCount() {
    return readyCount;
  }

  /** One of the marked slots, in the order in which they were marked, forgotten or not. */
  int readySlot(int number) {
    return readySlots[(firstReady + number) & (readySlots.length - 1)];
  }

  /** Whether some wanted slot has something for the fetcher. */
  boolean hasReady() {
    while (readyCount > 0 && !wanted[readySlots[firstReady]]) {
      takeReady();
    }
    return readyCount > 0;
  }

  /** Whether what it may fetch is worth an answer before the longest wait is over. */
  boolean hasEnough() {
    return hasReady() && (limits.minBytes() == 1 || readyBytes() >= limits.minBytes());
  }

  /** Takes the slot that was marked first. */
  int takeReady() {
    int slot = readySlots[firstReady];
    firstReady = (firstReady + 1) & (readySlots.length - 1);
    readyCount--;
    ready[slot] = false;
    return slot;
  }

  /** Whether a slot is wanted. */
  boolean isWanted(int slot) {
    return wanted[slot];
  }

  /** Moves a slot on to the offset after the last record sent. */
  void advance(int slot, long offset) {
    next[slot] = offset;
  }

  private long readyBytes() {
    long bytes = 0;
    for (int i = 0; i < readyCount; i++) {
      int slot = readySlot(i);
      if (wanted[slot]) {
        PartitionLog log = leaders[slot].log;
        bytes += log.bytesBetween(next[slot], log.highWatermark());
      }
    }
    return bytes;
  }

  private void grow(int length) {
    leaders = Arrays.copyOf(leaders, length);
    next = Arrays.copyOf(next, length);
    wanted = Arrays.copyOf(wanted, length);
    ready = Arrays.copyOf(ready, length);
    int[] grown = new int[length];
    for (int i = 0; i < readyCount; i++) {
      grown[i] = readySlot(i);
    }
    readySlots = grown;
    firstReady = 0;
  }
}
