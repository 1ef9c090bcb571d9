package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.Golden;
import dev.haishin.results.Unit;
import dev.haishin.results.file.MadeBy;
import dev.haishin.results.file.PluginLine;
import dev.haishin.results.file.SizePlan;
import dev.haishin.results.file.SizePlan.Choice;
import dev.haishin.results.file.SizePlan.Judged;
import dev.haishin.results.file.SizePlan.Step;
import dev.haishin.results.file.SizePlan.Tried;
import dev.haishin.results.file.SizeTables;
import dev.haishin.results.file.SizeWriter;
import dev.haishin.results.file.SweepTable;
import dev.haishin.results.file.SweepWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SizeScreenTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void theAnswerSaysWhatBindsAndWhatIsLeft() throws IOException {
    Golden.assertSame(SizeScreenTest.class, "size.txt", shown(plan(single())));
  }

  @Test
  void theJsonHoldsAllThatWasTried() throws IOException {
    Golden.assertSame(SizeScreenTest.class, "size.json", SizeWriter.json(plan(single())));
  }

  @Test
  void aPlanHasALineAStep() throws IOException {
    Golden.assertSame(
        SizeScreenTest.class,
        "size-plan.txt",
        shown(plan(step("load=x1", "6"), step("load=x2", ""))));
  }

  @Test
  void theJsonOfAPlanHasItsSteps() throws IOException {
    SizePlan plan = plan(step("load=x1", "6"), step("load=x2", ""));
    Golden.assertSame(SizeScreenTest.class, "size-plan.json", SizeWriter.json(plan));
  }

  @Test
  void whatDecidedStandsInTheTableOfItsScaleBesideWhatLed() throws IOException {
    SweepTable table = SizeTables.of(plan(single())).get("gateways.per-region");
    assertEquals(
        "variant,gateways.per-region,delivery.online.p99 [ms],delivery.online.p99 half-width [ms],"
            + "delivery.online.p99 verdict,trouble\n"
            + "scale 100%,5,340,12,missed,\n"
            + "scale 100%,6,280,5,met,\n"
            + "scale 10%,8,250,,met,\n",
        SweepWriter.csv(table));
  }

  @Test
  void withoutAnAnswerItIsMissedOrUnknown() {
    SizePlan missed = plan(step("load=x1", "6"), step("load=x2", ""));
    assertFalse(missed.isFound());
    assertFalse(missed.isUnknown());
    Step open =
        new Step(
            List.of(),
            List.of(new Choice("gateways.per-region", "1..8", false, "", "", Optional.empty())),
            false,
            Optional.empty(),
            "",
            NONE,
            NONE,
            NONE,
            List.of(),
            List.of(tried("8", 1, true, judged(NONE, NONE, "unknown"))));
    assertTrue(plan(open).isUnknown());
    assertTrue(plan(single()).isFound());
    assertFalse(plan(single()).isUnknown());
  }

  private static Step single() {
    Judged breaks = judged(OptionalDouble.of(340), OptionalDouble.of(12), "missed");
    return new Step(
        List.of(),
        List.of(new Choice("gateways.per-region", "2..16", false, "6", "5", Optional.of(breaks))),
        true,
        Optional.of(judged(OptionalDouble.of(280), OptionalDouble.of(5), "met")),
        "gateway.cpu",
        OptionalDouble.of(0.73),
        OptionalDouble.of(1.15),
        OptionalDouble.of(12600),
        List.of("intervals left 1 combination open"),
        List.of(
            tried("8", 0.1, false, judged(OptionalDouble.of(250), OptionalDouble.of(90), "met")),
            tried("5", 1, true, breaks),
            tried("6", 1, true, judged(OptionalDouble.of(280), OptionalDouble.of(5), "met"))));
  }

  private static Step step(String at, String value) {
    Judged judged =
        value.isEmpty()
            ? judged(OptionalDouble.of(900), OptionalDouble.of(40), "missed")
            : judged(OptionalDouble.of(280), OptionalDouble.of(5), "met");
    return new Step(
        List.of(at),
        List.of(new Choice("gateways.per-region", "2..16", false, value, "", Optional.empty())),
        !value.isEmpty(),
        Optional.of(judged),
        "gateway.cpu",
        OptionalDouble.of(0.73),
        value.isEmpty() ? NONE : OptionalDouble.of(1.15),
        value.isEmpty() ? NONE : OptionalDouble.of(12600),
        List.of(),
        List.of(tried(value.isEmpty() ? "16" : value, 1, true, judged)));
  }

  private static Judged judged(OptionalDouble value, OptionalDouble half, String verdict) {
    return new Judged(
        "delivery.online.p99",
        Unit.DURATION,
        "<= 300ms",
        OptionalDouble.of(300),
        value,
        half,
        verdict);
  }

  private static Tried tried(String value, double scale, boolean decides, Judged judged) {
    boolean met = judged.verdict().equals("met");
    return new Tried(
        List.of(value), scale, 3, decides, met, true, OptionalDouble.of(9000), List.of(judged));
  }

  private static SizePlan plan(Step... steps) {
    SweepTable.Origin origin =
        new SweepTable.Origin(
            "launch",
            "",
            List.of("seed=3"),
            12,
            new MadeBy("1.2.3", "abc123", List.of(new PluginLine("own.jar", "f00d"))));
    return new SizePlan(
        origin, 1, List.of("--spare host"), "redis.shards is tried with one less", List.of(steps));
  }

  private static String shown(SizePlan plan) {
    Screen screen = Screen.window(100);
    new SizeScreen(screen.terminal()).show(plan);
    return screen.out();
  }
}
