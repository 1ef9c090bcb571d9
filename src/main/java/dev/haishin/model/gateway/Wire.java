package dev.haishin.model.gateway;

/** Bytes of frames between clients and gateways, headers of all layers included. */
final class Wire {
  /** HTTP/2 frame 9, TLS 1.3 record 22, TCP and IPv4 with time stamps 52 (facts.md B06). */
  static final int FRAME_OVERHEAD_BYTES = 83;

  /** An HTTP/2 PING over TLS 1.3 and IPv4, one way (facts.md B05). */
  static final int PING_BYTES = 91;

  /** A delivery acknowledgement: 9 bytes and the frame around it (facts.md L41). */
  static final int ACK_BYTES = FRAME_OVERHEAD_BYTES + 9;

  /** A full handshake down, certificates included (facts.md T09). */
  static final int HANDSHAKE_BYTES = 3300;

  /** A resumed handshake down (facts.md T09). */
  static final int RESUMED_HANDSHAKE_BYTES = 400;

  /** A typing indicator, a receipt or a light notification. */
  static final int SMALL_BYTES = FRAME_OVERHEAD_BYTES + 24;

  private Wire() {}
}
