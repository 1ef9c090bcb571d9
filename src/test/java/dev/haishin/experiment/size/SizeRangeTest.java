package dev.haishin.experiment.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeRangeTest {
  @ParameterizedTest
  @CsvSource({
    "2..64, 63, 2, 3, 64",
    "10..100 step 20, 5, 10, 30, 90",
    "x1..x3, 101, x1, x1.02, x3",
    "10ms..1s step 10ms, 100, 10ms, 20ms, 1000ms",
    "100k..500k step 100000, 5, 100k, 200k, 500k",
    "0.5..1 step 0.1, 6, 0.5, 0.6, 1"
  })
  void aRangeIsItsSteps(String text, int count, String first, String second, String last) {
    SizeRange range = read("kafka.brokers", text, false);
    assertEquals(count, range.count());
    assertEquals(first, range.value(0));
    assertEquals("kafka.brokers=" + second, range.setting(1));
    assertEquals(last, range.value(count - 1));
  }

  @ParameterizedTest
  @CsvSource({
    "2..64, 2..64",
    "10..100 step 20, 10..90 step 20",
    "x1..x3, x1..x3 step x0.02",
    "10ms..1s step 10ms, 10ms..1000ms step 10ms"
  })
  void itsTextReadsAsTheSameRange(String text, String again) {
    for (boolean most : new boolean[] {false, true}) {
      SizeRange range = read("kafka.brokers", text, most);
      assertEquals(again, range.text());
      assertEquals(range.count(), read("kafka.brokers", again, most).count());
    }
  }

  @Test
  void ofAPathThatTakesCapacityTheLastStepIsTheLeastValue() {
    SizeRange range = read("load", "x1..x3 step x1", true);
    assertEquals("x3", range.value(0));
    assertEquals("x1", range.value(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "load",
        "gateways.connections-each",
        "gateways.frame-out-cost",
        "traffic.messages.rate",
        "regions.tokyo.users"
      })
  void moreOfItIsLessCapacity(String path) {
    assertTrue(SizeRange.isMoreLess(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateways.per-region", "gateways.cores", "kafka.brokers", "redis.shards"})
  void moreOfItIsMoreCapacity(String path) {
    assertFalse(SizeRange.isMoreLess(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "64..2", "3..3", "2..x", "2..5ms", "2..9 step 0", "2..9 step 1s", "a..b"})
  void whatIsNoRangeIsRefusedWithTheReason(String text) {
    List<String> reasons = new ArrayList<>();
    assertEquals(
        Optional.empty(), SizeRange.read("kafka.brokers", text, false, reasons::add), text);
    assertEquals(1, reasons.size());
  }

  private static SizeRange read(String path, String text, boolean most) {
    return SizeRange.read(
            path,
            text,
            most,
            why -> {
              throw new AssertionError(why);
            })
        .orElseThrow();
  }
}
