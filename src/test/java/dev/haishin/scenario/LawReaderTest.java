package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LawReaderTest {
  @TempDir Path folder;

  /**
   * mean = median x exp(sigma^2 / 2); the 99% point of a normal law is at 2.326348, 90% at
   * 1.281552.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1ms                            | 1000000     | 1000000     | 1000000",
        "exp(1ms)                       | 1000000     | 693147.2    | 4605170.2",
        "uniform(1ms 3ms)               | 2000000     | 2000000     | 2980000",
        "lognormal(p50=25ms p99=180ms)  | 35834663.9  | 25000000    | 180000000",
        "lognormal(p99=180ms p50=25ms)  | 35834663.9  | 25000000    | 180000000",
        "lognormal(p50=25ms, p99=180ms) | 35834663.9  | 25000000    | 180000000",
        "lognormal(mean=1ms cv=0.5)     | 1000000     | 894427.2    | 2684112.6",
        "lognormal(p50=1ms p90=2ms)     | 1157506.0   | 1000000     | 3519226.5",
        "lognormal(p50=1ms cv=1)        | 1414213.6   | 1000000     | 6936600.1",
        "lognormal(mean=1133148ns p99=3200074ns) | 1133148 | 1000000 | 3200074",
        "lognormal(mean=2ms p50=1ms)    | 2000000     | 1000000     | 15472518.5",
      })
  void lawsHaveTheirMeanAndQuantiles(String text, String mean, String median, String p99) {
    Law law = read(text);
    close(Double.parseDouble(mean), law.mean());
    close(Double.parseDouble(median), (double) law.distribution().valueAt(Long.MIN_VALUE));
    long bits = Long.divideUnsigned(-1L, 100) * 99;
    close(Double.parseDouble(p99), (double) law.distribution().valueAt(bits));
    assertEquals(!text.contains("("), law.fixed());
    assertEquals(text, law.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "never",
        "gamma(mean=1ms cv=0.5)",
        "gamma(mean=1ms p99=5ms)",
        "gamma(p50=1ms cv=2)",
        "pareto(min=1ms alpha=2.2)",
        "mix(5%:uniform(4m 5m) 20%:10m 75%:never)",
        "mix(5%:uniform(4m, 5m), 20%:10m, 75%:never)",
        "shift(5ms exp(2ms))",
        "shift(5ms mix(50%:exp(2ms) 50%:lognormal(p50=1ms p99=9ms)))",
        "  exp(1ms)  "
      })
  void eachLawIsKnown(String text) {
    assertNotNull(read(text));
  }

  @Test
  void sizesOfChatsFollowAPowerLaw() {
    Law law = read(Types.COUNT_LAW, "powerlaw(alpha=2 min=1 max=3)", new Problems());
    // Weights 1, 1/4, 1/9 of 49/36: the mean is (1 + 1/2 + 1/3) / (49/36) = 66/49.
    close(66.0 / 49, law.mean());
    assertEquals(1, law.distribution().valueAt(0));
    assertEquals(3, law.distribution().valueAt(-1L));
  }

  @Test
  void aMeasuredLawIsReadBesideTheScenario() {
    ScenarioTexts.write(folder, "measured.csv", "# ms\n1ms, 10%\n\n2ms, 0.5\n9ms, 100%\n");
    assertNotNull(read("empirical(measured.csv)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "empirical(missing.csv) | 'missing.csv' is no file",
        "empirical(.)           | '.' is no file",
        "empirical(falling.csv) | falling.csv must rise line by line",
        "empirical(short.csv)   | short.csv must rise line by line",
        "empirical(below.csv)   | below.csv must rise line by line",
        "empirical(words.csv)   | words.csv, line 1: not 'value,cumulative fraction'",
        "empirical(a b)         | empirical takes one file",
        "empirical()            | empirical takes one file"
      })
  void aBrokenMeasurementIsNamed(String text, String expected) {
    ScenarioTexts.write(folder, "falling.csv", "2ms,50%\n1ms,100%\n");
    ScenarioTexts.write(folder, "short.csv", "1ms,50%\n2ms,90%\n");
    ScenarioTexts.write(folder, "below.csv", "1ms,-50%\n2ms,100%\n");
    ScenarioTexts.write(folder, "words.csv", "fast,50%\nslow,100%\n");
    refused(text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "5                              | '5' has no unit",
        "-5ms                           | '-5ms' is negative",
        "exp()                          | exp takes its mean: exp(1ms)",
        "exp(0ms)                       | '0ms' must be above 0",
        "exp(1)                         | '1' has no unit",
        "exp(1ms 2ms)                   | exp takes its mean",
        "uniform(3ms 1ms)               | uniform's ends are swapped",
        "uniform(3ms)                   | uniform takes two ends",
        "lognormal(p50=25ms)            | lognormal takes two of mean p50 p90 p95 p99 cv",
        "lognormal(p50=25ms p99=1ms)    | a higher percentile must be larger",
        "lognormal(mean=1ms p50=2ms)    | no lognormal has these",
        "lognormal(mean=1ms p99=99ms)   | no lognormal has these",
        "lognormal(p50=0ms p99=1ms)     | must be above 0",
        "lognormal(p50=1ms p50=1ms)     | 'p50' stands twice",
        "lognormal(p98=1ms p50=1ms)     | lognormal has no 'p98'",
        "lognormal(1ms 2ms)             | must be written name=value",
        "gamma(p50=1ms p99=2ms)         | gamma takes mean and cv",
        "gamma(mean=1ms cv=0)           | '0' must be above 0",
        "gamma(mean=1ms cv=50)          | no gamma distribution has these",
        "gamma(mean=1ms p90=99ms)       | no gamma distribution has these",
        "pareto(min=1ms)                | it is written pareto(min=1ms alpha=2.2)",
        "powerlaw(alpha=2 min=9ms max=3ms) | powerlaw runs from min to max",
        "powerlaw(alpha=2 min=1ms max=3s)  | at most a million values",
        "mix(50%:1ms)                   | the weights of mix must add up to 100%",
        "mix(1ms 2ms)                   | mix takes weighted parts",
        "mix()                          | the weights of mix must add up to 100%",
        "shift(5ms)                     | shift takes a value and a distribution",
        "normal(1ms)                    | 'normal' is no distribution; known are",
        "exp(1ms))                      | is no unit of a duration",
        "exp(1ms                        | is not a duration"
      })
  void errorsNameWhatFits(String text, String expected) {
    refused(text, expected);
  }

  @Test
  void lawsWithinLawsEndSomewhere() {
    String deep = "shift(1ms ".repeat(50_000) + "1ms" + ")".repeat(50_000);
    refused(deep, "a distribution longer than 1000 characters");
  }

  private void refused(String text, String expected) {
    Problems problems = new Problems();
    assertNull(read(Types.DURATION_LAW, text, problems));
    assertEquals(1, problems.list().size(), problems.list()::toString);
    String wrong = problems.list().get(0).wrong();
    assertTrue(wrong.contains(expected), wrong);
  }

  private Law read(String text) {
    Problems problems = new Problems();
    Law law = read(Types.DURATION_LAW, text, problems);
    assertEquals("[]", problems.list().toString());
    return law;
  }

  private Law read(Type<Law> type, String text, Problems problems) {
    Value value = new Value.Scalar(new Position("file", 1, 1), text);
    return type.read(value, "key", new Reading(problems, folder, true));
  }

  private static void close(double expected, double actual) {
    assertEquals(expected, actual, 1e-5 * expected + 1);
  }
}
