package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SizeFiguresTest {
  @Test
  void eachExpectationIsDrawnInItsUnitWithItsLimitAndItsTable() throws IOException {
    JsonNode step =
        new ObjectMapper()
            .readTree(
                """
                {"tried": [
                  {"values": ["3"], "decides": false, "expectations": [
                    {"path": "delivery.online.p99", "expected": "<= 1.5s", "value": 1800,
                     "half-width": 100, "verdict": "missed"},
                    {"path": "gateway.cpu.max", "expected": "< 80%", "value": 0.9,
                     "verdict": "missed"}]},
                  {"values": ["4"], "decides": true, "expectations": [
                    {"path": "delivery.online.p99", "expected": "<= 1.5s", "value": 900,
                     "half-width": 50, "verdict": "met"},
                    {"path": "ledger.lost", "expected": "== 0", "verdict": "unknown"}]}]}
                """);
    String page = SizeFigures.of(step, 0).toString();
    assertTrue(page.contains("id=\"figure-size-0-delivery-online-p99\""), page);
    assertTrue(page.contains("3 (led): 1.8 s (1.7 s to 1.9 s)"), page);
    assertTrue(page.contains("4: 900 ms (850 ms to 950 ms)"), page);
    assertTrue(page.contains("3 (led): 90% (90% to 90%)"), page);
    assertFalse(page.contains("ledger.lost"), "nothing is known of it");
    assertEquals(3, page.split("class=\"mark\"").length, "a limit in each of two figures");
  }
}
