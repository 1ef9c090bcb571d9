package dev.haishin.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What {@code --vary} says: one path of the scenario and the values that it takes.
 *
 * @param path dotted, as in {@code --set}
 * @param values as a scenario writes them, in the order of the sweep
 */
public record Variation(String path, List<String> values) {

  /** Checks that there is something to vary, and that no value stands twice. */
  public Variation {
    values = List.copyOf(values);
    if (path.isBlank() || values.isEmpty()) {
      throw new IllegalArgumentException("a variation has a path and values");
    }
    if (values.stream().distinct().count() != values.size()) {
      throw new IllegalArgumentException(path + " takes a value twice");
    }
  }

  /**
   * Reads {@code PATH=VALUES}, where VALUES are values and ranges with commas between. A comma
   * inside brackets or quotes is part of its value.
   *
   * @return empty when it is wrong, with every reason told
   */
  public static Optional<Variation> read(String text, Consumer<String> wrong) {
    int equals = text.indexOf('=');
    if (equals < 1 || text.substring(0, equals).isBlank()) {
      wrong.accept("is no variation; write --vary PATH=VALUE,VALUE");
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    Set<String> values = new LinkedHashSet<>();
    for (String part : split(text.substring(equals + 1))) {
      boolean isRange = ValueRange.isRange(part);
      List<String> these = isRange ? ValueRange.values(part, reasons::add) : List.of(part);
      for (String value : these) {
        if (value.isEmpty()) {
          reasons.add("has an empty value; write --vary PATH=VALUE,VALUE");
        } else if (!values.add(value)) {
          reasons.add("has '" + value + "' twice; keep one of them");
        }
      }
    }
    reasons.forEach(wrong);
    return reasons.isEmpty()
        ? Optional.of(new Variation(text.substring(0, equals).strip(), List.copyOf(values)))
        : Optional.empty();
  }

  /** Cuts at the commas that stand in no brackets and no quotes. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      } else if (c == ',' && depth <= 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
