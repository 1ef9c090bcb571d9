package dev.haishin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.model.Estimate;
import dev.haishin.model.Plans;
import dev.haishin.model.RegionPlan;
import dev.haishin.model.World;
import dev.haishin.model.WorldPlan;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** A bit a user for each broadcast, and 16 bytes for each of its audience who is away. */
  @Test
  void whoWaitsForABroadcastTakesABitForEach() {
    String one = "{at: 20s, from: official, audience: 10k, pace: 1k/s}";
    long none = messageBytes("[]");
    long users = World.build(plan("official-broadcast"), 1).footprint().users();
    double bytes = users / 8.0 + 16 * 0.5 * 10_000;
    assertEquals(bytes, messageBytes("[" + one + "]") - none, 1);
    assertEquals(2 * bytes, messageBytes("[" + one + ", " + one + "]") - none, 1);
  }

  /**
   * A message that waits for a region of the store takes 255 bytes: from the loss of a server until
   * its session has ended after 60 s and the last of its regions is open, 20 s later.
   */
  @Test
  void whatAnOutageOfTheStoreHoldsUpTakesMemory() {
    String crash = "crash: store, region: tokyo, index: 0";
    // Quick start: 300 messages a second, all in Tokyo.
    long away = heldBytes("140s", "[{at: 1m, " + crash + "}]");
    assertEquals(255 * 300 * 80, away - heldBytes("140s", "[]"), 255 * 300);
    long back = heldBytes("90s", "[{at: 1m, " + crash + ", restart: 10s}]");
    assertEquals(255 * 300 * 30, back - heldBytes("90s", "[]"), 255 * 300);
  }

  /** Stores of two homes that are closed at the same time hold up what is sent to either. */
  @Test
  void whatTwoHomesHoldUpAtOneTimeIsAddedUp() {
    String tokyo = "{at: 1m, crash: store, region: tokyo, index: 0}";
    String singapore = "{at: 1m, crash: store, region: singapore, index: 0}";
    WorldPlan one = twoHomes("[" + tokyo + "]");
    WorldPlan both = twoHomes("[" + tokyo + ", " + singapore + "]");
    double sent = 0;
    for (RegionPlan region : one.regions()) {
      if (region.home() != one.regions().get(0).home()) {
        sent += region.messagesPerSecond() * 255 * 80;
      }
    }
    assertTrue(sent > 1e6);
    long more = Estimate.of(both).messageBytes() - Estimate.of(one).messageBytes();
    assertEquals(sent, more, 0.01 * sent);
  }

  /** What is missed until the end of a long run is more than a short outage held up. */
  @Test
  void whatWaitsAtOneTimeOnlyCounts() {
    String failure = "[{at: 1m, crash: store, region: tokyo, index: 0, restart: 10s}]";
    assertEquals(heldBytes("20h", "[]"), heldBytes("20h", failure));
  }

  /**
   * Sessions of 5 minutes and 30% connected: who is away comes back after 700 s on the mean, so of
   * what was missed in a day 700 s worth are left.
   */
  @Test
  void whatPeopleMissedIsGoneOnceTheyAreBack() {
    String[] world = {"regions.tokyo.connected=30%", "clients.session={online: 5m}"};
    double perSecond = (heldBytes("20h", "[]", world) - heldBytes("10h", "[]", world)) / 36_000.0;
    assertEquals(300 * 4, perSecond, 1);
    double missedBytes = (heldBytes("700s", "[]") / 700.0 / 300 - 4) / 0.5;
    assertEquals(
        72_000 * 300 * 4 + 700 * 300 * 0.7 * missedBytes,
        heldBytes("20h", "[]", world),
        0.01 * heldBytes("20h", "[]", world));
  }

  private static long heldBytes(String duration, String failures, String... more) {
    List<String> settings = new ArrayList<>(List.of(more));
    settings.add("duration=" + duration);
    settings.add("store.recovery=20s");
    settings.add("failures=" + failures);
    return Estimate.of(plan("quickstart", settings.toArray(String[]::new))).messageBytes();
  }

  private static long messageBytes(String broadcasts) {
    return Estimate.of(plan("official-broadcast", "traffic.broadcasts=" + broadcasts))
        .messageBytes();
  }

  private static WorldPlan twoHomes(String failures) {
    return plan("residency", "duration=140s", "store.recovery=20s", "failures=" + failures);
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
