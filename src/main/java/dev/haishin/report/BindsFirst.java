package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.haishin.results.Busiest;
import java.util.List;
import java.util.Optional;

/** What binds first, as pages of several runs say it: in a table's two cells, or in a sentence. */
final class BindsFirst {
  /** The headers of {@link #cells}. */
  static final List<String> HEADERS = List.of("binds first", "full at load");

  private BindsFirst() {}

  /** Of an object that has {@code busiest} and {@code utilization}. */
  static Optional<Busiest> read(JsonNode node) {
    String part = node.path("busiest").asText("");
    return part.isEmpty() || !node.path("utilization").isNumber()
        ? Optional.empty()
        : Optional.of(new Busiest(part, node.path("utilization").asDouble()));
  }

  static List<String> cells(Optional<Busiest> busiest) {
    return busiest
        .filter(found -> found.utilization() > 0)
        .map(
            found ->
                List.of(
                    found.part() + " at " + Quantity.of(found.utilization(), "fraction"),
                    "× " + Quantity.digits(found.fullAtLoad())))
        .orElse(List.of("–", "–"));
  }

  /** {@code gateway.cpu binds first, at 2.9 times this load (its hottest host is at 34%)}. */
  static String sentence(Busiest busiest) {
    return busiest.part()
        + " binds first, at "
        + BindingSection.factor(busiest.utilization())
        + " (its hottest host is at "
        + Quantity.of(busiest.utilization(), "fraction")
        + ")";
  }
}
