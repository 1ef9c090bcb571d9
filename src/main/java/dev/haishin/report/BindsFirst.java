package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.haishin.results.Busiest;
import java.util.Optional;

/** What binds first, as pages of several runs say it: in a table's cell, or in a sentence. */
final class BindsFirst {
  /** The header of a {@link #cell}. */
  static final String HEADER = "binds first, full at load";

  private BindsFirst() {}

  /** Of an object that has {@code busiest} and {@code utilization}. */
  static Optional<Busiest> read(JsonNode node) {
    String part = node.path("busiest").asText("");
    return part.isEmpty() || !node.path("utilization").isNumber()
        ? Optional.empty()
        : Optional.of(new Busiest(part, node.path("utilization").asDouble()));
  }

  /** {@code gateway.cpu, × 2.9}. */
  static String cell(Optional<Busiest> busiest) {
    return busiest
        .filter(found -> found.utilization() > 0)
        .map(found -> found.part() + ", × " + Quantity.digits(found.fullAtLoad()))
        .orElse("–");
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
