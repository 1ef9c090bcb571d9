package dev.haishin.model.gateway;

/** Bytes between clients and gateways that are the same whatever the protocol. */
final class Wire {
  /** Body of a delivery acknowledgement: type, service and id (facts.md L41). */
  static final int ACK_BODY_BYTES = 9;

  /**
   * Body of a typing indicator, a receipt, a request or a light notification: type, service and two
   * or three ids (a guess); a frame that bundles several has so many of it.
   */
  static final int SMALL_BODY_BYTES = 24;

  /** A full handshake down, certificates included (facts.md T09). */
  static final int HANDSHAKE_BYTES = 3300;

  /** A resumed handshake down (facts.md T09). */
  static final int RESUMED_HANDSHAKE_BYTES = 400;

  private Wire() {}
}
