package dev.haishin.cli;

import dev.haishin.Golden;
import dev.haishin.experiment.sensitivity.Assumption;
import dev.haishin.experiment.sensitivity.AssumptionReader.Fixed;
import dev.haishin.experiment.sensitivity.Effect;
import dev.haishin.experiment.sensitivity.SensitivityFiles;
import dev.haishin.experiment.sensitivity.Tornado;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.file.MadeBy;
import dev.haishin.results.file.SweepTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneAtATimeScreenTest {
  @Test
  void theLargestEffectsComeFirstAndTheNoiseIsCounted() throws IOException {
    Screen screen = Screen.window(90);
    new OneAtATimeScreen(screen.terminal()).show(files());
    Golden.assertSame(OneAtATimeScreenTest.class, "assumptions.txt", screen.out());
  }

  @Test
  void theFilesHoldEveryAssumption() throws IOException {
    Golden.assertSame(OneAtATimeScreenTest.class, "assumptions.csv", files().csv());
    Golden.assertSame(OneAtATimeScreenTest.class, "assumptions.json", files().json());
  }

  private static SensitivityFiles files() {
    Assumption access =
        new Assumption(
            "network.access", "", "exp(25ms)", Optional.of("exp(20ms)"), Optional.of("exp(30ms)"));
    Assumption alpha =
        new Assumption(
            "chats.group.size",
            "alpha",
            "powerlaw(alpha=2.5 min=3 max=9)",
            Optional.of("powerlaw(alpha=2 min=3 max=9)"),
            Optional.of("powerlaw(alpha=3 min=3 max=9)"));
    Assumption connected =
        new Assumption("regions.tokyo.connected", "", "100%", Optional.of("80%"), Optional.empty());
    List<Effect> effects =
        List.of(
            new Effect(access, interval(-20.5, 1.5), interval(22.25, 2)),
            new Effect(alpha, interval(8, 3), interval(-1, 3)),
            new Effect(connected, interval(0, 0), Optional.empty()));
    String path = "delivery.online.p99";
    Tornado known =
        new Tornado(path, MetricRegistry.standard().parse(path), interval(130, 2.5), effects);
    String rare = "delivery.online.p99.99";
    Tornado unknown =
        new Tornado(
            rare,
            MetricRegistry.standard().parse(rare),
            Optional.empty(),
            List.of(new Effect(access, Optional.empty(), Optional.empty())));
    return new SensitivityFiles(
        new SweepTable.Origin(
            "launch", "a launch", List.of("scale=1%"), 5, new MadeBy("1.2.3", "abc123", List.of())),
        "20%",
        List.of(known, unknown),
        List.of(new Fixed("chats.direct.share", "48%", "the shares add up to 88.0%")));
  }

  private static Optional<Interval> interval(double meanMs, double halfMs) {
    return Optional.of(new Interval(meanMs * 1e6, halfMs * 1e6, Interval.USUAL_CONFIDENCE, 5));
  }
}
