package dev.haishin.model;

import dev.haishin.delivery.Deduplicator;
import dev.haishin.model.population.Chats;
import java.util.Arrays;

/**
 * What never changes about each message, written once by its origin and read by id by everyone who
 * got the id in an event; and which homes have met it lately.
 *
 * <p>An id is (origin, row): origins are client shards, then broadcasters. Rows are append-only, so
 * a reader needs no copy and no lock: it learns of an id only through an event, after the window in
 * which the row was written. Memory goes by pages of {@value #PAGE_ROWS} rows. A page that nobody
 * holds an id of is freed: between two windows, when no thread runs, whoever holds ids says so by
 * {@link #keep}, and {@link #freeTheRest} gives the other pages to their origins' next messages.
 */
public final class Messages {
  private static final int PAGE_BITS = 8;
  private static final int PAGE_ROWS = 1 << PAGE_BITS;
  private static final int LONGS = 3;

  /** Set in the place of a length where the body is a group's new key. */
  private static final int KEY_BIT = 1 << 31;

  private final Arena[] arenas;
  private final int[] placeOfHome;
  private final int homes;
  private final Deduplicator deduplicator;

  /**
   * No messages yet.
   *
   * @param origins how many there are
   * @param isHome by region, whether its workers meet messages
   * @param dedupWindowNs how long a home remembers at least that it has met a message
   */
  public Messages(int origins, boolean[] isHome, long dedupWindowNs) {
    arenas = new Arena[origins];
    placeOfHome = new int[isHome.length];
    int counted = 0;
    for (int region = 0; region < isHome.length; region++) {
      placeOfHome[region] = counted;
      counted += isHome[region] ? 1 : 0;
    }
    homes = counted;
    deduplicator = new Deduplicator(dedupWindowNs);
    for (int i = 0; i < origins; i++) {
      arenas[i] = new Arena();
    }
  }

  /**
   * Writes a message down; only its origin may.
   *
   * @param tapNs when the sender tapped, nanoseconds
   * @param sender the sending user
   * @param chat the chat, as {@code Chats} numbers it
   * @param payloadBytes the body, sealing overhead included
   * @return the id
   */
  public long add(int origin, long tapNs, int sender, long chat, int payloadBytes) {
    long third = ((long) sender << 32) | Integer.toUnsignedLong(payloadBytes);
    int row = arenas[origin].add(homes, tapNs, chat, third);
    return id(origin, row);
  }

  /**
   * Writes down a group's new key, of which each member gets a share. It travels as a message does
   * and is none: it stands for no pairs.
   *
   * @param keyBytes the shares of all members together
   * @return the id
   */
  public long addKey(int origin, long tapNs, int sender, long chat, int keyBytes) {
    return add(origin, tapNs, sender, chat, keyBytes | KEY_BIT);
  }

  /** How many origins there are. */
  public int origins() {
    return arenas.length;
  }

  /** The id of an origin's message. */
  public static long id(int origin, int row) {
    return ((long) origin << 32) | row;
  }

  /** The origin's number: its client shard, or the shard count plus the broadcaster. */
  public static int origin(long id) {
    return (int) (id >>> 32);
  }

  /** The message's number among those of its origin. */
  public static int row(long id) {
    return (int) id;
  }

  /** When the sender tapped, nanoseconds. */
  public long tapNs(long id) {
    return field(id, 0);
  }

  /** The chat it was sent to. */
  public long chat(long id) {
    return field(id, 1);
  }

  /** The user who sent it. */
  public int sender(long id) {
    return (int) (field(id, 2) >>> 32);
  }

  /** Bytes of the body, sealing overhead included. */
  public int payloadBytes(long id) {
    return (int) field(id, 2) & ~KEY_BIT;
  }

  /** Whether it is a group's new key and no message. */
  public boolean isKey(long id) {
    return (int) field(id, 2) < 0;
  }

  /** Bytes of what one member gets: the body of a message, a share of a key. */
  public int bytesForOne(long id, Chats chats) {
    int third = (int) field(id, 2);
    return third >= 0 ? third : (third & ~KEY_BIT) / chats.size(chat(id));
  }

  /**
   * Whether a home meets a message for the first time within its memory; it remembers it from now
   * on. Only the worker that the message's chat belongs to may ask.
   */
  public boolean isNew(int home, long id, long nowNs) {
    byte[] met = page(id).met;
    int at = (row(id) & (PAGE_ROWS - 1)) * homes + placeOfHome[home];
    boolean isNew = !deduplicator.isDuplicate(met[at], nowNs);
    met[at] = deduplicator.mark(nowNs);
    return isNew;
  }

  /** Says that somebody holds an id, before {@link #freeTheRest}; what is no id does no harm. */
  public void keep(long id) {
    int origin = origin(id);
    if (origin >= 0 && origin < arenas.length) {
      arenas[origin].keep(row(id));
    }
  }

  /** Frees the pages none of whose ids was kept since the last call, but for those not full yet. */
  public void freeTheRest() {
    for (Arena arena : arenas) {
      arena.freeTheRest();
    }
  }

  /** Memory of the messages not freed, bytes. */
  public long bytes() {
    long pages = 0;
    for (Arena arena : arenas) {
      pages += arena.live;
    }
    return pages * PAGE_ROWS * (LONGS * Long.BYTES + homes);
  }

  private long field(long id, int offset) {
    return page(id).fields[(row(id) & (PAGE_ROWS - 1)) * LONGS + offset];
  }

  private Page page(long id) {
    Page page = arenas[origin(id)].pages[row(id) >>> PAGE_BITS];
    if (page == null) {
      throw new IllegalStateException("message " + origin(id) + "/" + row(id) + " has been freed");
    }
    return page;
  }

  /** Rows of one origin, and whether a home has met each. */
  private static final class Page {
    private final long[] fields = new long[PAGE_ROWS * LONGS];
    private final byte[] met;
    private boolean isKept;

    Page(int homes) {
      met = new byte[PAGE_ROWS * homes];
    }
  }

  private static final class Arena {
    private volatile Page[] pages = new Page[16];
    private int rows;
    private int firstLive;
    private int live;
    private Page[] spare = new Page[0];
    private int spares;

    int add(int homes, long first, long second, long third) {
      int row = rows++;
      int number = row >>> PAGE_BITS;
      if (number == pages.length) {
        pages = Arrays.copyOf(pages, number * 2);
      }
      if (pages[number] == null) {
        pages[number] = spares > 0 ? spare[--spares] : new Page(homes);
        live++;
      }
      long[] fields = pages[number].fields;
      int at = (row & (PAGE_ROWS - 1)) * LONGS;
      fields[at] = first;
      fields[at + 1] = second;
      fields[at + 2] = third;
      return row;
    }

    void keep(int row) {
      Page page = row >= 0 && row < rows ? pages[row >>> PAGE_BITS] : null;
      if (page != null) {
        page.isKept = true;
      }
    }

    void freeTheRest() {
      int full = rows >>> PAGE_BITS;
      if (spare.length < live) {
        spare = Arrays.copyOf(spare, live);
      }
      int first = full;
      for (int i = full - 1; i >= firstLive; i--) {
        Page page = pages[i];
        if (page != null && !page.isKept) {
          Arrays.fill(page.met, Deduplicator.NEVER);
          spare[spares++] = page;
          pages[i] = null;
          live--;
        } else if (page != null) {
          page.isKept = false;
          first = i;
        }
      }
      firstLive = first;
    }
  }
}
