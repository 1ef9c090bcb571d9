package dev.haishin.experiment.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A world that runs in a moment, for experiments about it. */
public final class TrialScenarios {
  private static final String TINY =
      """
      name: tiny
      seed: 5
      duration: 4s
      warmup: 1s
      regions:
        lab: {users: 600, connected: 50%, zones: 1}
      network: {access: 5ms}
      clients: {heartbeat: never, session: static}
      chats: {direct: {share: 100%}}
      traffic: {messages: {rate: 200/s}, payload: 100B}
      gateways: {per-region: 1, cores: 1, frame-in-cost: exp(1ms), frame-out-cost: exp(500us)}
      kafka: {brokers: 3, partitions: 4, fanout-workers: {count: 1, cores: 2}}
      redis: {shards: 3}
      store: {region-servers: 2}
      """;

  private TrialScenarios() {}

  /** Writes the scenario into a folder, with more lines at its end. */
  public static Path tiny(Path folder, String... lines) {
    try {
      return Files.writeString(folder.resolve("tiny.yaml"), TINY + String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
