package dev.haishin.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * The sending side of HPACK on one connection (RFC 7541): what it has sent before it names by a
 * number.
 *
 * <p>A header that is known in full is one number; of any other the name is a number if it is
 * known, the value is written out, and both are remembered. The oldest are forgotten when the table
 * is full.
 */
public final class HeaderEncoder {
  private static final int INDEXED = 0x80;
  private static final int REMEMBERED = 0x40;
  private static final int HUFFMAN = 0x80;

  private final int tableBytes;
  private final boolean usesHuffman;

  /** The newest last. */
  private final List<HeaderField> known = new ArrayList<>();

  private int knownBytes;

  /**
   * The start of a connection.
   *
   * @param tableBytes limit of the dynamic table; 4096 is what HTTP/2 begins with
   * @param usesHuffman whether texts are Huffman coded
   */
  public HeaderEncoder(int tableBytes, boolean usesHuffman) {
    if (tableBytes < 0) {
      throw new IllegalArgumentException("tableBytes is " + tableBytes + "; it must be at least 0");
    }
    this.tableBytes = tableBytes;
    this.usesHuffman = usesHuffman;
  }

  /** The block of a request's or an answer's headers, in the order given. */
  public byte[] encode(List<HeaderField> headers) {
    HeaderBlock out = new HeaderBlock();
    for (HeaderField header : headers) {
      int index = index(header);
      if (index > 0) {
        number(index, 7, INDEXED, out);
        continue;
      }
      int nameIndex = nameIndex(header.name());
      number(nameIndex, 6, REMEMBERED, out);
      if (nameIndex == 0) {
        text(header.name(), out);
      }
      text(header.value(), out);
      remember(header);
    }
    return out.toByteArray();
  }

  /** Bytes of the block of a sender that does not compress: each header as two texts. */
  public static int uncompressedBytes(List<HeaderField> headers) {
    HeaderEncoder plain = new HeaderEncoder(0, false);
    HeaderBlock out = new HeaderBlock();
    for (HeaderField header : headers) {
      out.write(0);
      plain.text(header.name(), out);
      plain.text(header.value(), out);
    }
    return out.size();
  }

  private int index(HeaderField header) {
    for (int i = 0; i < StaticHeaders.count(); i++) {
      if (StaticHeaders.at(i).equals(header)) {
        return i + 1;
      }
    }
    int place = known.lastIndexOf(header);
    return place < 0 ? 0 : dynamicIndex(place);
  }

  private int nameIndex(String name) {
    for (int i = 0; i < StaticHeaders.count(); i++) {
      if (StaticHeaders.at(i).name().equals(name)) {
        return i + 1;
      }
    }
    for (int i = known.size() - 1; i >= 0; i--) {
      if (known.get(i).name().equals(name)) {
        return dynamicIndex(i);
      }
    }
    return 0;
  }

  private int dynamicIndex(int place) {
    return StaticHeaders.count() + known.size() - place;
  }

  private void remember(HeaderField header) {
    known.add(header);
    knownBytes += header.tableBytes();
    while (knownBytes > tableBytes) {
      knownBytes -= known.remove(0).tableBytes();
    }
  }

  private void text(String text, HeaderBlock out) {
    if (usesHuffman) {
      number(HuffmanText.bytes(text), 7, HUFFMAN, out);
      HuffmanText.write(text, out);
    } else {
      number(text.length(), 7, 0, out);
      for (int i = 0; i < text.length(); i++) {
        out.write(text.charAt(i));
      }
    }
  }

  /** A whole number behind the flags of its first byte (RFC 7541 section 5.1). */
  private static void number(int value, int bits, int flags, HeaderBlock out) {
    int most = (1 << bits) - 1;
    if (value < most) {
      out.write(flags | value);
      return;
    }
    out.write(flags | most);
    int rest = value - most;
    while (rest >= 128) {
      out.write(rest & 127 | 128);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
