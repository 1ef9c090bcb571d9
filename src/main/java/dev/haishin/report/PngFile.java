package dev.haishin.report;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Pictures as PNG files: eight bits a colour, no transparency, rows as they are. Charts are large
 * plain areas, which deflate as well without the filters that PNG offers for photographs as with
 * them, in a fraction of the time that {@code javax.imageio} takes over choosing one for each row.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte BITS_PER_COLOUR = 8;
  private static final byte TRUE_COLOUR = 2;
  private static final byte NO_FILTER = 0;
  private static final int CHANNELS = 3;

  /** Level 4 gives smaller files than level 1, and level 6 hardly smaller ones than 4. */
  private static final int DEFLATE_LEVEL = 4;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);

  private PngFile() {}

  /**
   * The whole file.
   *
   * @param picture of type {@link BufferedImage#TYPE_INT_RGB}
   */
  static byte[] of(BufferedImage picture) {
    if (picture.getType() != BufferedImage.TYPE_INT_RGB) {
      throw new IllegalArgumentException("a picture of type " + picture.getType());
    }
    PngFile file = new PngFile();
    file.out.writeBytes(SIGNATURE);
    file.chunk("IHDR", header(picture));
    file.chunk("IDAT", deflated(rows(picture)));
    file.chunk("IEND", new byte[0]);
    return file.out.toByteArray();
  }

  private static byte[] header(BufferedImage picture) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    number(header, picture.getWidth());
    number(header, picture.getHeight());
    byte deflate = 0;
    byte adaptiveFilters = 0;
    byte notInterlaced = 0;
    header.writeBytes(
        new byte[] {BITS_PER_COLOUR, TRUE_COLOUR, deflate, adaptiveFilters, notInterlaced});
    return header.toByteArray();
  }

  private static byte[] rows(BufferedImage picture) {
    int width = picture.getWidth();
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    byte[] rows = new byte[picture.getHeight() * (1 + CHANNELS * width)];
    int at = 0;
    for (int i = 0; i < pixels.length; i++) {
      if (i % width == 0) {
        rows[at++] = NO_FILTER;
      }
      int colour = pixels[i];
      rows[at++] = (byte) (colour >> 16);
      rows[at++] = (byte) (colour >> 8);
      rows[at++] = (byte) colour;
    }
    return rows;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(DEFLATE_LEVEL);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream deflated = new ByteArrayOutputStream(1 << 17);
      byte[] part = new byte[1 << 16];
      while (!deflater.finished()) {
        deflated.write(part, 0, deflater.deflate(part));
      }
      return deflated.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private void chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    number(out, content.length);
    out.writeBytes(name);
    out.writeBytes(content);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    number(out, (int) sum.getValue());
  }

  private static void number(ByteArrayOutputStream out, int value) {
    out.write(value >> 24);
    out.write(value >> 16);
    out.write(value >> 8);
    out.write(value);
  }
}
