package dev.haishin.model.redis;

import dev.haishin.results.Level;
import dev.haishin.results.LittleCheck;
import dev.haishin.results.Recorder;
import dev.haishin.results.RecordingPlan;
import dev.haishin.results.RunResult;
import dev.haishin.results.Utilization;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A recorder for a world of a few hosts, and what it says after the run. */
public final class Recorded {
  private static final long HOUR_NS = 3_600_000_000_000L;

  private final RecordingPlan plan;
  private final Recorder recorder;

  /**
   * Nothing yet of a run.
   *
   * @param hosts of each component
   * @param memoryBytes of each host
   */
  public Recorded(int hosts, long durationNs, long memoryBytes) {
    plan = new RecordingPlan(durationNs, 0, 1_000_000_000, List.of("tokyo"), List.of(), 0, 0);
    recorder = new Recorder(plan);
    String[] names = new String[hosts];
    for (int i = 0; i < hosts; i++) {
      names[i] = "tokyo/host/" + i;
    }
    for (Utilization utilization : Utilization.values()) {
      recorder.declareHosts(utilization, hosts, 1, names);
    }
    for (Level level : Level.values()) {
      double capacity = level == Level.REDIS_MEMORY ? (double) memoryBytes : 1;
      recorder.declareHosts(level, hosts, capacity, names);
    }
  }

  /** A recorder of an hour whose answers nobody asks for. */
  public static Recorder unread(int hosts) {
    return new Recorded(hosts, HOUR_NS, 1).recorder;
  }

  /** What the world's processes are given. */
  public Recorder recorder() {
    return recorder;
  }

  /** A figure of the run, in canonical units. */
  public double value(String path) {
    return result().value(path).value().orElseThrow();
  }

  /** Little's law on each class of stations. */
  public List<LittleCheck> littleChecks() {
    return result().littleChecks();
  }

  private RunResult result() {
    return RunResult.of(plan, List.of(recorder), Map.of(), Set.of());
  }
}
