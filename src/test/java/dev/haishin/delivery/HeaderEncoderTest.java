package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of RFC 7541 appendix C, byte by byte. */
class HeaderEncoderTest {
  private static final List<HeaderField> FIRST =
      List.of(
          new HeaderField(":method", "GET"),
          new HeaderField(":scheme", "http"),
          new HeaderField(":path", "/"),
          new HeaderField(":authority", "www.example.com"));
  private static final List<HeaderField> SECOND =
      List.of(
          new HeaderField(":method", "GET"),
          new HeaderField(":scheme", "http"),
          new HeaderField(":path", "/"),
          new HeaderField(":authority", "www.example.com"),
          new HeaderField("cache-control", "no-cache"));
  private static final List<HeaderField> THIRD =
      List.of(
          new HeaderField(":method", "GET"),
          new HeaderField(":scheme", "https"),
          new HeaderField(":path", "/index.html"),
          new HeaderField(":authority", "www.example.com"),
          new HeaderField("custom-key", "custom-value"));

  @Test
  void requestsWithoutHuffmanAreThoseOfC3() {
    HeaderEncoder encoder = new HeaderEncoder(4096, false);
    assertEquals("828684410f7777772e6578616d706c652e636f6d", hex(encoder, FIRST));
    assertEquals("828684be58086e6f2d6361636865", hex(encoder, SECOND));
    assertEquals("828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565", hex(encoder, THIRD));
  }

  @Test
  void requestsWithHuffmanAreThoseOfC4() {
    HeaderEncoder encoder = new HeaderEncoder(4096, true);
    assertEquals("828684418cf1e3c2e5f23a6ba0ab90f4ff", hex(encoder, FIRST));
    assertEquals("828684be5886a8eb10649cbf", hex(encoder, SECOND));
    assertEquals("828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf", hex(encoder, THIRD));
  }

  @Test
  void aFullTableForgetsTheOldestAsInC52AndC62() {
    HeaderEncoder plain = new HeaderEncoder(256, false);
    HeaderEncoder huffman = new HeaderEncoder(256, true);
    assertEquals(70, plain.encode(answer("302")).length);
    assertEquals(54, huffman.encode(answer("302")).length);
    assertEquals("4803333037c1c0bf", hex(plain, answer("307")));
    assertEquals("4883640effc1c0bf", hex(huffman, answer("307")));
    // ":status: 302" was evicted for ":status: 307", so it is written out again.
    assertEquals("4803333032", hex(plain, List.of(new HeaderField(":status", "302"))));
  }

  @Test
  void withoutCompressionEachHeaderIsTwoTexts() {
    // (1 + 1 + 7 + 1 + 3) + (1 + 1 + 7 + 1 + 4) + (1 + 1 + 5 + 1 + 1) + (1 + 1 + 10 + 1 + 15)
    assertEquals(13 + 14 + 9 + 28, HeaderEncoder.uncompressedBytes(FIRST));
  }

  @Test
  void longTextsHaveTheirLengthInMoreBytes() {
    // 1337 - 127 = 1210 = 58 + 9 * 128: three bytes of length.
    String text = "a".repeat(1337);
    HeaderEncoder encoder = new HeaderEncoder(0, false);
    byte[] block = encoder.encode(List.of(new HeaderField("accept", text)));
    assertEquals("537fba09", HexFormat.of().formatHex(block, 0, 4));
    assertEquals(4 + 1337, block.length);
  }

  private static List<HeaderField> answer(String status) {
    return List.of(
        new HeaderField(":status", status),
        new HeaderField("cache-control", "private"),
        new HeaderField("date", "Mon, 21 Oct 2013 20:13:21 GMT"),
        new HeaderField("location", "https://www.example.com"));
  }

  private static String hex(HeaderEncoder encoder, List<HeaderField> headers) {
    return HexFormat.of().formatHex(encoder.encode(headers));
  }
}
