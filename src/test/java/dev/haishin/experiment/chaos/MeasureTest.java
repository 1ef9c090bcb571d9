package dev.haishin.experiment.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {
  @ParameterizedTest
  @CsvSource({
    "DURATION, 1500000000, 1500ms",
    "DURATION, 120000000000, 2m",
    "DURATION, 90000000000, 90s",
    "INSTANT, 7, 7ns",
    "SHARE, 1000, 10%",
    "SHARE, 1050, 10.5%",
    "SHARE, 1005, 10.05%",
    "SHARE, 25, 0.25%",
    "COUNT, 12, 12",
    "INDEX, 0, 0",
    "FACTOR, 10, x10"
  })
  void valuesAreWrittenAsScenariosWriteThem(Measure measure, long value, String text) {
    assertEquals(text, measure.text(value));
  }

  @Test
  void rounderIsNearForTimesAndLessForTheRest() {
    long second = 1_000_000_000L;
    List<Long> near = Measure.INSTANT.rounder(26 * second);
    assertEquals(0L, near.get(0));
    assertEquals(List.of(25 * second, 30 * second), near.subList(near.size() - 2, near.size()));
    assertEquals(
        List.of(second, 2 * second, 5 * second, 10 * second), Measure.DURATION.rounder(6 * second));
    assertEquals(
        List.of(second, 2 * second, 5 * second, 3 * second, 4 * second),
        Measure.DURATION.rounder(3_200_000_000L));
    assertEquals(List.of(100L, 200L, 500L), Measure.SHARE.rounder(777));
    assertEquals(List.of(), Measure.COUNT.rounder(1));
    assertEquals(List.of(0L), Measure.INDEX.rounder(3));
  }
}
