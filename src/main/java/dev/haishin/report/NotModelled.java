package dev.haishin.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the models leave out, by component: the last column of the table with which the page about
 * the model begins, which the build puts beside the classes. So there is one list of it.
 */
final class NotModelled {
  private static final String PAGE = "model.md";
  private static final int COLUMNS = 3;

  private NotModelled() {}

  static DataTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (String line : page().lines().toList()) {
      if (line.startsWith("|") && !line.startsWith("|-")) {
        List<String> cells = List.of(line.substring(1).split("\\|"));
        if (cells.size() == COLUMNS) {
          rows.add(List.of(cells.get(0).strip(), cells.get(2).strip().replace("`", "")));
        }
      } else if (!rows.isEmpty() && line.isBlank()) {
        break;
      }
    }
    return new DataTable(rows.get(0), rows.subList(1, rows.size()));
  }

  private static String page() {
    try (InputStream page = NotModelled.class.getResourceAsStream(PAGE)) {
      if (page == null) {
        throw new IllegalStateException(PAGE + " is not in the program's jar");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(PAGE + " cannot be read from the program's jar", e);
    }
  }
}
