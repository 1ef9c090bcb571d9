package dev.haishin.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes from region to region by kind of data and row of the timeline. */
@SuppressWarnings("EnumOrdinal") // Enums index arrays here: one load, no map, no boxing.
final class BorderTrack {
  private static final int KINDS = DataKind.NAMES.size();

  private final List<String> regions;
  private final int rows;
  private final long[][] bytes;

  BorderTrack(List<String> regions, int rows) {
    this.regions = regions;
    this.rows = rows;
    bytes = new long[regions.size() * regions.size() * KINDS][];
  }

  void add(int from, int to, DataKind kind, int row, long more) {
    int place = place(from, to, kind.ordinal());
    if (bytes[place] == null) {
      bytes[place] = new long[rows];
    }
    bytes[place][row] += more;
  }

  void addAll(BorderTrack other) {
    for (int place = 0; place < bytes.length; place++) {
      for (int row = 0; other.bytes[place] != null && row < rows; row++) {
        if (bytes[place] == null) {
          bytes[place] = new long[rows];
        }
        bytes[place][row] += other.bytes[place][row];
      }
    }
  }

  /**
   * Bytes by row.
   *
   * @param from a region's name, or empty for all; so are the others
   */
  long[] bytes(String from, String to, String data) {
    long[] sum = new long[rows];
    for (int f = 0; f < regions.size(); f++) {
      for (int t = 0; t < regions.size(); t++) {
        for (int kind = 0; kind < KINDS; kind++) {
          long[] part = bytes[place(f, t, kind)];
          if (part != null
              && fits(from, regions.get(f))
              && fits(to, regions.get(t))
              && fits(data, DataKind.NAMES.get(kind))) {
            Arrays.setAll(sum, row -> sum[row] + part[row]);
          }
        }
      }
    }
    return sum;
  }

  /** What there is, as qualifiers of the metric, in the order of the regions. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (int place = 0; place < bytes.length; place++) {
      if (bytes[place] != null) {
        String from = regions.get(place / KINDS / regions.size());
        String to = regions.get(place / KINDS % regions.size());
        String data = DataKind.NAMES.get(place % KINDS);
        parts.add("{from=" + from + ",to=" + to + ",data=" + data + "}");
      }
    }
    return parts;
  }

  private static boolean fits(String asked, String name) {
    return asked.isEmpty() || asked.equals(name);
  }

  private int place(int from, int to, int kind) {
    return (from * regions.size() + to) * KINDS + kind;
  }
}
