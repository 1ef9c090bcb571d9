package dev.haishin.results;

import static dev.haishin.results.Plans.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Views that cannot be. */
class ViewTest {
  @Test
  void aViewOfARegionThatIsNotThereIsRefusedBeforeTheRun() {
    View nowhere = new View("delivery.online", "osaka", 0, Long.MAX_VALUE, 0);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Recorder(Plans.of(10 * SECOND, 0, nowhere)));
    assertEquals("delivery.online: no region osaka among [tokyo, taipei]", refused.getMessage());
  }

  @Test
  void aWindowThatEndsBeforeItBeginsIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new View("connect", "", 3 * SECOND, 3 * SECOND, 0));
  }

  @Test
  void twoExpectationsOfOneViewAreRecordedOnce() {
    View view = new View("connect", "", SECOND, 2 * SECOND, 0);
    View same = new View("connect", "", SECOND, 2 * SECOND, 0);
    assertEquals(1, Plans.of(10 * SECOND, 0, view, same).views().size());
  }

  @Test
  void aViewSeesWhatIsOfItsRegionChatAndPlatformAndNoMore() {
    View view = new View("delivery.online", "taipei", "group", "android", 0, Long.MAX_VALUE, 0);
    ViewTally tally = new ViewTally(view, Plans.of(10 * SECOND, 0, view));
    for (int region = 0; region < 2; region++) {
      for (int chat = 0; chat < Facet.CHATS.size(); chat++) {
        tally.record(Facet.ofChat(Facet.of(region, true), chat), SECOND, SECOND);
        tally.record(Facet.ofChat(Facet.of(region, false), chat), SECOND, SECOND);
      }
      tally.record(Facet.of(region, false), SECOND, SECOND);
      tally.record(region, SECOND, SECOND);
    }
    assertEquals(1, tally.latencies().count());
  }

  @Test
  void whatNoRunCanHaveIsRefusedWithWhatThereIs() {
    String[][] wrong = {
      {
        "delivery.any.p50{chat=secret}",
        "'delivery.any' has no chat 'secret'; it is one of direct, group, open"
      },
      {
        "send.ack.p50{platform=symbian}",
        "'send.ack' has no platform 'symbian'; it is one of ios, android"
      },
      {
        "wire.bytes.count{direction=left}",
        "'wire.bytes' has no direction 'left'; it is one of up, down"
      },
      {
        "connect.p50{chat=group}",
        "'connect' has no qualifier 'chat=group'; it has: region=…, platform=…"
      }
    };
    for (String[] pair : wrong) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> MetricRegistry.standard().parse(pair[0]));
      assertEquals(pair[1], refused.getMessage());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> MetricRegistry.standard().parse("ledger.lost{reason=carelessness}"));
  }
}
