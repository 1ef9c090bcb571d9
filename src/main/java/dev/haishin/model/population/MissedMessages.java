package dev.haishin.model.population;

import dev.haishin.model.Messages;
import java.util.Arrays;

/**
 * What a shard's users have in their inboxes and not on their screens: a list a user, in one arena
 * of 16 bytes an entry.
 *
 * <p>An entry is two longs. The first: the message's origin (16 bits) and row (27), and when it was
 * written to the inbox, in ticks of the users' rows (21). The second: when its sender tapped, as
 * the 2^32nd part of the run (140 ns in 10 minutes, 20 us in a day), rounded down; the next entry
 * (27); the kind of its chat (2); whether its recipient was online when it was accepted (1); and
 * the strongest fact so far (2). So an entry needs the message itself no more, and does not keep it
 * in memory.
 */
final class MissedMessages {
  static final int PENDING = 0;
  static final int PUSHED = 1;
  static final int EXPIRED = 2;

  private static final int PAGE_BITS = 9;
  private static final int PAGE_ENTRIES = 1 << PAGE_BITS;

  private static final int WRITTEN_BITS = 21;
  private static final long WRITTEN = (1L << WRITTEN_BITS) - 1;
  private static final int ROW_BITS = 27;
  private static final int ORIGIN_BITS = 16;

  private static final long FACT = 3;
  private static final long ONLINE = 4;
  private static final int CHAT_SHIFT = 3;
  private static final int NEXT_SHIFT = 5;
  private static final int TAP_SHIFT = 32;
  private static final long CHAT = 3L << CHAT_SHIFT;
  private static final long NEXT = (1L << TAP_SHIFT) - (1L << NEXT_SHIFT);
  private static final int TAP_BITS = Long.SIZE - TAP_SHIFT;

  /** Sees one entry that leaves a list. */
  interface Taker {
    void taken(
        int row, long messageId, int chat, long tapNs, long writtenNs, boolean wasOnline, int fact);
  }

  private final UserRows users;
  private final long tapUnitNs;
  private final long[] counts = new long[3];
  private long[][] pages = new long[4][];
  private int used = 1;
  private int free;

  /** Nothing missed yet. */
  MissedMessages(UserRows users, long durationNs) {
    this.users = users;
    this.tapUnitNs = (durationNs >>> TAP_BITS) + 1;
  }

  /**
   * Adds an entry, pending.
   *
   * @param chat the kind of its chat as {@code Facet.chatPlace} numbers it
   * @param writtenNs when it was written to the inbox
   * @param wasOnline whether the user was online when it was accepted
   */
  void add(int row, long messageId, int chat, long tapNs, long writtenNs, boolean wasOnline) {
    int node = takeNode();
    long[] page = pages[node >>> PAGE_BITS];
    int at = at(node);
    page[at] = packed(messageId) << WRITTEN_BITS | users.tick(writtenNs);
    page[at + 1] =
        tapNs / tapUnitNs << TAP_SHIFT
            | (long) users.missedHead(row) << NEXT_SHIFT
            | (long) chat << CHAT_SHIFT
            | (wasOnline ? ONLINE : 0)
            | PENDING;
    users.setMissedHead(row, node);
    counts[PENDING]++;
  }

  /** How many entries of a user were not pushed either. */
  int unreached(int row) {
    int count = 0;
    for (int node = users.missedHead(row); node != 0; node = next(node)) {
      boolean isPushed = (pages[node >>> PAGE_BITS][at(node) + 1] & FACT) == PUSHED;
      count += isPushed ? 0 : 1;
    }
    return count;
  }

  /** How many entries a user has. */
  int count(int row) {
    int count = 0;
    for (int node = users.missedHead(row); node != 0; node = next(node)) {
      count++;
    }
    return count;
  }

  /**
   * Changes the fact of an entry that is not pushed yet.
   *
   * @return the kind of its chat, or -1 where the user has no such entry
   */
  int mark(int row, long messageId, int newFact) {
    long message = packed(messageId);
    for (int node = users.missedHead(row); node != 0; node = next(node)) {
      long[] page = pages[node >>> PAGE_BITS];
      int at = at(node);
      int fact = (int) (page[at + 1] & FACT);
      if (page[at] >>> WRITTEN_BITS == message && fact != PUSHED) {
        counts[fact]--;
        counts[newFact]++;
        page[at + 1] = page[at + 1] & ~FACT | newFact;
        return chat(page[at + 1]);
      }
    }
    return -1;
  }

  /** Whether a user has an entry of a message. */
  boolean has(int row, long messageId) {
    long message = packed(messageId);
    int node = users.missedHead(row);
    while (node != 0 && message(node) != message) {
      node = next(node);
    }
    return node != 0;
  }

  /** Takes out the entry of a message; says whether there was one. */
  boolean take(int row, long messageId, Taker taker) {
    long message = packed(messageId);
    int before = 0;
    int node = users.missedHead(row);
    while (node != 0 && message(node) != message) {
      before = node;
      node = next(node);
    }
    if (node != 0) {
      takeOut(row, before, node, taker);
    }
    return node != 0;
  }

  /** Takes out every entry written up to an instant, the latest first. */
  void takeUpTo(int row, long readNs, Taker taker) {
    long readTick = users.tick(readNs);
    int before = 0;
    int node = users.missedHead(row);
    while (node != 0) {
      int following = next(node);
      if ((pages[node >>> PAGE_BITS][at(node)] & WRITTEN) <= readTick) {
        takeOut(row, before, node, taker);
      } else {
        before = node;
      }
      node = following;
    }
  }

  /** Entries with a fact as the strongest. */
  long total(int ofFact) {
    return counts[ofFact];
  }

  /** Memory of the entries, bytes. */
  long bytes() {
    int inUse = used + PAGE_ENTRIES - 1 >>> PAGE_BITS;
    return (long) inUse * PAGE_ENTRIES * 2 * Long.BYTES;
  }

  private void takeOut(int row, int before, int node, Taker taker) {
    if (before == 0) {
      users.setMissedHead(row, next(node));
    } else {
      setNext(before, next(node));
    }
    long[] page = pages[node >>> PAGE_BITS];
    take(row, page[at(node)], page[at(node) + 1], taker);
    setNext(node, free);
    free = node;
  }

  private long message(int node) {
    return pages[node >>> PAGE_BITS][at(node)] >>> WRITTEN_BITS;
  }

  private void take(int row, long first, long second, Taker taker) {
    int fact = (int) (second & FACT);
    counts[fact]--;
    long message = first >>> WRITTEN_BITS;
    taker.taken(
        row,
        Messages.id((int) (message >>> ROW_BITS), (int) message & (1 << ROW_BITS) - 1),
        chat(second),
        (second >>> TAP_SHIFT) * tapUnitNs,
        users.tickNs(first & WRITTEN),
        (second & ONLINE) != 0,
        fact);
  }

  private static int chat(long second) {
    return (int) ((second & CHAT) >>> CHAT_SHIFT);
  }

  private int takeNode() {
    int node = free;
    if (node != 0) {
      free = next(node);
      return node;
    }
    node = used++;
    int page = node >>> PAGE_BITS;
    if (page == pages.length) {
      pages = Arrays.copyOf(pages, page * 2);
    }
    if (pages[page] == null) {
      pages[page] = new long[PAGE_ENTRIES * 2];
    }
    return node;
  }

  private int next(int node) {
    return (int) ((pages[node >>> PAGE_BITS][at(node) + 1] & NEXT) >>> NEXT_SHIFT);
  }

  private void setNext(int node, int following) {
    long[] page = pages[node >>> PAGE_BITS];
    int at = at(node) + 1;
    page[at] = page[at] & ~NEXT | (long) following << NEXT_SHIFT;
  }

  private static int at(int node) {
    return (node & PAGE_ENTRIES - 1) * 2;
  }

  private static long packed(long messageId) {
    long origin = Messages.origin(messageId);
    long row = Messages.row(messageId);
    if (origin >>> ORIGIN_BITS != 0 || row >>> ROW_BITS != 0) {
      throw new IllegalStateException(
          "missed messages have up to 2^16 origins of 2^27 messages, not " + origin + "/" + row);
    }
    return origin << ROW_BITS | row;
  }
}
