package dev.haishin.experiment.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2,4| 1 2 4",
        "10..50 step 10| 10 20 30 40 50",
        "10..100 step 40| 10 50 90",
        "10ms..40ms step 10ms| 10ms 20ms 30ms 40ms",
        "500us..2ms step 500us| 500us 1000us 1500us 2000us",
        "0.1..0.4 step 0.1| 0.1 0.2 0.3 0.4",
        "10%..30% step 5%| 10% 15% 20% 25% 30%",
        "x1..x1.3 step x0.1| x1 x1.1 x1.2 x1.3",
        "600/min..1200/min step 300/min| 600/min 900/min 1200/min",
        "1..1000 log| 1 10 100 1000",
        "1..1000 log 3| 1 2 5 10 22 46 100 215 464 1000",
        "1ms..1s log| 1ms 10ms 100ms 1s",
        "1ms..10ms log 2| 1ms 3.16ms 10ms",
        "5..60 log| 5 50 60",
        "1k..10k log 1| 1k 10k",
        "4..4 step 1| 4",
        "1,8..10 step 1,64| 1 8 9 10 64",
        "1_000..3_000 step 1_000| 1000 2000 3000",
      })
  void listsAndRangesAreSpeltOut(String text, String values) {
    assertEquals(List.of(values.split(" ")), read("kafka.partitions=" + text).values());
  }

  @Test
  void spacesBeforeAUnitAreKept() {
    List<String> values = read("costs.broker=0.5 USD/h..1.5 USD/h step 0.5 USD/h").values();
    assertEquals(List.of("0.5 USD/h", "1 USD/h", "1.5 USD/h"), values);
  }

  @Test
  void aCommaInBracketsOrQuotesIsPartOfItsValue() {
    Variation variation =
        read("chats.group={share: 10%, per-user: 4},\"uniform(3, 9)\",gamma(mean=1ms, cv=2)");
    assertEquals(
        List.of("{share: 10%, per-user: 4}", "\"uniform(3, 9)\"", "gamma(mean=1ms, cv=2)"),
        variation.values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kafka.brokers| is no variation; write --vary PATH=VALUE,VALUE",
        "=3| is no variation; write --vary PATH=VALUE,VALUE",
        "p=| has an empty value; write --vary PATH=VALUE,VALUE",
        "p=1,,2| has an empty value; write --vary PATH=VALUE,VALUE",
        "p=1,2,1| has '1' twice; keep one of them",
        "p=1..3 step 1,2| has '2' twice; keep one of them",
        "p=1..9| '1..9' does not say how far apart its values are; write 10ms..100ms step 10ms, or 1..1000 log 3",
        "p=9..1 step 1| '9..1 step 1' ends before it begins; write the lesser end first",
        "p=1..9 step 0| '0' is no step from 1; write a positive one in its unit",
        "p=1..9 step 1ms| '1ms' is no step from 1; write a positive one in its unit",
        "p=1ms..9KiB step 1ms| '1ms..9KiB step 1ms' has ends of different kinds; write 10ms..100ms step 10ms, or 1..1000 log 3",
        "p=1..x log| '1..x log' is no range; write 10ms..100ms step 10ms, or 1..1000 log 3",
        "p=0..9 log| '0..9 log' begins at 0; a log range begins above zero",
        "p=1..9 log 0| '1..9 log 0' asks for 0 values a decade; 1 to 100",
        "p=1..1e9 step 1| '1..1e9 step 1' has more than 10000 values; write a longer step",
      })
  void whatCannotBeVariedIsSaid(String text, String reason) {
    List<String> reasons = new ArrayList<>();
    assertTrue(Variation.read(text, reasons::add).isEmpty());
    assertEquals(List.of(reason), reasons);
  }

  @Test
  void everyErrorOfAListIsSaid() {
    List<String> reasons = new ArrayList<>();
    Variation.read("p=3..1 step 1,7,7,", reasons::add);
    assertEquals(3, reasons.size(), reasons.toString());
  }

  @Test
  void anySteppedRangeIsEvenAndEndsWithinAStepOfItsEnd() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      BigDecimal low = BigDecimal.valueOf(random.nextInt(1000), random.nextInt(4));
      BigDecimal step = BigDecimal.valueOf(1 + random.nextInt(500), random.nextInt(4));
      int whole = random.nextInt(40);
      BigDecimal rest = step.multiply(BigDecimal.valueOf(random.nextInt(100), 2));
      BigDecimal high = low.add(step.multiply(BigDecimal.valueOf(whole))).add(rest);
      String unit = List.of("", "ms", "%", " USD/GB", "k/s").get(random.nextInt(5));
      String text =
          low.toPlainString()
              + unit
              + ".."
              + high.toPlainString()
              + unit
              + " step "
              + step.toPlainString()
              + unit;
      List<String> values = read("p=" + text).values();
      assertEquals(whole + 1, values.size(), text);
      for (int k = 0; k < values.size(); k++) {
        assertTrue(values.get(k).endsWith(unit), text);
        BigDecimal number = number(values.get(k), unit);
        BigDecimal expected = low.add(step.multiply(BigDecimal.valueOf(k)));
        assertEquals(0, number.compareTo(expected), text + ": " + values.get(k));
      }
    }
  }

  @Test
  void anyLogarithmicRangeHasEqualRatiosAndBothEnds() {
    Random random = new Random(6);
    for (int i = 0; i < 2000; i++) {
      double low = (1 + random.nextInt(999)) / 100.0;
      double high = low * (1 + random.nextInt(100_000) / 10.0);
      int perDecade = 1 + random.nextInt(5);
      String text = plain(low) + "ms.." + plain(high) + "ms log " + perDecade;
      List<String> values = read("p=" + text).values();
      assertEquals(plain(low) + "ms", values.get(0), text);
      assertEquals(plain(high) + "ms", values.get(values.size() - 1), text);
      double ratio = Math.pow(10, 1.0 / perDecade);
      for (int k = 1; k + 1 < values.size(); k++) {
        double step =
            number(values.get(k), "ms").doubleValue()
                / number(values.get(k - 1), "ms").doubleValue();
        assertEquals(ratio, step, 0.011 * ratio, text);
      }
    }
  }

  @Test
  void anyWrittenTextsComeBackAsTheyWere() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      List<String> words = new ArrayList<>();
      int count = 1 + random.nextInt(6);
      for (int k = 0; k < count; k++) {
        String letters = Integer.toString(random.nextInt(1 << 20), 36);
        words.add(random.nextBoolean() ? "w" + letters + k : "f(" + letters + ", " + k + ")");
      }
      assertEquals(words, read("a.b=" + String.join(",", words)).values());
    }
  }

  private static Variation read(String text) {
    List<String> reasons = new ArrayList<>();
    return Variation.read(text, reasons::add)
        .orElseThrow(() -> new AssertionError(text + ": " + reasons));
  }

  private static BigDecimal number(String text, String unit) {
    return new BigDecimal(text.substring(0, text.length() - unit.length()));
  }

  private static String plain(double value) {
    return new BigDecimal(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
