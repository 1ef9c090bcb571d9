package dev.haishin.model.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.Network;
import org.junit.jupiter.api.Test;

/** How workers find a relay, instant by instant; every link takes 5, a time-out 1000. */
class RelayChoiceTest {
  private static final int FIRST = 10;
  private static final int WORKER = 2;
  private static final long LINK = 5;
  private static final long TIMEOUT = 1_000;

  private final PushRelays relays = new PushRelays(FIRST, 3, PushCells.of(1, 10, 1_000));
  private final Outages outages = new Outages(3);
  private final int user = userOf(0);

  private RelayChoice choice;

  @Test
  void aUsersRelayTakesItWhileItIsUp() {
    build();
    assertFound(100, 0, 100 + LINK);
  }

  @Test
  void aResetSendsTheWorkerToTheNextOne() {
    outages.add(0, 104, 5_000, false);
    build();
    // It left before the crash and arrives after it: there, the reset back, and there again.
    assertFound(100, 1, 100 + 3 * LINK);
    assertFound(108, 1, 108 + 3 * LINK);
    assertFound(109, 1, 109 + LINK);
    assertFound(5_000, 0, 5_000 + LINK);
  }

  @Test
  void aRelayThatVanishedIsNoticedByTheFirstTimeout() {
    outages.add(0, 200, 90_000, true);
    build();
    assertFound(100, 0, 100 + LINK);
    assertFound(300, 1, 300 + TIMEOUT + LINK);
    // The connection is closed with the first one, and all that it had go to the next relay.
    assertFound(900, 1, 300 + TIMEOUT + LINK);
    assertFound(1_300, 1, 1_300 + LINK);
    assertFound(89_000, 1, 89_000 + LINK);
    assertFound(90_000, 0, 90_000 + LINK);
  }

  @Test
  void eachWorkerHasToNoticeForItself() {
    outages.add(0, 200, 90_000, true);
    build();
    assertFound(300, 1, 300 + TIMEOUT + LINK);
    assertTrue(choice.find(WORKER + 1, user, 2_000));
    assertEquals(2_000 + TIMEOUT + LINK, choice.atNs());
  }

  @Test
  void whereAllAreDownTheFirstThatIsBackTakesIt() {
    outages.add(0, 200, Outages.NEVER, false);
    outages.add(1, 200, 7_000, false);
    outages.add(2, 200, 9_000, false);
    build();
    // It left at 500, tries again each second, and finds relay 1 at 7,500.
    assertFound(500, 1, 7_500 + LINK);
  }

  @Test
  void nobodyTakesItWhereAllAreGoneForGood() {
    for (int relay = 0; relay < 3; relay++) {
      outages.add(relay, 200, Outages.NEVER, relay == 1);
    }
    build();
    assertTrue(choice.find(WORKER, user, 100));
    assertFalse(choice.find(WORKER, user, 300));
  }

  private void build() {
    Network network = new Network(LINK, LINK, new long[1][1]);
    choice = new RelayChoice(relays, outages, network, TIMEOUT);
  }

  private void assertFound(long leftNs, int relay, long atNs) {
    assertTrue(choice.find(WORKER, user, leftNs));
    assertEquals(relay, choice.relay());
    assertEquals(atNs, choice.atNs());
  }

  private int userOf(int relay) {
    int candidate = 0;
    while (relays.relayOf(candidate) != relay) {
      candidate++;
    }
    return candidate;
  }
}
