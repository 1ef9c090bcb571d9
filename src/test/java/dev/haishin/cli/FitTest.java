package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads by the performance page: they pay where a millisecond of the run has much to do. */
class FitTest {

  @ParameterizedTest
  @CsvSource({
    "new-year, 100%, 2",
    "new-year, 1%, 1",
    "quickstart, 100%, 1",
    "heartbeats-300m, 100%, 1",
  })
  void runsOnEveryCoreWhereThatIsQuicker(String name, String scale, int threads) {
    List<String> overrides = List.of("scale=" + scale, "failures=[]");
    Path file = Path.of("scenarios", name + ".yaml");
    Fit fit = new Fit(name, TrialScenario.read(file, Trial.BASELINE, overrides, List.of()));
    assertEquals(threads, fit.threads(2));
    assertEquals(1, fit.threads(1));
  }
}
