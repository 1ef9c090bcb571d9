package dev.haishin.experiment.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.scenario.Quantities.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaledTest {
  private final Scaled scaled = new Scaled(new BigDecimal("0.2"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5ms| 4ms| 6ms",
        "0.85us| 0.68us| 1.02us",
        "82k/s| 65.6k/s| 98.4k/s",
        "0.68 USD/h| 0.544 USD/h| 0.816 USD/h",
        "x1| x0.8| x1.2",
        "exp(1ms)| exp(0.8ms)| exp(1.2ms)",
        "lognormal(p50=25ms p99=180ms)| lognormal(p50=20ms p99=144ms)| lognormal(p50=30ms p99=216ms)",
        "pareto(min=1ms alpha=2.2)| pareto(min=0.8ms alpha=2.2)| pareto(min=1.2ms alpha=2.2)",
        "mix(20%:10m 80%:1h)| mix(20%:8m 80%:0.8h)| mix(20%:12m 80%:1.2h)",
        "uniform(60B 2KiB)| uniform(48B 1.6KiB)| uniform(72B 2.4KiB)",
      })
  void aQuantityKeepsItsUnitAndItsForm(String text, String down, String up) {
    assertEquals(
        List.of(new Assumption("a.b", "", text, Optional.of(down), Optional.of(up))),
        scaled.of(new Quantity("a.b", text, false, false)));
  }

  @ParameterizedTest
  @CsvSource({"480,384,576", "3,2,4", "1,0,2", "4.5k,3600,5400", "1_000,800,1200"})
  void aCountStaysWholeAndMoves(String text, String down, String up) {
    Assumption count = scaled.of(new Quantity("a.b", text, true, false)).get(0);
    assertEquals(Optional.of(down), count.down());
    assertEquals(Optional.of(up), count.up());
  }

  @Test
  void aShareStaysAShare() {
    Assumption most = scaled.of(new Quantity("a.b", "90%", false, true)).get(0);
    assertEquals(Optional.of("72%"), most.down());
    assertEquals(Optional.of("100%"), most.up());
    Assumption all = scaled.of(new Quantity("a.b", "1", false, true)).get(0);
    assertEquals(Optional.of("0.8"), all.down());
    assertEquals(Optional.empty(), all.up());
  }

  @Test
  void aLawOfCountsVariesParameterByParameter() {
    List<Assumption> parts =
        scaled.of(new Quantity("chats.size", "powerlaw(alpha=2.5 min=3 max=500)", true, false));
    assertEquals(
        List.of("chats.size alpha", "chats.size min", "chats.size max"),
        parts.stream().map(Assumption::name).toList());
    assertEquals(Optional.of("powerlaw(alpha=2 min=3 max=500)"), parts.get(0).down());
    assertEquals(Optional.of("powerlaw(alpha=2.5 min=4 max=500)"), parts.get(1).up());
    assertEquals(Optional.of("powerlaw(alpha=2.5 min=3 max=400)"), parts.get(2).down());
  }

  @ParameterizedTest
  @CsvSource({"never", "none", "0ms", "0", "empirical(sizes.csv)", "zipf(0.8)"})
  void wordsZeroesAndFilesAreLeftAlone(String text) {
    assertEquals(List.of(), scaled.of(new Quantity("a.b", text, text.equals("0"), false)));
  }
}
