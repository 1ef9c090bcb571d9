package dev.haishin.results;

import java.util.Objects;

/**
 * A part of a latency metric that someone asks for: a window of taps, one region, one kind of chat,
 * one platform, the share within a bound. Nothing of the kind is recorded unless a view names it
 * before the run.
 *
 * @param path the metric, {@code delivery.online} or {@code stage.fanout.wait}
 * @param region the recipient's, or empty for all
 * @param chat one of {@link Facet#CHATS}, or empty for all
 * @param platform one of {@link Facet#PLATFORMS}, or empty for all
 * @param fromNs first instant of the tap
 * @param toNs the instant after the last, {@link Long#MAX_VALUE} for the end of the run
 * @param withinNs the bound whose keepers are counted, or 0 where the distribution is wanted
 */
public record View(
    String path,
    String region,
    String chat,
    String platform,
    long fromNs,
    long toNs,
    long withinNs) {

  /** Checks that the window is one. */
  public View {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(region, "region");
    if (!chat.isEmpty() && !Facet.CHATS.contains(chat)) {
      throw new IllegalArgumentException(path + ": no kind of chat " + chat);
    }
    if (!platform.isEmpty() && !Facet.PLATFORMS.contains(platform)) {
      throw new IllegalArgumentException(path + ": no platform " + platform);
    }
    if (fromNs < 0 || fromNs >= toNs) {
      throw new IllegalArgumentException(path + ": no window from " + fromNs + " to " + toNs);
    }
    if (withinNs < 0) {
      throw new IllegalArgumentException(path + ": negative bound " + withinNs);
    }
  }

  /** A view of everybody's. */
  public View(String path, String region, long fromNs, long toNs, long withinNs) {
    this(path, region, "", "", fromNs, toNs, withinNs);
  }

  /** Whether it depends on who the recipient is. */
  boolean isOfSome() {
    return !region.isEmpty() || !platform.isEmpty();
  }
}
