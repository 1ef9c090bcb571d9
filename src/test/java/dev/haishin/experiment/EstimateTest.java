package dev.haishin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.model.Estimate;
import dev.haishin.model.Plans;
import dev.haishin.model.World;
import dev.haishin.model.WorldPlan;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said before a run is near what the run takes. */
class EstimateTest {
  private static final double NEAR = 0.15;

  /** The tables of people, by the length of their arrays. */
  @ParameterizedTest
  @CsvSource({"quickstart,100%", "heartbeats-300m,1%", "gateway-crash-storm,100%"})
  void tablesAreWithin15Percent(String name, String scale) {
    WorldPlan plan = plan(name, "scale=" + scale, "failures=[]");
    assertNear(World.build(plan, 1).footprint().bytes(), Estimate.of(plan).peopleBytes());
  }

  @ParameterizedTest
  @CsvSource({"quickstart,100%", "heartbeats-300m,0.1%"})
  void eventsOfAGatewayThatIsLostAreWithin15Percent(String name, String scale) {
    WorldPlan plan = plan(name, "scale=" + scale);
    World world = World.build(plan, 1);
    world.run((atNs, endNs, events) -> {});
    assertNear(world.events(), Estimate.of(plan).events());
  }

  /** In a world so large that the program itself is little beside it. */
  @Test
  void whatIsHeldOfALargeWorldIsWithin15Percent() {
    WorldPlan plan = plan("heartbeats-300m", "scale=2%", "failures=[]", "duration=70s");
    long beforeBytes = liveBytes();
    World world = World.build(plan, 1);
    long heldBytes = liveBytes() - beforeBytes;
    assertNear(heldBytes, Estimate.of(plan).peopleBytes());
    assertEquals(6_000_000, world.footprint().users());
  }

  /** A bit a user for each broadcast, and 4 bytes for each who may miss it. */
  @Test
  void whoWaitsForABroadcastTakesABitForEach() {
    String one = "{at: 20s, from: official, audience: 10k, pace: 1k/s}";
    long none = messageBytes("[]");
    long users = World.build(plan("official-broadcast"), 1).footprint().users();
    assertEquals(users / 8 + 4 * 10_000, messageBytes("[" + one + "]") - none, 1);
    assertEquals(
        2 * (users / 8 + 4 * 10_000), messageBytes("[" + one + ", " + one + "]") - none, 1);
  }

  /**
   * A message that waits for a region of the store takes 420 bytes: from the loss of a server until
   * its session has ended after 60 s and the last of its regions is open, 20 s later.
   */
  @Test
  void whatAnOutageOfTheStoreHoldsUpTakesMemory() {
    String rules = "store.recovery=20s";
    long none = heldBytes(rules, "failures=[]");
    String crash = "crash: store, region: tokyo, index: 0";
    // Quick start: 300 messages a second, all in Tokyo.
    long away = heldBytes(rules, "failures=[{at: 1m, " + crash + "}]");
    assertEquals(420 * 300 * 80, away - none, 420 * 300);
    long back = heldBytes(rules, "failures=[{at: 1m, " + crash + ", restart: 10s}]");
    assertEquals(420 * 300 * 30, back - none, 420 * 300);
  }

  private static long heldBytes(String rules, String failures) {
    return Estimate.of(plan("quickstart", "duration=10m", rules, failures)).messageBytes();
  }

  private static long messageBytes(String broadcasts) {
    return Estimate.of(plan("official-broadcast", "traffic.broadcasts=" + broadcasts))
        .messageBytes();
  }

  private static WorldPlan plan(String name, String... overrides) {
    Path file = Path.of("scenarios", name + ".yaml");
    return Plans.of(
        TrialScenario.read(file, Trial.BASELINE, List.of(overrides), List.of()), List.of());
  }

  private static void assertNear(double taken, double estimated) {
    assertTrue(
        Math.abs(estimated - taken) <= NEAR * taken,
        () -> "estimated " + estimated + ", taken " + taken);
  }

  private static long liveBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
