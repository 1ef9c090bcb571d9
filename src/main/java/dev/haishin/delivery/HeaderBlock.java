package dev.haishin.delivery;

import java.util.Arrays;

/** Bytes of a header block, as they are written. */
final class HeaderBlock {
  private byte[] bytes = new byte[64];
  private int size;

  /** Adds the lowest 8 bits. */
  void write(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
  }

  int size() {
    return size;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }
}
