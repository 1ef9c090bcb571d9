package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NotModelledTest {
  @Test
  void everyComponentOfTheModelsPageHasALine() {
    DataTable table = NotModelled.table();
    assertEquals("component", table.header().get(0));
    assertTrue(table.header().get(1).startsWith("not modelled"), table.header().get(1));
    List<String> components = table.rows().stream().map(row -> row.get(0)).toList();
    assertTrue(
        components.containsAll(List.of("gateways", "Kafka", "store", "push", "network")),
        components.toString());
    table.rows().forEach(row -> assertFalse(row.get(0).isEmpty(), row.toString()));
  }
}
