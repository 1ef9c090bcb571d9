package dev.haishin.model.gateway;

import java.util.Arrays;

/**
 * A gateway's connections, in the order of their points in the heartbeat period: 10 bytes a place,
 * at most nineteen places in twenty taken.
 *
 * <p>A hash table whose hash is the point and keeps its order: an entry lies at or after the place
 * that belongs to its point, with no gap in between, and all entries are sorted by point, then
 * user. So a connection is found in a cache line or two, and working off the beats of a stretch of
 * time is reading a stretch of the table.
 */
final class ConnectionTable {
  /** Shaking hands: nothing is expected of the client yet. */
  static final int QUIET = 0;

  /** The next arrival of the client's beats has not been sent; those after it come. */
  static final int FROM_THE_SECOND = 1;

  /** The client's beats arrive. */
  static final int BEATING = 2;

  /** The client has stopped sending. */
  static final int SILENT = 3;

  /** An entry of no user; it sorts behind every other. */
  static final long EMPTY = Long.MAX_VALUE;

  private static final int STATE_BITS = 2;
  private static final int STATE_MASK = (1 << STATE_BITS) - 1;
  private static final int LEAST_HOMES = 16;
  private static final int MARGIN = 16;
  private static final int STRETCH_SHIFT = 5;

  private final int most;
  private final BeatClock clock;

  /** Point with its sign turned, so that longs compare as points do, and user. */
  private long[] entries;

  private short[] states;
  private int homes;
  private int loadedGeneration;
  private int count;

  /**
   * An empty table.
   *
   * @param most connections that the gateway's memory holds
   */
  ConnectionTable(int most, BeatClock clock) {
    this.most = most;
    this.clock = clock;
    allocate(LEAST_HOMES);
  }

  /** Makes room for loading so many connections. */
  void expect(int connections) {
    entries = new long[Math.max(entries.length, connections + MARGIN)];
    Arrays.fill(entries, EMPTY);
  }

  int count() {
    return count;
  }

  boolean isFull() {
    return count >= most;
  }

  /**
   * Enters a connection of before the run, whose client beats; found after {@link #loaded}. All
   * these have one generation.
   */
  void load(int user, int generation) {
    if (count == entries.length) {
      entries = Arrays.copyOf(entries, count * 2);
    }
    entries[count++] = entry(user, generation);
    loadedGeneration = generation;
  }

  /** Ends the loading: brings the connections into their order. */
  void loaded() {
    long[] loaded = entries;
    allocate(Math.max(LEAST_HOMES, (int) Math.min(Integer.MAX_VALUE, count / 0.9) + 1));
    sort(loaded, entries);
    int after = 0;
    short state = (short) (loadedGeneration << STATE_BITS | BEATING);
    for (int i = 0; i < count; i++) {
      after = append(after, loaded[i], state);
    }
  }

  /** Enters a connection that shakes hands. */
  void open(int user, int generation) {
    if (count >= 0.95 * homes) {
      rebuild(homes + homes / 8 + MARGIN);
    }
    long entry = entry(user, generation);
    int place = home(entry);
    while (entries[place] < entry) {
      place++;
    }
    makeGap(place);
    entries[place] = entry;
    states[place] = (short) (generation << STATE_BITS);
    count++;
  }

  /** Whether somebody's connection is in the table. */
  boolean holds(int user, int generation) {
    return find(user, generation) >= 0;
  }

  /** The same of a link, whose slot is the user. */
  boolean holds(int slot, int user, int generation) {
    return slot == user && holds(user, generation);
  }

  /** Whether a link is that of a connection in the table. */
  boolean isOpen(int slot, int generation) {
    return holds(slot, generation);
  }

  /** Whether the client of a link in the table still sends. */
  boolean isAudible(int slot, int generation) {
    int place = find(slot, generation);
    return place >= 0 && stateAt(place) != SILENT;
  }

  /** What is expected of a connection that is in the table. */
  int state(int user, int generation) {
    return stateAt(find(user, generation));
  }

  /** Changes what is expected of a connection that is in the table. */
  void setState(int user, int generation, int state) {
    setStateAt(find(user, generation), state);
  }

  /** Takes out a connection that is in the table. */
  void close(int user, int generation) {
    int gap = find(user, generation);
    for (int next = gap + 1; entries[next] != EMPTY && home(entries[next]) < next; next++) {
      entries[gap] = entries[next];
      states[gap] = states[next];
      gap = next;
    }
    entries[gap] = EMPTY;
    count--;
  }

  /** Takes out all connections, and gives the memory back. */
  void clear() {
    count = 0;
    allocate(LEAST_HOMES);
  }

  /** Memory of the table, bytes. */
  long bytes() {
    return (long) entries.length * (Long.BYTES + Short.BYTES);
  }

  /** Places in the table; the last is always empty. */
  int places() {
    return entries.length;
  }

  /** The place of the first entry at or behind a point. */
  int firstFrom(int point) {
    long least = sortable(point);
    int place = home(least);
    while (place < entries.length && entries[place] < least) {
      place++;
    }
    return place;
  }

  /** The entry at a place, {@link #EMPTY} if there is none. */
  long entryAt(int place) {
    return entries[place];
  }

  /** The table's own entries, by place; to be read, and not kept. */
  long[] entries() {
    return entries;
  }

  /** The table's own states, by place; to be read, and not kept. */
  short[] states() {
    return states;
  }

  static boolean isBeating(short state) {
    return (state & STATE_MASK) == BEATING;
  }

  int stateAt(int place) {
    return states[place] & STATE_MASK;
  }

  int generationAt(int place) {
    return (states[place] & 0xffff) >>> STATE_BITS;
  }

  void setStateAt(int place, int state) {
    states[place] = (short) (states[place] & ~STATE_MASK | state);
  }

  static int point(long entry) {
    return (int) (entry >>> 32) ^ Integer.MIN_VALUE;
  }

  static int user(long entry) {
    return (int) entry;
  }

  private long entry(int user, int generation) {
    return sortable(clock.point(user, generation)) | user;
  }

  private static long sortable(int point) {
    return (long) (point ^ Integer.MIN_VALUE) << 32;
  }

  /** The place that an entry's point belongs to. */
  private int home(long entry) {
    return (int) (((entry >>> 32 ^ 0x8000_0000L) * homes) >>> 32);
  }

  private int find(int user, int generation) {
    long entry = entry(user, generation);
    int place = home(entry);
    while (entries[place] < entry) {
      place++;
    }
    while (entries[place] == entry) {
      if (generationAt(place) == generation) {
        return place;
      }
      place++;
    }
    return -1;
  }

  /** Moves what stands at a place and close behind it one further. */
  private void makeGap(int place) {
    int end = place;
    while (entries[end] != EMPTY) {
      end++;
    }
    if (end == entries.length - 1) {
      grow();
    }
    System.arraycopy(entries, place, entries, place + 1, end - place);
    System.arraycopy(states, place, states, place + 1, end - place);
  }

  private void grow() {
    int places = entries.length;
    entries = Arrays.copyOf(entries, places + MARGIN);
    states = Arrays.copyOf(states, places + MARGIN);
    Arrays.fill(entries, places, entries.length, EMPTY);
  }

  private void rebuild(int newHomes) {
    long[] oldEntries = entries;
    short[] oldStates = states;
    allocate(newHomes);
    int after = 0;
    for (int i = 0; i < oldEntries.length; i++) {
      if (oldEntries[i] != EMPTY) {
        after = append(after, oldEntries[i], oldStates[i]);
      }
    }
  }

  /**
   * Sorts what was loaded: points are as good as uniform, so that few entries have their home in
   * the same small stretch.
   *
   * @param spare empty before and after
   */
  private void sort(long[] loaded, long[] spare) {
    int[] ends = new int[(homes >>> STRETCH_SHIFT) + 2];
    for (int i = 0; i < count; i++) {
      ends[(home(loaded[i]) >>> STRETCH_SHIFT) + 1]++;
    }
    for (int stretch = 1; stretch < ends.length; stretch++) {
      ends[stretch] += ends[stretch - 1];
    }
    for (int i = 0; i < count; i++) {
      spare[ends[home(loaded[i]) >>> STRETCH_SHIFT]++] = loaded[i];
    }
    System.arraycopy(spare, 0, loaded, 0, count);
    Arrays.fill(spare, 0, count, EMPTY);
    int from = 0;
    for (int stretch = 0; stretch < ends.length - 1; stretch++) {
      Arrays.sort(loaded, from, ends[stretch]);
      from = ends[stretch];
    }
  }

  /** Puts an entry down behind all others; gives the first place that the next one may take. */
  private int append(int after, long entry, short state) {
    int place = Math.max(after, home(entry));
    if (place == entries.length - 1) {
      grow();
    }
    entries[place] = entry;
    states[place] = state;
    return place + 1;
  }

  private void allocate(int newHomes) {
    homes = newHomes;
    entries = new long[newHomes + MARGIN];
    states = new short[newHomes + MARGIN];
    Arrays.fill(entries, EMPTY);
  }
}
