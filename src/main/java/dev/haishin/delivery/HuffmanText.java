package dev.haishin.delivery;

import java.util.regex.Pattern;

/**
 * The Huffman code of HPACK for ASCII text.
 *
 * <p>The code is canonical: symbols of one length have codes in a row, in the order of the symbols,
 * so its lengths say all (RFC 7541 section 5.2 and appendix B).
 */
final class HuffmanText {
  /** Bits of each symbol's code. */
  private static final String LENGTHS =
      """
      13 23 28 28 28 28 28 28 28 24 30 28 28 30 28 28
      28 28 28 28 28 28 30 28 28 28 28 28 28 28 28 28
      6 10 10 12 13 6 8 11 10 10 8 11 8 6 6 6
      5 5 5 6 6 6 6 6 6 6 7 8 15 6 12 10
      13 6 7 7 7 7 7 7 7 7 7 7 7 7 7 7
      7 7 7 7 7 7 7 7 8 7 8 13 19 13 14 6
      15 5 6 5 6 5 6 6 6 5 7 7 6 6 6 5
      6 7 6 5 5 6 7 7 7 7 7 15 11 14 13 28
      20 22 20 20 22 22 22 23 22 23 23 23 23 23 24 23
      24 24 22 23 24 23 23 23 23 21 22 23 22 23 23 24
      22 21 20 22 22 23 23 21 23 22 22 24 21 22 23 23
      21 21 22 21 23 22 23 23 20 22 22 22 23 22 22 23
      26 26 20 19 22 23 22 25 26 26 26 27 27 26 24 25
      19 21 26 27 27 26 27 24 21 21 26 26 28 27 27 27
      20 24 20 21 22 21 21 23 22 22 25 25 24 24 26 23
      26 27 26 26 27 27 27 27 27 28 27 27 27 27 27 26
      """;

  private static final int LONGEST_BITS = 30;
  private static final int[] BITS = lengths();
  private static final int[] CODES = codes();

  private HuffmanText() {}

  /** Bytes of a text in this code. */
  static int bytes(String text) {
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits += BITS[text.charAt(i)];
    }
    return (bits + 7) / 8;
  }

  /** Writes a text, filled up with ones to the full byte. */
  static void write(String text, HeaderBlock out) {
    long held = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      int symbol = text.charAt(i);
      held = held << BITS[symbol] | CODES[symbol];
      bits += BITS[symbol];
      while (bits >= 8) {
        bits -= 8;
        out.write((int) (held >>> bits));
      }
    }
    if (bits > 0) {
      out.write((int) (held << (8 - bits) | 0xff >>> bits));
    }
  }

  private static int[] lengths() {
    return Pattern.compile("\\s+")
        .splitAsStream(LENGTHS.strip())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static int[] codes() {
    int[] codes = new int[BITS.length];
    int next = 0;
    for (int length = 1; length <= LONGEST_BITS; length++) {
      for (int symbol = 0; symbol < BITS.length; symbol++) {
        if (BITS[symbol] == length) {
          codes[symbol] = next++;
        }
      }
      next <<= 1;
    }
    return codes;
  }
}
