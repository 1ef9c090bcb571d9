package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 100, 1023, 1024, 1025, 100_003})
  void hitsEveryIndexOnceAndComesBack(int size) {
    Permutation permutation = new Permutation(size, 42);
    BitSet hit = new BitSet(size);
    for (int i = 0; i < size; i++) {
      long image = permutation.apply(i);
      assertTrue(image >= 0 && image < size);
      assertFalse(hit.get((int) image));
      hit.set((int) image);
      assertEquals(i, permutation.invert(image));
    }
  }

  @Test
  void anotherKeyGivesAnotherOrder() {
    Permutation one = new Permutation(1000, 1);
    Permutation other = new Permutation(1000, 2);
    int same = 0;
    for (int i = 0; i < 1000; i++) {
      same += one.apply(i) == other.apply(i) ? 1 : 0;
    }
    // Two random permutations of n agree in one place on average (Montmort, 1708).
    assertTrue(same <= 8, "agree in " + same);
    assertNotEquals(one.apply(0), one.apply(1));
  }

  @Test
  void neighboursAreTornApart() {
    Permutation permutation = new Permutation(300_000_000L, 7);
    double sum = 0;
    int pairs = 20_000;
    for (int i = 0; i < pairs; i++) {
      sum += Math.abs(permutation.apply(i) - permutation.apply(i + 1)) / 300_000_000.0;
    }
    // The distance of two uniform points has mean 1/3 and deviation 0.2357.
    assertEquals(1 / 3.0, sum / pairs, 4 * 0.2357 / StrictMath.sqrt(pairs) * 1.5);
  }
}
