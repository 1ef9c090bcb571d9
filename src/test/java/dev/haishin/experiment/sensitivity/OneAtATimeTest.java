package dev.haishin.experiment.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.store.StoreHeader;
import dev.haishin.experiment.store.TrialStore;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Ledger;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.MetricRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneAtATimeTest {
  private static final String FIGURE = "delivery.online.p99";
  private static final double MS = 1e6;
  private static final int REPLICATIONS = 4;
  private static final List<Assumption> ASSUMPTIONS =
      List.of(
          assumption("small", "1", "0.8", "1.2"),
          assumption("noise", "1", "0.8", "1.2"),
          assumption("idle", "1", "0.8", "1.2"),
          assumption("large", "1", "0.8", "1.2"),
          new Assumption("oneway", "", "1", Optional.empty(), Optional.of("1.2")));

  private final List<Trial> ran = new ArrayList<>();
  @TempDir Path folder;

  @Test
  void whatMovesTheAnswerMostComesFirst() throws IOException {
    Tornado tornado = run(Integer.MAX_VALUE).get(0);
    assertEquals(
        List.of("large", "small", "oneway", "noise", "idle"),
        tornado.effects().stream().map(effect -> effect.assumption().name()).toList());
    assertEquals(3, tornado.shown().size());
    Effect large = tornado.effects().get(0);
    // 100 ms a unit, the same chances before and after: -20 ms and +20 ms to the last digit.
    assertEquals(-20 * MS, large.down().orElseThrow().mean(), 1);
    assertEquals(20 * MS, large.up().orElseThrow().mean(), 1);
    assertEquals(Optional.empty(), tornado.effects().get(2).down());
  }

  @Test
  void anEffectWithinTheNoiseIsNotShown() throws IOException {
    Effect noise = run(Integer.MAX_VALUE).get(0).effects().get(3);
    Interval up = noise.up().orElseThrow();
    assertTrue(up.half() > 0 && up.contains(0), up.toString());
    assertFalse(noise.isShown());
    assertEquals(0, noise.size());
  }

  @Test
  void whatTakesTheSameCourseIsNotRunAgain() throws IOException {
    run(Integer.MAX_VALUE);
    long idle =
        ran.stream().filter(t -> t.settings().stream().anyMatch(s -> s.startsWith("idle"))).count();
    assertEquals(2, idle);
    // The scenario itself, three assumptions both ways, one in one way, and the idle one.
    assertEquals(REPLICATIONS * (1 + 3 * 2 + 1) + 2, ran.size());
  }

  @Test
  void aSearchCutOffAtAnyTrialEndsTheSame() throws IOException {
    List<Tornado> whole = run(Integer.MAX_VALUE);
    int all = ran.size();
    for (int cut = 0; cut < all; cut++) {
      Path store = folder.resolve("cut-" + cut);
      int after = cut;
      ran.clear();
      assertThrows(CutException.class, () -> run(store, after));
      assertEquals(whole, run(store, Integer.MAX_VALUE));
      assertEquals(all, ran.size(), "cut after " + cut);
    }
  }

  private List<Tornado> run(int most) throws IOException {
    return run(folder.resolve("whole"), most);
  }

  private List<Tornado> run(Path file, int most) throws IOException {
    Map<String, MetricQuery> figures = new LinkedHashMap<>();
    figures.put(FIGURE, MetricRegistry.standard().parse(FIGURE));
    Trial base = Trial.of(Path.of("any.yaml"), Trial.BASELINE, List.of(), 0);
    try (TrialStore store = TrialStore.open(file, new StoreHeader("abc", List.of(), "1"))) {
      OneAtATime experiment = new OneAtATime(base, ASSUMPTIONS, figures, REPLICATIONS, store);
      experiment.run(engine(most));
      return experiment.tornados();
    }
  }

  private TrialEngine engine(int most) {
    int[] left = {most};
    return (trials, results) -> {
      for (Trial trial : trials) {
        if (left[0]-- <= 0) {
          throw new CutException();
        }
        ran.add(trial);
        results.finished(result(trial));
      }
    };
  }

  /** The chances of a replication, and what each assumption adds to them. */
  private static TrialResult result(Trial trial) {
    double ns = 200 * MS + 5 * MS * new Random(trial.replication()).nextGaussian();
    long digest = trial.replication();
    for (String setting : trial.settings()) {
      double change = Double.parseDouble(setting.split("=")[1]) - 1;
      switch (setting.split("=")[0]) {
        case "large" -> ns += 100 * MS * change;
        case "small", "oneway" -> ns += (setting.startsWith("s") ? 10 : 5) * MS * change;
        case "noise" -> ns += MS * (trial.replication() % 2 == 0 ? change : -change);
        default -> digest -= 1000;
      }
      digest += 1000;
    }
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put(FIGURE, ns);
    return new TrialResult(
        trial,
        1,
        new TreeMap<>(),
        metrics,
        List.of(),
        new Ledger(),
        digest,
        0,
        new TreeMap<>(),
        Optional.empty());
  }

  private static Assumption assumption(String path, String text, String down, String up) {
    return new Assumption(path, "", text, Optional.of(down), Optional.of(up));
  }

  private static final class CutException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
