package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class KeyDistributionTest {

  @Test
  void letterSealingAddsTheBytesOfItsParts() {
    int chunks = 16 + 16 + 12 + 4 + 4;
    int wrapper = "{\"text\":\"\"}".length();
    assertEquals(60 + chunks + wrapper, KeyDistribution.LETTER_SEALING.sealedBytes(60));
  }

  @Test
  void aNewEpochOf500MembersTakesSome42Kilobytes() {
    assertEquals(500 * (48 + 4 + 33), KeyDistribution.LETTER_SEALING.rekeyBytes(500));
  }

  @Test
  void withoutEncryptionNothingIsAdded() {
    assertEquals(60, KeyDistribution.NONE.sealedBytes(60));
    assertEquals(0, KeyDistribution.NONE.rekeyBytes(500));
  }

  @Test
  void negativeSizesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new KeyDistribution(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> new KeyDistribution(0, -1));
  }
}
