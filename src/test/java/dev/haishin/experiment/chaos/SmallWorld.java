package dev.haishin.experiment.chaos;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A scenario of a few hundred people, which runs in a moment. */
final class SmallWorld {
  private final Path file;

  /**
   * Writes the scenario.
   *
   * @param more lines of it
   */
  SmallWorld(Path folder, String more) {
    try {
      file = Files.writeString(folder.resolve("small.yaml"), TEXT + more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String TEXT =
      """
      name: small
      seed: 3
      duration: 5s
      warmup: 1s
      regions:
        tokyo: {users: 200, connected: 50%}
      clients: {heartbeat: 30s, session: static, reconnect: {backoff: full-jitter, base: 500ms, cap: 2s}}
      chats: {direct: {share: 100%}}
      traffic: {messages: {rate: 20/s}, payload: 100B}
      gateways: {per-region: 4, cores: 1}
      """;

  Path file() {
    return file;
  }

  Trial trial() {
    return Trial.of(file, Trial.BASELINE, List.of(), 0);
  }

  ScenarioSpec scenario() {
    return TrialScenario.of(trial());
  }
}
