package dev.haishin.model.gateway;

import dev.haishin.delivery.HeaderEncoder;
import dev.haishin.delivery.HeaderField;
import java.util.List;

/**
 * What a protocol puts around a body between clients and gateways, all layers included.
 *
 * <p>What is saved is saved against HTTP/2 with a request a frame and no header compression. The
 * headers are those that do not change from request to request, about as long as those of a mobile
 * messenger: 9 of a request with a token of 128 bytes, 4 of an answer (lengths are a guess; what
 * HPACK makes of them is not).
 *
 * @param upBytes around a body from a client, once the connection is warm
 * @param downBytes around a body to a client, once the connection is warm
 * @param pingBytes of a beat, and of its answer
 * @param openUpBytes of the first request of a connection, which says who it is
 * @param openDownBytes of the answer to it
 * @param savedUpBytes of each frame from a client
 * @param savedDownBytes of each frame to a client
 * @param savedPingBytes of each beat, and of each answer
 * @param savedOpenBytes of the first request and its answer together
 */
public record Framing(
    int upBytes,
    int downBytes,
    int pingBytes,
    int openUpBytes,
    int openDownBytes,
    int savedUpBytes,
    int savedDownBytes,
    int savedPingBytes,
    int savedOpenBytes) {
  /** TLS 1.3 record 22, TCP and IPv4 with time stamps 52 (facts.md B03, B04). */
  private static final int TRANSPORT_BYTES = 74;

  /** Frame header of HTTP/2 (facts.md B01). */
  private static final int HTTP2_FRAME_BYTES = 9;

  /** A HEADERS and a DATA frame in one record. */
  private static final int REQUEST_BYTES = TRANSPORT_BYTES + 2 * HTTP2_FRAME_BYTES;

  /** An HTTP/2 PING over TLS 1.3 and IPv4, one way (facts.md B05). */
  private static final int HTTP2_PING_BYTES = TRANSPORT_BYTES + HTTP2_FRAME_BYTES + 8;

  /** Length and type of a frame of LINE's push stream (facts.md L41). */
  private static final int BINARY_FRAME_BYTES = TRANSPORT_BYTES + 3;

  /** Its PING has a type and an id (facts.md L41). */
  private static final int BINARY_PING_BYTES = BINARY_FRAME_BYTES + 3;

  /** Dynamic table that HTTP/2 begins with (RFC 9113 section 6.5.2). */
  private static final int TABLE_BYTES = 4096;

  private static final String TOKEN = "Uj5oX2w8eXl0aGJ2Zm1rQ3pLd1RnN0hB".repeat(4);

  private static final List<HeaderField> REQUEST =
      List.of(
          new HeaderField(":method", "POST"),
          new HeaderField(":scheme", "https"),
          new HeaderField(":authority", "gateway.example.net"),
          new HeaderField(":path", "/S5"),
          new HeaderField("user-agent", "Messenger/14.3.1 Android 14"),
          new HeaderField("content-type", "application/x-thrift"),
          new HeaderField("accept", "application/x-thrift"),
          new HeaderField("x-application", "ANDROID 14.3.1 Android OS 14"),
          new HeaderField("x-access", TOKEN));

  private static final List<HeaderField> ANSWER =
      List.of(
          new HeaderField(":status", "200"),
          new HeaderField("content-type", "application/x-thrift"),
          new HeaderField("cache-control", "no-store"),
          new HeaderField("server", "gateway"));

  /** One long HTTP/2 stream each way, a DATA frame a message: no headers but the first. */
  public static final Framing STREAM =
      new Framing(
          TRANSPORT_BYTES + HTTP2_FRAME_BYTES,
          TRANSPORT_BYTES + HTTP2_FRAME_BYTES,
          HTTP2_PING_BYTES,
          0,
          0,
          0,
          0,
          0,
          0);

  /** HTTP/2, a request a frame, headers in full. */
  public static final Framing HTTP2_PLAIN = plain();

  /** HTTP/2, a request a frame, headers compressed. */
  public static final Framing HTTP2 = compressed();

  /** Frames of the service's own straight in TLS; the token goes once a connection. */
  public static final Framing BINARY =
      saving(
          BINARY_FRAME_BYTES,
          BINARY_FRAME_BYTES,
          BINARY_PING_BYTES,
          BINARY_FRAME_BYTES + TOKEN.length(),
          BINARY_FRAME_BYTES);

  /** A frame from a client. */
  int up(int bodyBytes) {
    return upBytes + bodyBytes;
  }

  /** A frame to a client. */
  int down(int bodyBytes) {
    return downBytes + bodyBytes;
  }

  /** Whether there is anything to count as saved. */
  boolean saves() {
    return savedUpBytes + savedDownBytes + savedPingBytes > 0;
  }

  private static Framing plain() {
    int up = REQUEST_BYTES + HeaderEncoder.uncompressedBytes(REQUEST);
    int down = REQUEST_BYTES + HeaderEncoder.uncompressedBytes(ANSWER);
    return new Framing(up, down, HTTP2_PING_BYTES, up, down, 0, 0, 0, 0);
  }

  private static Framing compressed() {
    HeaderEncoder requests = new HeaderEncoder(TABLE_BYTES, true);
    HeaderEncoder answers = new HeaderEncoder(TABLE_BYTES, true);
    int openUp = REQUEST_BYTES + requests.encode(REQUEST).length;
    int openDown = REQUEST_BYTES + answers.encode(ANSWER).length;
    int up = REQUEST_BYTES + requests.encode(REQUEST).length;
    int down = REQUEST_BYTES + answers.encode(ANSWER).length;
    return saving(up, down, HTTP2_PING_BYTES, openUp, openDown);
  }

  private static Framing saving(int up, int down, int ping, int openUp, int openDown) {
    return new Framing(
        up,
        down,
        ping,
        openUp,
        openDown,
        HTTP2_PLAIN.upBytes - up,
        HTTP2_PLAIN.downBytes - down,
        HTTP2_PING_BYTES - ping,
        HTTP2_PLAIN.openUpBytes - openUp + HTTP2_PLAIN.openDownBytes - openDown);
  }
}
