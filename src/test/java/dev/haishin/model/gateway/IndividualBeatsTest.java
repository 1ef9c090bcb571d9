package dev.haishin.model.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.HeartbeatPolicy;
import dev.haishin.engine.Distributions;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.population.Heartbeat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Individual beats: each connection's own phase, in the order of time, and none of the dead. */
class IndividualBeatsTest {
  private static final long SECOND = 1_000_000_000;
  private static final long PERIOD_NS = 10 * SECOND;
  private static final long LEG_NS = Clocks.LEG_NS;
  private static final long GRID_NS = 3; // 10 s / 2^32, rounded up

  private final Heartbeat heartbeat = new Heartbeat(HeartbeatPolicy.of(PERIOD_NS, SECOND), 1);
  private final BeatClock clock = Clocks.of(PERIOD_NS);
  private final ConnectionTable table = new ConnectionTable(10_000, clock);
  private final Log log = new Log();
  private final IndividualBeats beats = new IndividualBeats(table, clock, Clocks.ACCESS, log);

  @Test
  void arriveAtThePhaseAndOneLegLater() {
    open(42, 3, SECOND);
    long firstNs = heartbeat.nextAfterNs(42, 3, SECOND + LEG_NS) + LEG_NS;
    beats.advance(firstNs - GRID_NS);
    assertEquals(0, log.beats.size());
    beats.advance(firstNs);
    assertEquals(1, log.beats.size());
    assertEquals(firstNs, log.lastNs, GRID_NS);
    beats.advance(firstNs + 3 * PERIOD_NS);
    assertEquals(4, log.beats.size());
    assertEquals(firstNs + 3 * PERIOD_NS, log.lastNs, GRID_NS);
  }

  @Test
  void comeInTheOrderOfTimeAndOnePerConnectionAndPeriod() {
    for (int user = 0; user < 1_000; user++) {
      table.load(user, 1);
    }
    table.loaded();
    beats.advance(7 * PERIOD_NS);
    assertEquals(7_000, log.beats.size());
    assertTrue(log.inOrder);
  }

  @Test
  void ofConnectionsOfBeforeTheRunArriveFromItsBeginning() {
    // Phase and leg together lie behind the end of a period: that beat was sent before the run.
    int user = 0;
    while (heartbeat.phaseNs(user, 1) + LEG_NS < PERIOD_NS) {
      user++;
    }
    table.load(user, 1);
    table.loaded();
    beats.advance(LEG_NS);
    assertEquals(1, log.beats.size());
  }

  @Test
  void endWithTheirConnection() {
    open(42, 1, 0);
    table.close(42, 1);
    beats.advance(10 * PERIOD_NS);
    assertEquals(0, log.beats.size());
  }

  @Test
  void endWhenTheClientFallsSilent() {
    open(42, 1, 0);
    table.setState(42, 1, ConnectionTable.SILENT);
    beats.advance(10 * PERIOD_NS);
    assertEquals(0, log.beats.size());
  }

  @Test
  void doNotPassToTheSameUsersNextConnection() {
    open(42, 1, 0);
    table.close(42, 1);
    open(42, 2, 0);
    beats.advance(2 * LEG_NS + 5 * PERIOD_NS);
    assertEquals(5, log.beats.size());
  }

  /**
   * Connections open, close and fall silent; the gateway fails; all as a heap of arrivals has it.
   */
  @ParameterizedTest
  @ValueSource(longs = {SECOND, 7 * SECOND + 1, 200 * SECOND})
  void areThoseOfAHeapOfArrivals(long periodNs) {
    AccessNetwork access = new AccessNetwork(Distributions.lognormal(17, 1.2), 10_000, 5);
    BeatClock ofPeriod =
        new BeatClock(new Heartbeat(HeartbeatPolicy.of(periodNs, SECOND), 5), access);
    ConnectionTable expectedTable = new ConnectionTable(10_000, ofPeriod);
    ConnectionTable actualTable = new ConnectionTable(10_000, ofPeriod);
    Log expected = new Log();
    Log actual = new Log();
    HeapBeats heapBeats = new HeapBeats(expectedTable, ofPeriod, access, expected);
    Churn heap = new Churn(expectedTable, heapBeats);
    for (int user = 0; user < Churn.HELD; user++) {
      heapBeats.held(user, 1);
    }
    Churn order =
        new Churn(actualTable, new IndividualBeats(actualTable, ofPeriod, access, actual));
    for (int step = 0; step < 40_000; step++) {
      heap.step(periodNs / 1_000);
      order.step(periodNs / 1_000);
    }
    assertTrue(expected.beats.size() > 5_000);
    int same = 0;
    while (same < expected.beats.size()
        && expected.beats.get(same).equals(actual.beats.get(same))) {
      same++;
    }
    assertEquals(expected.beats.size(), same, "beats alike");
  }

  private void open(int user, int generation, long nowNs) {
    beats.advance(nowNs);
    table.open(user, generation);
    beats.opened(user, generation, nowNs);
  }

  /** A gateway's life at random, the same for any beats. */
  private static final class Churn {
    private static final int HELD = 300;

    private final RandomStream random = RandomStream.of(3, "churn", "");
    private final ConnectionTable table;
    private final Beats beats;
    private final int[] generations = new int[600];
    private long nowNs;

    Churn(ConnectionTable table, Beats beats) {
      this.table = table;
      this.beats = beats;
      for (int user = 0; user < HELD; user++) {
        table.load(user, ++generations[user]);
      }
      table.loaded();
    }

    void step(long meanNs) {
      nowNs += random.nextLong(2 * meanNs);
      beats.advance(nowNs);
      int user = random.nextInt(generations.length);
      int generation = generations[user];
      int what = random.nextInt(1_000);
      if (what == 0) {
        table.clear();
        beats.clear(nowNs);
      } else if (!table.holds(user, generation)) {
        table.open(user, ++generations[user]);
        if (what < 900) {
          beats.opened(user, generations[user], nowNs);
        }
      } else if (what < 100) {
        table.setState(user, generation, ConnectionTable.SILENT);
      } else if (what < 700) {
        table.close(user, generation);
      }
    }
  }

  /** Takes beats down. */
  private static final class Log implements BeatSink {
    private final List<String> beats = new ArrayList<>();
    private long lastNs;
    private boolean inOrder = true;

    @Override
    public void answer(int user, long atNs) {
      beats.add(user + "@" + atNs);
      inOrder &= atNs >= lastNs;
      lastNs = atNs;
    }

    @Override
    public void answerTogether(int firstLoop, long atNs, long count) {
      throw new AssertionError("each beat has its own instant");
    }
  }
}
