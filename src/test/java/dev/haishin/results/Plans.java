package dev.haishin.results;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recording plans for tests. */
final class Plans {
  static final long MS = 1_000_000;
  static final long SECOND = 1_000 * MS;
  static final List<String> REGIONS = List.of("tokyo", "taipei");

  private Plans() {}

  static RecordingPlan of(long durationNs, long warmupNs, View... views) {
    return new RecordingPlan(durationNs, warmupNs, SECOND, REGIONS, List.of(views), 1_000, 3_000);
  }

  static String[] names(String region, String kind, int count) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = region + "/" + kind + "-" + i;
    }
    return names;
  }

  static RunResult result(RecordingPlan plan, Recorder... recorders) {
    return RunResult.of(plan, List.of(recorders), Map.of(), Set.of());
  }
}
