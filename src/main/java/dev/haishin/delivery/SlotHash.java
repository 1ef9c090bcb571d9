package dev.haishin.delivery;

/**
 * The Redis Cluster slot of a key: CRC-16/XMODEM modulo 16,384, taken over the hash tag where the
 * key has one.
 *
 * <p>A user's key is the text {@code u:} followed by the decimal user number, such as {@code
 * u:194000000}. It has no hash tag, so a user's keys are spread like any others.
 */
public final class SlotHash {
  /** The slots of a cluster. */
  public static final int SLOTS = 16_384;

  private static final int POLYNOMIAL = 0x1021;
  private static final int[] TABLE = table();
  private static final int USER_PREFIX = step(step(0, 'u'), ':');

  private SlotHash() {}

  /**
   * The slot of a user's key {@code u:<userId>}.
   *
   * @param userId at least 0
   */
  public static int slotOfUser(long userId) {
    if (userId < 0) {
      throw new IllegalArgumentException("userId is " + userId + "; it must be at least 0");
    }
    return decimal(USER_PREFIX, userId) & (SLOTS - 1);
  }

  /** The slot of a key. */
  public static int slot(byte[] key) {
    return slot(key, 0, key.length);
  }

  /** The slot of a key within a larger array. */
  public static int slot(byte[] data, int offset, int length) {
    int end = offset + length;
    int open = indexOf(data, '{', offset, end);
    if (open < end) {
      int close = indexOf(data, '}', open + 1, end);
      if (close < end && close > open + 1) {
        return crc16(data, open + 1, close - open - 1) & (SLOTS - 1);
      }
    }
    return crc16(data, offset, length) & (SLOTS - 1);
  }

  /** The CRC-16/XMODEM of a range of bytes. */
  public static int crc16(byte[] data, int offset, int length) {
    int crc = 0;
    for (int i = offset; i < offset + length; i++) {
      crc = step(crc, data[i]);
    }
    return crc;
  }

  private static int step(int crc, int value) {
    return ((crc << 8) & 0xffff) ^ TABLE[((crc >>> 8) ^ value) & 0xff];
  }

  /** Recursion yields the leading digit first without a buffer; it is at most 19 deep. */
  private static int decimal(int crc, long number) {
    long leading = number / 10;
    int before = leading == 0 ? crc : decimal(crc, leading);
    return step(before, '0' + (int) (number - leading * 10));
  }

  private static int indexOf(byte[] data, char wanted, int from, int end) {
    int i = from;
    while (i < end && data[i] != wanted) {
      i++;
    }
    return i;
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int value = 0; value < table.length; value++) {
      int crc = value << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
      }
      table[value] = crc & 0xffff;
    }
    return table;
  }
}
