package dev.haishin.model.redis;

import dev.haishin.results.Level;
import dev.haishin.results.Recorder;
import dev.haishin.results.RecordingPlan;
import dev.haishin.results.Utilization;
import java.util.List;

/** Recorders for worlds of a few hosts. */
public final class Recorders {
  private static final long HOUR_NS = 3_600_000_000_000L;

  private Recorders() {}

  /** A recorder of an hour that knows so many hosts of each component. */
  public static Recorder of(int hosts) {
    RecordingPlan plan =
        new RecordingPlan(HOUR_NS, 0, 1_000_000_000, List.of("tokyo"), List.of(), 0, 0);
    Recorder recorder = new Recorder(plan);
    String[] names = new String[hosts];
    for (int i = 0; i < hosts; i++) {
      names[i] = "tokyo/host/" + i;
    }
    for (Utilization utilization : Utilization.values()) {
      recorder.declareHosts(utilization, hosts, 1, names);
    }
    for (Level level : Level.values()) {
      recorder.declareHosts(level, hosts, 1, names);
    }
    return recorder;
  }
}
