package dev.haishin.model.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Bytes of frames, counted by hand. */
class FramingTest {
  private static final int TLS_TCP_IP = 22 + 52;

  @Test
  void aStreamHasADataFrameAMessageAndAnHttp2Ping() {
    assertEquals(183, Framing.STREAM.down(100)); // facts.md B06
    assertEquals(183, Framing.STREAM.up(100));
    assertEquals(91, Framing.STREAM.pingBytes()); // facts.md B05
    assertFalse(Framing.STREAM.saves());
  }

  @Test
  void aWarmConnectionNamesEachHeaderByOneByte() {
    assertEquals(TLS_TCP_IP + 2 * 9 + 9 + 100, Framing.HTTP2.up(100));
    assertEquals(TLS_TCP_IP + 2 * 9 + 4 + 100, Framing.HTTP2.down(100));
    assertEquals(91, Framing.HTTP2.pingBytes());
  }

  @Test
  void withoutCompressionEachHeaderIsTwoTextsAndTheirLengths() {
    // A byte each for representation and two lengths; the token's length of 128 takes one more.
    int names = 7 + 7 + 10 + 5 + 10 + 12 + 6 + 13 + 8;
    int values = 4 + 5 + 19 + 3 + 27 + 20 + 20 + 28 + 128 + 1;
    assertEquals(TLS_TCP_IP + 2 * 9 + 9 * 3 + names + values, Framing.HTTP2_PLAIN.up(0));
    int answer = (7 + 3) + (12 + 20) + (13 + 8) + (6 + 7);
    assertEquals(TLS_TCP_IP + 2 * 9 + 4 * 3 + answer, Framing.HTTP2_PLAIN.down(0));
    assertEquals(0, Framing.HTTP2_PLAIN.savedUpBytes());
  }

  @Test
  void framesOfOnesOwnHaveThreeBytesAndAPingOfSix() {
    assertEquals(TLS_TCP_IP + 3 + 100, Framing.BINARY.down(100));
    assertEquals(TLS_TCP_IP + 6, Framing.BINARY.pingBytes());
    assertEquals(91 - 80, Framing.BINARY.savedPingBytes());
    assertEquals(TLS_TCP_IP + 3 + 128, Framing.BINARY.openUpBytes());
  }

  @Test
  void whatIsSavedIsWhatAPlainFrameHasMore() {
    for (Framing framing : new Framing[] {Framing.HTTP2, Framing.BINARY}) {
      assertEquals(Framing.HTTP2_PLAIN.up(7), framing.up(7) + framing.savedUpBytes());
      assertEquals(Framing.HTTP2_PLAIN.down(7), framing.down(7) + framing.savedDownBytes());
      assertEquals(
          Framing.HTTP2_PLAIN.openUpBytes() + Framing.HTTP2_PLAIN.openDownBytes(),
          framing.openUpBytes() + framing.openDownBytes() + framing.savedOpenBytes());
    }
  }
}
