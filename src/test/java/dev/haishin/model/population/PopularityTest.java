package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopularityTest {

  @ParameterizedTest
  @CsvSource({"50,0.8", "50,1.0", "1000,0.6", "1000,2.0", "3,0", "1,0.7"})
  void ranksFollowZipf(int chats, double exponent) {
    Popularity popularity = new Popularity(chats, exponent, 5);
    RandomStream random = RandomStream.of(9, "zipf", "");
    int draws = 2_000_000;
    int[] hits = new int[chats];
    for (int i = 0; i < draws; i++) {
      hits[(int) popularity.sample(random)]++;
    }
    Arrays.sort(hits);
    double harmonic = 0;
    for (int rank = 1; rank <= chats; rank++) {
      harmonic += StrictMath.pow(rank, -exponent);
    }
    for (int rank = 1; rank <= Math.min(5, chats); rank++) {
      double expected = StrictMath.pow(rank, -exponent) / harmonic;
      double seen = (double) hits[chats - rank] / draws;
      double error = 5 * StrictMath.sqrt(expected / draws);
      assertEquals(expected, seen, error + 1e-3 * expected, "rank " + rank);
    }
    assertTrue(Arrays.stream(hits).sum() == draws);
  }
}
