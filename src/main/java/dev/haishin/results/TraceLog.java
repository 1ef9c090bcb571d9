package dev.haishin.results;

import java.util.ArrayList;
import java.util.List;

/** An append-only table of longs, page by page: growing never copies. */
final class TraceLog {
  private static final int PAGE_ROWS = 1 << 12;

  private final int width;
  private final long mostRows;
  private final List<long[]> pages = new ArrayList<>();
  private long[] page = {};
  private int at;
  private long rows;

  /**
   * @param width longs in a row, at most 5
   * @param mostRows rows beyond are counted, not kept
   */
  TraceLog(int width, long mostRows) {
    this.width = width;
    this.mostRows = mostRows;
  }

  void add(long first, long second, long third, long fourth) {
    if (makeRoom()) {
      put(first, second, third, fourth);
    }
  }

  void add(long first, long second, long third, long fourth, long fifth) {
    if (makeRoom()) {
      put(first, second, third, fourth);
      page[at++] = fifth;
    }
  }

  /** How many rows were added, kept or not. */
  long rows() {
    return rows;
  }

  /** Whether every row was kept. */
  boolean isComplete() {
    return rows <= mostRows;
  }

  /** Hands out the rows that were kept, in the order of their addition. */
  void forEach(Row visitor) {
    long left = Math.min(rows, mostRows);
    for (long[] filled : pages) {
      for (int row = 0; row < PAGE_ROWS && left > 0; row++, left--) {
        visitor.accept(filled, row * width);
      }
    }
  }

  private boolean makeRoom() {
    if (rows++ >= mostRows) {
      return false;
    }
    if (at == page.length) {
      page = new long[PAGE_ROWS * width];
      pages.add(page);
      at = 0;
    }
    return true;
  }

  private void put(long first, long second, long third, long fourth) {
    page[at++] = first;
    page[at++] = second;
    page[at++] = third;
    page[at++] = fourth;
  }

  /** Sees one row. */
  interface Row {
    /** The row's longs start at {@code offset}. */
    void accept(long[] page, int offset);
  }
}
