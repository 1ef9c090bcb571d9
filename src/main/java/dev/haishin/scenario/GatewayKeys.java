package dev.haishin.scenario;

/** The keys of {@code gateways}. */
public final class GatewayKeys {
  public static final Key<Long> PER_REGION =
      Key.optional("per-region", Keys.hosts(), "gateways of a region");
  public static final Key<Long> CONNECTIONS_EACH =
      Key.of(
          "connections-each", Keys.positive(), "100k", "L31", "V", "connections a gateway at t=0");
  public static final Key<Long> CORES =
      Key.of("cores", Keys.cores(), "16", "G13", "D", "event loops");
  public static final Key<Long> MEMORY =
      Key.of("memory", positiveSize(), "64GiB", "G13", "D", "for connections");
  public static final Key<Double> NIC =
      Key.of(
          "nic",
          Types.bounded(Types.BANDWIDTH, rate -> rate > 0, "above 0"),
          "10Gbps",
          "L52",
          "V",
          "egress");
  public static final Key<Law> CONNECT_COST =
      cost("connect-cost", "350us", "T07", "D", "a full TLS handshake");
  public static final Key<Law> RESUME_COST =
      cost("resume-cost", "150us", "T07", "D", "a resumed handshake");
  public static final Key<Double> RESUMED =
      Key.of("resumed", Types.FRACTION, "80%", "T04", "G", "share of handshakes that resume");
  public static final Key<Law> FRAME_IN_COST =
      cost("frame-in-cost", "45us", "G06", "D", "a frame from a client");
  public static final Key<Law> FRAME_OUT_COST =
      cost("frame-out-cost", "45us", "G06", "D", "a frame to a client");
  public static final Key<Law> ACK_COST =
      cost("ack-cost", "5us", "G15", "G", "a delivery acknowledgement");
  public static final Key<Law> HEARTBEAT_COST =
      cost("heartbeat-cost", "60us", "G08", "D", "a beat and its answer");
  public static final Key<String> LOOPS =
      Key.of(
          "loops",
          Types.oneOf("pinned", "shared"),
          "pinned",
          "language",
          "",
          "a queue a loop, or one for all");
  public static final Key<Long> BYTES_PER_CONNECTION =
      Key.of("bytes-per-connection", positiveSize(), "20KiB", "G13", "D", "memory of a connection");
  public static final Key<Long> ACCEPT_QUEUE =
      Key.of("accept-queue", Keys.positive(), "4096", "P32", "G", "handshakes that may wait");
  public static final Key<Double> ACCEPT_RATE =
      Key.optional(
          "accept-rate",
          Types.bounded(Types.RATE, rate -> rate > 0, "above 0"),
          "handshakes begun a second by one gateway at most; default no limit");
  public static final Key<Long> RETRY_AFTER =
      Key.of(
          "retry-after",
          Types.DURATION,
          "0s",
          "language",
          "",
          "what a refused client waits before its own backoff");
  public static final Key<String> BALANCE =
      Key.of(
          "balance",
          Types.oneOf("random", "least-connections", "two-choices"),
          "random",
          "language",
          "",
          "which gateway a connection goes to; counts are one to two seconds old");
  public static final Key<Long> HEALTH_CHECK =
      Key.of(
          "health-check",
          Types.or(Types.DURATION, "never", Types.NEVER),
          "never",
          "language",
          "",
          "until no connection is sent to a gateway that is down");
  public static final Key<Long> IDLE_CUTOFF =
      Key.optional(
          "idle-cutoff",
          Types.bounded(Types.DURATION, ns -> ns >= 1, "above 0"),
          "silence after which a connection is closed; default 1.5 times the heartbeat");
  public static final Key<String> PROTOCOL =
      Key.of(
          "protocol",
          Types.oneOf("stream", "binary", "http2", "http2-plain"),
          "stream",
          "L33",
          "V",
          "frames on one long HTTP/2 stream, frames of one's own, or a request each, with HPACK"
              + " or without");
  static final SectionType TYPE =
      new SectionType(
          PER_REGION,
          CONNECTIONS_EACH,
          CORES,
          MEMORY,
          NIC,
          CONNECT_COST,
          RESUME_COST,
          RESUMED,
          FRAME_IN_COST,
          FRAME_OUT_COST,
          ACK_COST,
          HEARTBEAT_COST,
          LOOPS,
          PROTOCOL,
          BYTES_PER_CONNECTION,
          ACCEPT_QUEUE,
          ACCEPT_RATE,
          RETRY_AFTER,
          BALANCE,
          HEALTH_CHECK,
          IDLE_CUTOFF,
          HostKeys.BACKGROUND,
          HostKeys.PAUSES);

  private GatewayKeys() {}

  private static Key<Law> cost(
      String name, String text, String source, String sureness, String meaning) {
    return Key.of(name, Types.DURATION_LAW, text, source, sureness, "CPU of " + meaning);
  }

  private static Type<Long> positiveSize() {
    return Types.bounded(Types.SIZE, bytes -> bytes >= 1, "above 0");
  }
}
