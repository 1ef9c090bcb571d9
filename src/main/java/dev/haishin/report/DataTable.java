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
}
