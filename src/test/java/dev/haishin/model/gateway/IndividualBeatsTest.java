package dev.haishin.model.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.HeartbeatPolicy;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.population.Heartbeat;
import org.junit.jupiter.api.Test;

/** Individual beats: each connection's own phase, in the order of time, and none of the dead. */
class IndividualBeatsTest {
  private static final long SECOND = 1_000_000_000;
  private static final long PERIOD_NS = 10 * SECOND;
  private static final long LEG_NS = 5_000_000;

  private final Heartbeat heartbeat = new Heartbeat(HeartbeatPolicy.of(PERIOD_NS, SECOND), 1);
  private final AccessNetwork access = new AccessNetwork(Distributions.fixed(LEG_NS), 10_000, 1);
  private final ConnectionTable table = new ConnectionTable(10_000);
  private final Log log = new Log();
  private final IndividualBeats beats =
      new IndividualBeats(table, heartbeat, access, Distributions.fixed(1), log);

  @Test
  void arriveAtThePhaseAndOneLegLater() {
    int slot = table.open(42, 3);
    beats.opened(slot, 0);
    long firstNs = heartbeat.nextAfterNs(42, 3, 0) + LEG_NS;
    beats.advance(firstNs - 1);
    assertEquals(0, log.beats);
    beats.advance(firstNs);
    assertEquals(1, log.beats);
    assertEquals(firstNs, log.lastNs);
    beats.advance(firstNs + 3 * PERIOD_NS);
    assertEquals(4, log.beats);
    assertEquals(firstNs + 3 * PERIOD_NS, log.lastNs);
  }

  @Test
  void comeInTheOrderOfTimeAndOnePerConnectionAndPeriod() {
    for (int user = 0; user < 1_000; user++) {
      beats.opened(table.open(user, 1), 0);
    }
    beats.advance(LEG_NS + 7 * PERIOD_NS);
    assertEquals(7_000, log.beats);
    assertTrue(log.inOrder);
  }

  @Test
  void endWithTheirConnection() {
    int slot = table.open(42, 1);
    beats.opened(slot, 0);
    table.close(slot);
    beats.advance(10 * PERIOD_NS);
    assertEquals(0, log.beats);
  }

  @Test
  void endWhenTheClientFallsSilent() {
    int slot = table.open(42, 1);
    beats.opened(slot, 0);
    table.markSilent(slot);
    beats.advance(10 * PERIOD_NS);
    assertEquals(0, log.beats);
  }

  @Test
  void doNotPassToTheNextHolderOfTheSlot() {
    int slot = table.open(42, 1);
    beats.opened(slot, 0);
    table.close(slot);
    assertEquals(slot, table.open(43, 1));
    beats.opened(slot, 0);
    beats.advance(LEG_NS + 5 * PERIOD_NS);
    assertEquals(5, log.beats);
  }

  @Test
  void doNotPassToTheSameUsersNextConnection() {
    int slot = table.open(42, 1);
    beats.opened(slot, 0);
    table.close(slot);
    assertEquals(slot, table.open(42, 2));
    beats.opened(slot, 0);
    beats.advance(LEG_NS + 5 * PERIOD_NS);
    assertEquals(5, log.beats);
  }

  /** Counts beats. */
  private static final class Log implements BeatSink {
    private long beats;
    private long lastNs;
    private boolean inOrder = true;

    @Override
    public void beats(int slot, long atNs, long count, Distribution cost) {
      beats += count;
      inOrder &= atNs >= lastNs;
      lastNs = atNs;
    }
  }
}
