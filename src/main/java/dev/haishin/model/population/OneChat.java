package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.RandomStream;

/**
 * One real chat: of those of a kind in a region, one whose size is nearest to what was asked for.
 * Which of several as near is a hash of the seed: two loads on "a chat of 5,000" of one kind and
 * region are on the same chat. Immutable.
 */
public final class OneChat implements ChatChoice {
  /** With one member in a hundred online, fewer than one tap in 10,000 finds nobody. */
  private static final int MOST_ASKED = 1024;

  private final long chat;

  private OneChat(long chat) {
    this.chat = chat;
  }

  /**
   * The chat of a kind whose size is nearest.
   *
   * @param members wanted, the sender counted
   * @throws IllegalArgumentException if the region has no chat of the kind
   */
  public static OneChat nearest(
      Graph graph, String regionName, int region, int kind, int members, long seed) {
    long key = CounterHash.key(seed, "hot-chat", regionName);
    long chat = graph.chats().nearest(kind, region, members, CounterHash.bits(key, kind, members));
    if (chat < 0) {
      throw new IllegalArgumentException(regionName + " has no chat of that kind to be hot");
    }
    return new OneChat(chat);
  }

  /** Its number. */
  public long chat() {
    return chat;
  }

  @Override
  public long draw(RandomStream random) {
    return chat;
  }

  @Override
  public int mostAsked() {
    return MOST_ASKED;
  }
}
