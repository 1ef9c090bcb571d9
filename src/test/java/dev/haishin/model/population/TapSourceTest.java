package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.engine.Event;
import dev.haishin.engine.EventQueues;
import dev.haishin.engine.Links;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Arrivals a second follow the shape: a Poisson count, four standard deviations either way. */
class TapSourceTest {
  private static final long SECOND = 1_000_000_000;
  private static final double PER_SECOND = 2_000;
  private static final int USERS = 1_000;

  private final long[] perSecond = new long[60];
  private final long[] bySender = new long[USERS];

  @Test
  void constantLoadIsPoisson() {
    run(LoadShape.constant(), 60);
    double variance = 0;
    for (long count : perSecond) {
      assertEquals(PER_SECOND, count, 4 * Math.sqrt(PER_SECOND));
      variance += (count - PER_SECOND) * (count - PER_SECOND) / 60;
    }
    // Index of dispersion 1: with 60 samples its standard deviation is sqrt(2 / 60).
    assertEquals(1, variance / PER_SECOND, 4 * Math.sqrt(2.0 / 60));
  }

  @Test
  void aSurgeRampsUpAndDecays() {
    LoadShape surge =
        new PiecewiseShape(
            new long[] {0, 10 * SECOND, 20 * SECOND, 40 * SECOND}, new double[] {1, 1, 3, 1});
    run(surge, 60);
    for (int second = 0; second < 60; second++) {
      double wanted = PER_SECOND * surge.factor(second * SECOND + SECOND / 2);
      assertEquals(wanted, perSecond[second], 4 * Math.sqrt(wanted), "second " + second);
    }
    assertTrue(perSecond[19] > 2.5 * perSecond[5]);
  }

  @Test
  void theDayIsFollowedByTheRegionsClock() {
    DailyShape evening = new DailyShape(21 * 3_600 * SECOND);
    run(evening, 20);
    double wanted = 20 * PER_SECOND * evening.factor(10 * SECOND);
    assertEquals(wanted, total(0, 20), 4 * Math.sqrt(wanted));
    assertTrue(total(0, 20) > 1.6 * 20 * PER_SECOND);
  }

  @Test
  void aTraceThatEndsInSilenceEndsTheTapsAndNotTheRun() {
    long[] atNs = {0, 5 * SECOND, 5 * SECOND, 10 * SECOND, 10 * SECOND};
    LoadShape trace = new PiecewiseShape(atNs, new double[] {1, 1, 0.25, 0.25, 0});
    run(trace, 60);
    assertEquals(5 * PER_SECOND, total(0, 5), 4 * Math.sqrt(5 * PER_SECOND));
    assertEquals(1.25 * PER_SECOND, total(5, 10), 4 * Math.sqrt(1.25 * PER_SECOND));
    assertEquals(0, total(10, 60));
  }

  @Test
  void everyMemberOfAPairIsAsLikelyToSend() {
    run(LoadShape.constant(), 60);
    double wanted = 60 * PER_SECOND / USERS;
    for (long count : bySender) {
      assertEquals(wanted, count, 5.5 * Math.sqrt(wanted));
    }
  }

  private long total(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += perSecond[i];
    }
    return sum;
  }

  private void run(LoadShape shape, int seconds) {
    People people = new People(new int[] {USERS}, new int[] {0}, new double[] {0}, 3);
    people.shardsStartAt(0);
    ChatKind[] kinds = {new ChatKind(0, Distributions.fixed(2), 20, 0)};
    Graph graph = new Graph(people, new Chats(people.firstUsers(), kinds, 1, 3), kinds);
    ChatChoice choice = new PopularChats(graph, "tokyo", 0, new double[] {1}, 3);
    Links links = new Links(Groups.COUNT);
    links.connect(Groups.SOURCES, Groups.CLIENTS, TapSource.LEAD_NS);
    Simulation simulation = new Simulation(links, 1, EventQueues::standard);
    for (int shard = 0; shard < people.shards(); shard++) {
      simulation.add(new Phones("phones/" + shard), 0);
    }
    TapSource source =
        simulation.add(
            new TapSource(
                TapKind.MESSAGE,
                "tokyo/taps",
                graph,
                everybody(people),
                choice,
                shape,
                PER_SECOND,
                3),
            0);
    simulation.seal();
    source.start();
    simulation.runBefore(seconds * SECOND);
  }

  private static Presence everybody(People people) {
    Presence presence = new Presence(people);
    for (int shard = 0; shard < people.shards(); shard++) {
      long[] online = new long[(people.shardUsers(shard) + 63) / 64];
      Arrays.fill(online, -1L);
      presence.publishForGood(shard, online);
    }
    return presence;
  }

  /** Counts what is tapped. */
  private final class Phones extends LogicalProcess {
    Phones(String name) {
      super(name, Groups.CLIENTS);
    }

    @Override
    protected void receive(Event event) {
      for (int i = 0; i < event.wordCount(); i += 3) {
        assertTrue(event.word(i) >= event.timeNs());
        if (event.word(i) < perSecond.length * SECOND) {
          perSecond[(int) (event.word(i) / SECOND)]++;
        }
        bySender[(int) event.word(i + 2)]++;
      }
    }
  }
}
