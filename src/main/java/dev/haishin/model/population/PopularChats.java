package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.RandomStream;

/**
 * Which of a region's chats the next message goes to: a kind by its share of the messages, then a
 * chat of the kind by popularity. Immutable.
 */
public final class PopularChats implements ChatChoice {
  private final Chats chats;
  private final int region;
  private final double[] shareUpTo;
  private final Popularity[] popularity;

  /**
   * The choice in one region.
   *
   * @param shares of the messages by chat kind, adding up to 1; kinds without a chat get none
   */
  public PopularChats(Graph graph, String regionName, int region, double[] shares, long seed) {
    this.chats = graph.chats();
    this.region = region;
    this.shareUpTo = new double[shares.length];
    this.popularity = new Popularity[shares.length];
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      long count = chats.count(k, region);
      sum += count > 0 ? shares[k] : 0;
      shareUpTo[k] = sum;
      long key = CounterHash.key(seed, "popularity-" + k, regionName);
      popularity[k] =
          count > 0 ? new Popularity(count, graph.kind(k).popularityExponent(), key) : null;
    }
    for (int k = 0; k < shares.length; k++) {
      shareUpTo[k] /= sum;
    }
  }

  private PopularChats(Chats chats, int region, double[] shareUpTo, Popularity[] popularity) {
    this.chats = chats;
    this.region = region;
    this.shareUpTo = shareUpTo;
    this.popularity = popularity;
  }

  /** Chats of one kind, each as likely as the other; the region must have one. */
  public static PopularChats evenly(Graph graph, int region, int kind) {
    double[] shareUpTo = new double[kind + 1];
    Popularity[] popularity = new Popularity[kind + 1];
    shareUpTo[kind] = 1;
    popularity[kind] = new Popularity(graph.chats().count(kind, region), 0, 0);
    return new PopularChats(graph.chats(), region, shareUpTo, popularity);
  }

  @Override
  public long draw(RandomStream random) {
    double at = random.nextDouble();
    int k = 0;
    while (k < shareUpTo.length - 1 && at >= shareUpTo[k]) {
      k++;
    }
    return chats.chatAt(k, region, popularity[k].sample(random));
  }

  /** The probability that a chat of the region is drawn. */
  double share(long chat) {
    int k = Chats.kind(chat);
    double ofKind = shareUpTo[k] - (k == 0 ? 0 : shareUpTo[k - 1]);
    return ofKind * popularity[k].share(chats.numberOf(chat));
  }
}
