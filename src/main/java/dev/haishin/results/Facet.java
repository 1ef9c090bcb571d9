package dev.haishin.results;

import java.util.List;

/**
 * Whose a latency is, in one integer: a region, and where they are known the kind of the chat and
 * the platform of the device. What is not known matches no view that asks for it.
 *
 * <p>The integer is the region's index in its low 16 bits, so that an index alone is a facet of
 * which nothing else is known.
 */
public final class Facet {
  /** Kinds of chat, by their number here. */
  public static final List<String> CHATS = List.of("direct", "group", "open");

  /** Platforms, by their number here: Apple's, and all others. */
  public static final List<String> PLATFORMS = List.of("ios", "android");

  static final int REGION_MASK = 0xffff;
  static final int CHAT_MASK = 0xf0000;
  static final int PLATFORM_MASK = 0xf00000;
  private static final int CHAT_SHIFT = 16;
  private static final int PLATFORM_SHIFT = 20;

  private Facet() {}

  /** A user's: the region's index and the platform. */
  public static int of(int region, boolean ios) {
    return region | platform(ios ? 0 : 1);
  }

  /** A facet and the number of a kind of chat; a negative number stands for none. */
  public static int ofChat(int facet, int chat) {
    return facet | chat(chat);
  }

  /** The region's index. */
  static int region(int facet) {
    return facet & REGION_MASK;
  }

  /** Whether the platform is Apple's. */
  static boolean isIos(int facet) {
    return (facet & PLATFORM_MASK) == platform(0);
  }

  /** The kind of the chat as an index: 0 where it is not known. */
  public static int chatPlace(int facet) {
    return (facet & CHAT_MASK) >>> CHAT_SHIFT;
  }

  static int chat(int number) {
    return number + 1 << CHAT_SHIFT;
  }

  static int platform(int number) {
    return number + 1 << PLATFORM_SHIFT;
  }
}
