package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;

/**
 * How often each chat is written to and each member reads it, in the long run: computed, with no
 * memory a chat or a membership. Immutable.
 *
 * <p>Not modelled: rates that a platform would estimate and that lag behind the truth; the shape of
 * the load, which counts as 1.
 */
public final class ChatRates {
  private final PopularChats[] choices;
  private final double[] messagesPerSecond;
  private final Distribution readEveryNs;
  private final long readKey;

  /**
   * The rates of a world.
   *
   * @param choices by region
   * @param messagesPerSecond by region, at load factor 1
   * @param readEveryNs law over memberships of the mean time between two looks into the chat
   */
  public ChatRates(
      PopularChats[] choices, double[] messagesPerSecond, Distribution readEveryNs, long seed) {
    this.choices = choices.clone();
    this.messagesPerSecond = messagesPerSecond.clone();
    this.readEveryNs = readEveryNs;
    this.readKey = CounterHash.key(seed, "reads", "");
  }

  /** Which chats of a region are written to. */
  public PopularChats choice(int region) {
    return choices[region];
  }

  /** Messages a second of a chat. */
  public double messagesPerSecond(long chat) {
    int region = Chats.region(chat);
    return messagesPerSecond[region] * choices[region].share(chat);
  }

  /** Looks a second of a member into a chat. */
  public double readsPerSecond(long chat, int user) {
    return 1e9 / readEveryNs.valueAt(CounterHash.bits(readKey, chat, user));
  }
}
