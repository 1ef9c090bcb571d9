package dev.haishin.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Truncation points that can be worked out by hand. */
class Mser5Test {
  @Test
  void theHighBeginningIsCutOff() {
    // Twelve batches. From the third on ten of them spread by 1 around 2: 10 / 100 = 0.1. With the
    // second (5) the mean is 25/11 and the squares are 10 + 9 * 10/11, over 121: 0.150. One later,
    // 3 1 3 1 3 1 3 1 3, the mean is 19/9 and 8.889 / 81 = 0.110.
    assertEquals(
        OptionalInt.of(10), Mser5.truncation(ofBatches(9, 5, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3)));
  }

  @Test
  void aSteadySeriesKeepsAll() {
    assertEquals(
        OptionalInt.of(0), Mser5.truncation(ofBatches(1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3)));
    assertEquals(OptionalInt.of(0), Mser5.truncation(ofBatches(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)));
  }

  @Test
  void aSeriesThatStillRisesHasNotSettled() {
    double[] rising = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
    assertEquals(OptionalInt.empty(), Mser5.truncation(rising));
  }

  /** Within a batch the order and the remainder at the end do not matter. */
  @Test
  void onlyMeansOfFiveCount() {
    double[] series = new double[52];
    for (int i = 0; i < series.length; i++) {
      series[i] = (i < 5 ? 50 : 0) + (i % 5 == 0 ? 5 : 0);
    }
    series[51] = 1e9;
    assertEquals(OptionalInt.of(5), Mser5.truncation(series));
  }

  @Test
  void tooShortASeriesIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Mser5.truncation(new double[49]));
  }

  private static double[] ofBatches(double... means) {
    return IntStream.range(0, means.length * Mser5.BATCH)
        .mapToDouble(i -> means[i / Mser5.BATCH])
        .toArray();
  }
}
