package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void eachNineOfAPercentileTakesTheSameLength() {
    Scale scale = new PercentileScale(4);
    assertEquals(0, scale.position(0));
    assertEquals(0.25, scale.position(0.9), 1e-12);
    assertEquals(0.5, scale.position(0.99), 1e-12);
    assertEquals(0.75, scale.position(0.999), 1e-12);
    // log10(1 / (1 - 0.5)) = log10(2) = 0.30103, a quarter of that on four nines
    assertEquals(0.0752575, scale.position(0.5), 1e-7);
    // log10(1 / (1 - 0.95)) = log10(20) = 1.30103
    assertEquals(0.3252575, scale.position(0.95), 1e-7);
  }

  @Test
  void percentilesBeyondTheAxisStandAtItsEnd() {
    Scale scale = new PercentileScale(2);
    assertEquals(1, scale.position(0.99), 1e-12);
    assertEquals(1, scale.position(0.9999));
    assertEquals(1, scale.position(1));
  }

  @Test
  void percentileAxisEndsWhereTheSlowestOfTheSamplesStands() {
    assertEquals(1, PercentileScale.forSamples(1000).position(1 - 1 / 1000.0), 1e-9);
    assertEquals(List.of("0%", "50%", "90%", "99%", "99.9%"), labels(new PercentileScale(3)));
    assertThrows(IllegalArgumentException.class, () -> new PercentileScale(0));
  }

  @Test
  void linearAxisEndsAtTheFirstStepAboveTheData() {
    Scale scale = LinearScale.upTo(143_000, "");
    assertEquals(List.of("0", "50k", "100k", "150k"), labels(scale));
    assertEquals(0.5, scale.position(75_000), 1e-12);
    assertEquals(List.of("0%", "50%", "100%"), labels(LinearScale.fixed(1, 0.5, "fraction")));
  }

  @Test
  void anAxisBetweenValuesLeavesAStepOnEitherSide() {
    LinearScale scale = LinearScale.between(12_684, 12_712, "USD");
    assertEquals(
        List.of(
            "12,670 USD",
            "12,680 USD",
            "12,690 USD",
            "12,700 USD",
            "12,710 USD",
            "12,720 USD",
            "12,730 USD"),
        scale.ticks().stream().map(Tick::label).toList());
    assertEquals(0.5, scale.position(12_700), 1e-12);
    assertEquals(0, LinearScale.between(0, 10, "ms").position(0));
    assertEquals(0.5, LinearScale.between(7, 7, "ms").position(7), 0.1);
  }

  @Test
  void linearAxisOfNothingStillHasAHeight() {
    assertEquals(0, LinearScale.upTo(0, "").position(0));
    assertEquals(1, LinearScale.upTo(Double.NaN, "").position(1), 1e-12);
  }

  @Test
  void logarithmicAxisGivesEachDecadeTheSameLength() {
    Scale scale = LogScale.covering(12, 900, "ms");
    assertEquals(
        List.of("10 ms", "20 ms", "50 ms", "100 ms", "200 ms", "500 ms", "1 s"), labels(scale));
    assertEquals(0.5, scale.position(100), 1e-12);
    assertEquals(0, scale.position(0));
    assertEquals(1, scale.position(5000));
  }

  @Test
  void logarithmicAxisOfManyDecadesNamesOnlyThePowersOfTen() {
    Scale scale = LogScale.covering(0.1, 50_000, "ms");
    assertEquals(List.of("100 µs", "1 ms", "10 ms", "100 ms", "1 s", "10 s"), labels(scale));
  }

  @Test
  void timeIsWrittenAsInScenarios() {
    assertEquals(List.of("0", "2m", "4m", "6m", "8m", "10m"), labels(new TimeScale(600)));
    assertEquals(List.of("0", "10s", "20s", "30s", "40s", "50s", "1m"), labels(new TimeScale(60)));
    assertEquals(0.25, new TimeScale(600).position(150), 1e-12);
  }

  private static List<String> labels(Scale scale) {
    return scale.ticks().stream().map(Tick::label).toList();
  }
}
