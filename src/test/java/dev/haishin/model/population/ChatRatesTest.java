package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.engine.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChatRatesTest {
  private static final double[] PER_SECOND = {300, 50};
  private static final double[] SHARES = {0.7, 0.3};

  private final People people =
      new People(new int[] {20_000, 4_000}, new int[] {0, 1}, new double[] {0, 0}, 3);
  private final ChatKind[] kinds = {
    new ChatKind(0, Distributions.fixed(2), 3, 0),
    new ChatKind(1, Distributions.powerlaw(2.3, 3, 100), 1.5, 0.8)
  };
  private final Chats chats = new Chats(people.firstUsers(), kinds, 0.9, 3);

  @Test
  void theRatesOfARegionsChatsAddUpToItsRate() {
    ChatRates rates = rates(Distributions.fixed(1_000_000_000));
    for (int region = 0; region < 2; region++) {
      for (int kind = 0; kind < 2; kind++) {
        double sum = 0;
        for (long number = 0; number < chats.count(kind, region); number++) {
          sum += rates.messagesPerSecond(chats.chatAt(kind, region, number));
        }
        assertEquals(PER_SECOND[region] * SHARES[kind], sum, 1e-4 * PER_SECOND[region]);
      }
    }
  }

  @Test
  void aChatsRateIsHowOftenItIsDrawn() {
    PopularChats choice = rates(Distributions.fixed(1_000_000_000)).choice(1);
    RandomStream random = RandomStream.of(9, "draws", "");
    int draws = 400_000;
    int[] hits = new int[(int) chats.count(1, 1)];
    for (int i = 0; i < draws; i++) {
      long chat = choice.draw(random);
      if (Chats.kind(chat) == 1) {
        hits[(int) chats.numberOf(chat)]++;
      }
    }
    for (int number = 0; number < hits.length; number += 7) {
      double expected = draws * choice.share(chats.chatAt(1, 1, number));
      assertEquals(expected, hits[number], 6 * Math.sqrt(expected) + 2, "chat " + number);
    }
  }

  @Test
  void aChatKnowsItsNumber() {
    for (int kind = 0; kind < 2; kind++) {
      for (long number = 0; number < chats.count(kind, 0); number += 11) {
        assertEquals(number, chats.numberOf(chats.chatAt(kind, 0, number)));
      }
    }
  }

  @Test
  void howOftenAMemberReadsFollowsTheLawAndStays() {
    double median = 60e9;
    ChatRates rates = rates(Distributions.lognormal(StrictMath.log(median), 1));
    double[] everyNs = new double[20_001];
    for (int i = 0; i < everyNs.length; i++) {
      everyNs[i] = 1e9 / rates.readsPerSecond(chats.chatAt(0, 0, i % 50), i);
      assertEquals(everyNs[i], 1e9 / rates.readsPerSecond(chats.chatAt(0, 0, i % 50), i));
    }
    Arrays.sort(everyNs);
    assertEquals(median, everyNs[10_000], 0.05 * median);
    // The 84.13th percentile of a lognormal lies at median * e^sigma.
    assertEquals(median * StrictMath.E, everyNs[16_827], 0.06 * median * StrictMath.E);
  }

  private ChatRates rates(Distribution readEveryNs) {
    Graph graph = new Graph(people, chats, kinds);
    PopularChats[] choices = {
      new PopularChats(graph, "tokyo", 0, SHARES, 3),
      new PopularChats(graph, "taipei", 1, SHARES, 3)
    };
    return new ChatRates(choices, PER_SECOND, readEveryNs, 3);
  }
}
