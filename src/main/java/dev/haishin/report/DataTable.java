package dev.haishin.report;

import java.util.List;

/** The numbers behind a figure, as text. */
record DataTable(List<String> header, List<List<String>> rows) {
  DataTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(row + " does not fit under " + header);
      }
    }
  }

  /** One row as a pointer reads it: what it is of, then each figure under its name. */
  String reading(int row) {
    List<String> cells = rows.get(row);
    StringBuilder text = new StringBuilder(cells.get(0));
    for (int i = 1; i < cells.size(); i++) {
      text.append('\n').append(header.get(i)).append(": ").append(cells.get(i));
    }
    return text.toString();
  }
}
