package dev.haishin.results.file;

import dev.haishin.results.Expectation;
import dev.haishin.results.Judgement;
import dev.haishin.results.RunResult;
import dev.haishin.results.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** Files of the sample run. */
final class Samples {
  static final String SCENARIO = "name: sample\ndescription: 東京\n";
  static final RunCost COST = new RunCost(1.25, 0.5, 98_765_432, 1L << 30, 2, "17.0.1", "0.1.0");

  private Samples() {}

  static Summary summary(RunResult result) {
    List<Judgement> judgements =
        SampleRun.expectations().stream()
            .map((Expectation expectation) -> expectation.judge(result))
            .toList();
    RunIdentity identity =
        new RunIdentity(
            "sample",
            "baseline",
            "two regions, 東京 and 台北",
            7,
            0.1,
            "00ff12",
            "0.1.0",
            "abcd",
            List.of(new PluginLine("their-strategy.jar", "ef01")));
    List<FleetItem> fleet =
        List.of(
            new FleetItem("gateway", "tokyo", 2, 16, 64L << 30, OptionalDouble.of(992.8)),
            new FleetItem("broker", "tokyo", 3, 8, 32L << 30, OptionalDouble.empty()));
    return Summaries.of(identity, true, result, judgements, fleet, List.of("made up"));
  }

  static void write(Path folder, int recorders) throws IOException {
    RunResult result = SampleRun.recordedBy(recorders);
    RunFiles.write(folder, result, result.latencies(), summary(result), SCENARIO, COST);
  }
}
