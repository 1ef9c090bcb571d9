package dev.haishin.results;

import java.util.OptionalDouble;

/**
 * The one of its kind that has most to do, by name.
 *
 * @param what {@code host}, {@code partition}, {@code chat} or {@code slot}
 * @param of what was compared: the capacity of a host, {@code gateway.cpu}, else what was counted
 * @param name such as {@code tokyo/gateway/2}
 * @param value of a host its share of the capacity in its busiest interval, 0 to 1; else messages
 *     or reads a second over the measured part of the run
 * @param timesMean how many times the mean of its kind that is; empty where there is no such mean
 */
public record Hottest(String what, String of, String name, double value, OptionalDouble timesMean) {
  /** A host with its scarcest capacity. */
  public static final String HOST = "host";

  /** A partition of a Kafka topic. */
  public static final String PARTITION = "partition";

  /** A chat. */
  public static final String CHAT = "chat";

  /** A slot of Redis. */
  public static final String SLOT = "slot";
}
