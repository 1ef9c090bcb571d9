package dev.haishin.model.rack;

import java.util.Arrays;

/**
 * What a process asks of several hosts while it handles one event, grouped by host, so that
 * requests to the same host travel together.
 *
 * <p>Hosts come in the order in which they were first asked, a host's rows in the order in which
 * they were added. A row is four words that its user gives a meaning. Arrays grow to the largest
 * burst seen; nothing is allocated after that.
 */
public final class Burst {
  /** No further row. */
  public static final int END = -1;

  static final int COLUMNS = 4;

  private final int[] heads;
  private final int[] tails;
  private final int[] asked;
  private int askedCount;
  private long[] words = new long[COLUMNS * 64];
  private int[] next = new int[64];
  private int rows;

  /**
   * An empty burst.
   *
   * @param hosts how many hosts there are to ask
   */
  public Burst(int hosts) {
    heads = new int[hosts];
    tails = new int[hosts];
    asked = new int[hosts];
    Arrays.fill(heads, END);
  }

  /** Adds a row for a host. */
  public void add(int host, long first, long second, long third, long fourth) {
    if (rows == next.length) {
      next = Arrays.copyOf(next, rows * 2);
      words = Arrays.copyOf(words, rows * 2 * COLUMNS);
    }
    int row = rows++;
    int at = row * COLUMNS;
    words[at] = first;
    words[at + 1] = second;
    words[at + 2] = third;
    words[at + 3] = fourth;
    next[row] = END;
    if (heads[host] == END) {
      heads[host] = row;
      asked[askedCount++] = host;
    } else {
      next[tails[host]] = row;
    }
    tails[host] = row;
  }

  /** How many hosts have rows. */
  public int hosts() {
    return askedCount;
  }

  /** The host asked first, second, ... */
  public int host(int index) {
    return asked[index];
  }

  /** A host's first row, or {@link #END}. */
  public int head(int host) {
    return heads[host];
  }

  /** The row of the same host after this one, or {@link #END}. */
  public int next(int row) {
    return next[row];
  }

  /** A word of a row, {@code 0 <= column < 4}. */
  public long word(int row, int column) {
    return words[row * COLUMNS + column];
  }

  /** Forgets all rows. */
  public void clear() {
    for (int i = 0; i < askedCount; i++) {
      heads[asked[i]] = END;
    }
    askedCount = 0;
    rows = 0;
  }
}
