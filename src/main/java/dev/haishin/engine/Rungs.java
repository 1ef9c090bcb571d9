package dev.haishin.engine;

/**
 * Which bits of an instant each rung of a ladder queue tells apart. A rung of b bits starting at
 * bit s has 2^b buckets of 2^s ns, which together span one bucket of the rung above.
 *
 * <p>Rungs are laid from the top down as events come near, each as fine as what it has to hold, so
 * the lower ones change all the time; what lies below the lowest one laid has no meaning.
 */
final class Rungs {
  /** Bits of an instant; none is negative. */
  static final int BITS = Long.SIZE - 1;

  /** The most bits of one rung. */
  static final int MOST_BITS = 8;

  static final int BUCKETS = 1 << MOST_BITS;

  /** More than can be laid: each step down takes three bits at least, and the top {@link #BITS}. */
  static final int COUNT = 32;

  private static final int FEWEST_BITS = 3;

  /** So many events are meant to share a bucket of the rung that is reached first. */
  private static final int IN_BUCKET = 12;

  private final int[] shift = new int[COUNT + 1];
  private final byte[] bits = new byte[COUNT + 1];
  private final byte[] ofBit = new byte[Long.SIZE];

  Rungs() {
    shift[COUNT] = BITS;
    int rung = COUNT;
    while (shift[rung] > 0) {
      lay(rung, Math.min(MOST_BITS, shift[rung]));
      rung--;
    }
  }

  /** The rung for an instant, told by how it differs from the end of what is covered. */
  int of(long difference) {
    return ofBit[Long.SIZE - 1 - Long.numberOfLeadingZeros(difference)];
  }

  /** The width of a rung's buckets is 2 to this power, nanoseconds. */
  int shift(int rung) {
    return shift[rung];
  }

  /** The bucket that an instant falls into, numbered over all rungs. */
  int bucket(int rung, long timeNs) {
    return (rung << MOST_BITS) + ((int) (timeNs >>> shift[rung]) & ((1 << bits[rung]) - 1));
  }

  /** Lays the rung below one whose bucket of so many events is spread. */
  void layFor(int events, int above) {
    int wanted = Integer.SIZE - Integer.numberOfLeadingZeros((events - 1) / IN_BUCKET);
    lay(above, Math.min(shift[above], Math.max(FEWEST_BITS, Math.min(MOST_BITS, wanted))));
  }

  /**
   * Lays rungs below one until the lowest has buckets about an eighth of a distance wide, and tells
   * both ends of the distance apart by itself. If the one given does already, nothing is laid.
   *
   * @param distance what two instants differ by, as bits
   * @return the lowest rung laid
   */
  int layToSeparate(long distance, int above) {
    int highest = Long.SIZE - Long.numberOfLeadingZeros(distance);
    if (highest > shift[above]) {
      return above;
    }
    int lowest = Math.max(0, highest - FEWEST_BITS);
    int rung = above;
    while (shift[rung] - lowest > MOST_BITS) {
      lay(rung, Math.min(MOST_BITS, shift[rung] - highest));
      rung--;
    }
    lay(rung, shift[rung] - lowest);
    return rung - 1;
  }

  /** The first instant of a bucket, given an instant of the bucket above that it is part of. */
  long startNs(int rung, int bucket, long withinNs) {
    long digit = (long) (bucket & (BUCKETS - 1)) << shift[rung];
    return (withinNs & (-1L << (shift[rung] + bits[rung]))) | digit;
  }

  /** The last instant of a bucket that starts at one. */
  long lastNs(int rung, long startNs) {
    return startNs | ((1L << shift[rung]) - 1);
  }

  private void lay(int above, int width) {
    int rung = above - 1;
    int from = shift[above] - width;
    shift[rung] = from;
    bits[rung] = (byte) width;
    for (int bit = from; bit < from + width; bit++) {
      ofBit[bit] = (byte) rung;
    }
  }
}
