package dev.haishin.results.file;

import java.io.IOException;

/**
 * What a run took of the machine: the content of {@code run.json}, the one file that differs from
 * machine to machine.
 */
public record RunCost(
    double wallSeconds,
    double setupSeconds,
    double eventsPerSecond,
    long peakHeapBytes,
    int threads,
    String jdk,
    String version) {

  String text() throws IOException {
    return new JsonText()
        .put("wall-seconds", wallSeconds)
        .put("setup-seconds", setupSeconds)
        .put("events-per-second", eventsPerSecond)
        .put("peak-heap-bytes", peakHeapBytes)
        .put("threads", threads)
        .put("jdk", jdk)
        .put("version", version)
        .end();
  }
}
