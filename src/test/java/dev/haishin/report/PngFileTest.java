package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFileTest {

  @Test
  void anotherReaderSeesEveryPixelAsItWas() throws IOException {
    BufferedImage picture = new BufferedImage(311, 97, BufferedImage.TYPE_INT_RGB);
    SplittableRandom random = new SplittableRandom(7);
    for (int y = 0; y < 97; y++) {
      for (int x = 0; x < 311; x++) {
        picture.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngFile.of(picture)));
    assertEquals(311, read.getWidth());
    assertEquals(97, read.getHeight());
    for (int y = 0; y < 97; y++) {
      for (int x = 0; x < 311; x++) {
        assertEquals(picture.getRGB(x, y), read.getRGB(x, y), x + "," + y);
      }
    }
  }

  @Test
  void aPlainPictureTakesNextToNothing() {
    BufferedImage picture = new BufferedImage(1200, 600, BufferedImage.TYPE_INT_RGB);
    int size = PngFile.of(picture).length;
    assertTrue(size < 1200 * 600 * 3 / 200, size + " bytes");
  }

  @Test
  void aPictureWithTransparencyIsRefused() {
    BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
    assertThrows(IllegalArgumentException.class, () -> PngFile.of(picture));
  }
}
