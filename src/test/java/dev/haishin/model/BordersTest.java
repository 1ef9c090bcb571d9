package dev.haishin.model;

import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.network.Residency;
import dev.haishin.model.population.ChatKind;
import dev.haishin.results.LossReason;
import dev.haishin.results.ReachLine;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** What crosses between two homes is counted by kind, and kept back where rules say so. */
class BordersTest {
  private static final String BYTES = "cross-border.bytes.count";

  @Test
  void everyMessageOfTwoCrossesOnceInTheMeanWhereHalfOfTheMembersLiveElsewhere() {
    RunResult result = sketch().run();
    double bodies = value(result, BYTES + "{data=body}");
    double ids = value(result, BYTES + "{data=metadata}");
    // Sessions stay at home here, so what is no body is the 32 bytes of ids of each crossing.
    double crossings = ids / 32;
    double messages = value(result, "messages.accepted.count");
    // The sender's home is not the chat's for one half, the recipient's for one half.
    assertEquals(1, crossings / messages, 0.05);
    assertEquals(200 + 63, bodies / crossings, 1e-9, "200 bytes and 63 of sealing (L40)");
    assertEquals(0, value(result, BYTES + "{data=keys}"));
    double there = value(result, BYTES + "{from=tokyo,to=singapore}");
    double back = value(result, BYTES + "{from=singapore,to=tokyo}");
    assertEquals(value(result, BYTES), there + back);
    assertEquals(1, there / back, 0.1, "as much as comes back");
    assertEquals(0, value(result, BYTES + "{from=tokyo,to=tokyo}"));
    assertEquals(0, value(result, "residency.violations.count"));
  }

  @Test
  void aRuleIsBrokenByEachMessageThatIsHandedToAnotherHome() {
    WorldSketch sketch = sketch();
    sketch.residency = new Residency(true, false, false, false);
    RunResult bodies = sketch.run();
    sketch.residency = new Residency(true, true, true, false);
    RunResult all = sketch.run();
    double messages = value(bodies, "messages.accepted.count");
    double broken = value(bodies, "residency.violations.count");
    // Of a chat there: sent to it (1/2). Of one here: relayed to a member there (1/4). What goes
    // back to the sender's own home breaks nothing.
    assertEquals(0.75, broken / messages, 0.04);
    assertEquals(2 * broken, value(all, "residency.violations.count"), "metadata goes along");
    assertEquals(value(bodies, "delivery.any.count"), value(all, "delivery.any.count"));
    assertEquals(0, all.ledger().pairsLost());
  }

  @Test
  void whatIsBlockedNeverCrosses() {
    WorldSketch sketch = sketch();
    sketch.residency = new Residency(true, false, false, true);
    RunResult result = sketch.run();
    assertEquals(0, value(result, BYTES));
    assertEquals(0, result.ledger().differencePairs());
    assertEquals(result.ledger().pairsLost(), result.ledger().pairsLost(LossReason.RESIDENCY));
    double lost = result.ledger().pairsLost(LossReason.RESIDENCY);
    assertEquals(
        lost, result.reach().stream().mapToLong(ReachLine::lost).sum(), "each is somebody");
    double messages = value(result, "messages.accepted.count");
    // Accepted are those of chats at home, half of all; half of their recipients are not.
    assertEquals(0.5, lost / messages, 0.05);
    double attempted = value(result, "send.attempted.count");
    assertEquals(0.5, messages / attempted, 0.05);
    assertTrue(value(result, "send.failed.count") > 0);
  }

  private static WorldSketch sketch() {
    WorldSketch sketch = new WorldSketch().lasting(60 * SECOND);
    sketch.betweenNs = 37_000_000;
    sketch.locality = 0.5;
    sketch.kinds = new ChatKind[] {new ChatKind(0, Distributions.fixed(2), 20, 0)};
    sketch.shares = new double[] {1};
    sketch.payload = Distributions.fixed(200);
    return sketch;
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
