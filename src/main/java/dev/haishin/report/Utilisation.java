package dev.haishin.report;

import java.util.List;

/** The metrics that are a share of a component's capacity, in the order of a message's way. */
final class Utilisation {
  static final List<String> PATHS =
      List.of(
          "gateway.cpu",
          "gateway.loop",
          "gateway.nic",
          "gateway.memory",
          "kafka.cpu",
          "kafka.disk",
          "fanout.cpu",
          "redis.cpu",
          "redis.memory",
          "store.cpu");

  private Utilisation() {}

  /** Those of which the run recorded something. */
  static List<Metric> of(Run run) {
    return PATHS.stream().flatMap(path -> run.metric(path).stream()).toList();
  }
}
