package dev.haishin.experiment.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.store.StoredTrial;
import dev.haishin.experiment.trial.Trial;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final Variation LOAD = new Variation("load", List.of("x1", "x1.5", "x2"));
  private static final Variation LINGER =
      new Variation("kafka.linger", List.of("1ms", "10ms", "100ms", "1s"));
  private static final Grid GRID = new Grid(List.of("baseline", "read"), List.of(LOAD, LINGER));

  @TempDir Path folder;

  @Test
  void aSweepCutAtAnyMomentEndsWithTheSameBytes() throws IOException {
    SweepPlan plan = FakeTrials.plan(GRID, 2);
    run(plan, "whole", new FakeTrials(1, FakeTrials::scattered));
    byte[] csv = Files.readAllBytes(folder.resolve("whole/sweep.csv"));
    byte[] json = Files.readAllBytes(folder.resolve("whole/sweep.json"));
    Random random = new Random(2);
    for (int i = 0; i < 60; i++) {
      String name = "cut-" + i;
      int cuts = 1 + random.nextInt(4);
      for (int k = 0; k < cuts; k++) {
        int after = random.nextInt(11);
        FakeTrials engine = new FakeTrials(random.nextLong(), dyingAfter(after));
        assertThrows(DeathException.class, () -> run(plan, name, engine));
        tear(folder.resolve(name).resolve(SweepFolder.STORE), random);
        assertFalse(Files.exists(folder.resolve(name).resolve(SweepFolder.CSV)));
      }
      run(plan, name, new FakeTrials(random.nextLong(), FakeTrials::scattered));
      assertEquals(-1, Files.mismatch(folder.resolve("whole/sweep.csv"), file(name, "sweep.csv")));
      assertEquals(new String(json), Files.readString(file(name, "sweep.json")));
      assertFalse(Files.exists(file(name, SweepFolder.UNFINISHED)));
    }
    assertEquals(1 + GRID.size(), new String(csv).lines().count());
  }

  @Test
  void whatHasEndedIsNotRunAgain() throws IOException {
    SweepPlan plan = FakeTrials.plan(GRID, 2);
    FakeTrials first = new FakeTrials(1, dyingAfter(13));
    assertThrows(DeathException.class, () -> run(plan, "out", first));
    FakeTrials second = new FakeTrials(2, FakeTrials::scattered);
    run(plan, "out", second);
    assertEquals(2 * GRID.size() - 13, second.ran().size());
    FakeTrials third = new FakeTrials(3, FakeTrials::scattered);
    run(plan, "out", third);
    assertEquals(List.of(), third.ran());
  }

  @Test
  void rowsAppearAsTheirPointsEnd() throws IOException {
    SweepPlan plan = FakeTrials.plan(GRID, 1);
    assertThrows(DeathException.class, () -> run(plan, "out", new FakeTrials(1, dyingAfter(5))));
    List<String> lines = Files.readAllLines(file("out", SweepFolder.UNFINISHED));
    assertEquals(1 + 5, lines.size());
    run(plan, "out", new FakeTrials(2, FakeTrials::scattered));
    List<String> whole = Files.readAllLines(file("out", "sweep.csv"));
    assertTrue(whole.containsAll(lines), lines + " in " + whole);
  }

  @Test
  void aGridThatGrowsRunsWhatIsNew() throws IOException {
    run(FakeTrials.plan(new Grid(List.of("baseline"), List.of(LOAD)), 2), "out", 1);
    Variation more = new Variation("load", List.of("x2", "x1", "x3"));
    FakeTrials engine = new FakeTrials(2, FakeTrials::scattered);
    run(FakeTrials.plan(new Grid(List.of("baseline"), List.of(more)), 3), "out", engine);
    // x3 three times, and the third replication of x1 and x2.
    assertEquals(5, engine.ran().size());
    List<String> lines = Files.readAllLines(file("out", "sweep.csv"));
    assertEquals(
        List.of("2", "1", "3"), lines.stream().skip(1).map(line -> line.split(",")[1]).toList());
  }

  @Test
  void anotherVersionStartsAfreshAndSaysSo() throws IOException {
    SweepPlan plan = FakeTrials.plan(GRID, 1);
    run(plan, "out", 1);
    try (Sweep sweep = FakeTrials.open(plan, folder.resolve("out"), "2.0")) {
      assertEquals(List.of("the version of haishin"), sweep.changes());
      assertEquals(GRID.size(), sweep.pending().size());
    }
  }

  @Test
  void theHeaderHasUnitsAndTheFiguresTheirVerdicts() throws IOException {
    Grid grid = new Grid(List.of("baseline"), List.of(LINGER));
    FakeTrials engine =
        new FakeTrials(1, trial -> 1e6 * (trial.settings().contains("kafka.linger=1s") ? 400 : 42));
    run(FakeTrials.plan(grid, 1), "out", engine);
    assertEquals(
        """
        variant,kafka.linger [ms],delivery.online.p99 [ms],delivery.online.p99 verdict,send.ack.p99 [ms],trouble
        baseline,1,42,met,14,
        baseline,10,42,met,14,
        baseline,100,42,met,14,
        baseline,1000,400,missed,133.333,
        """,
        Files.readString(file("out", "sweep.csv")));
  }

  @Test
  void replicationsGiveAMeanWithItsInterval() throws IOException {
    Grid grid = new Grid(List.of("baseline"), List.of());
    // 290, 300 and 310 ms: mean 300, standard error 10 / sqrt 3, t(2, 97.5%) = 4.30265.
    run(
        FakeTrials.plan(grid, 3),
        "out",
        new FakeTrials(1, trial -> 1e6 * (290 + 10 * trial.replication())));
    assertEquals(
        """
        variant,delivery.online.p99 [ms],delivery.online.p99 half-width [ms],delivery.online.p99 verdict,send.ack.p99 [ms],send.ack.p99 half-width [ms],trouble
        baseline,300,24.8414,unknown,100,8.28046,
        """,
        Files.readString(file("out", "sweep.csv")));
  }

  @Test
  void aCrashIsToldAtItsPointAndTriedAgain() throws IOException {
    Grid grid = new Grid(List.of("baseline"), List.of(LOAD));
    SweepPlan plan = FakeTrials.plan(grid, 1);
    run(
        plan,
        "out",
        new FakeTrials(1, trial -> trial.settings().contains("load=x2") ? Double.NaN : 1_000_000));
    assertEquals(
        "baseline,2,,,,crashed: java.lang.IllegalStateException: no hosts",
        Files.readAllLines(file("out", "sweep.csv")).get(3));
    FakeTrials again = new FakeTrials(1, trial -> 1_000_000);
    run(plan, "out", again);
    assertEquals(1, again.ran().size());
    assertEquals("baseline,2,1,met,0.333333,", Files.readAllLines(file("out", "sweep.csv")).get(3));
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(mine.resolve("thesis.txt"), "years of work");
    assertThrows(IOException.class, () -> SweepFolder.open(mine));
    assertEquals(List.of(mine.resolve("thesis.txt")), Files.list(mine).toList());
  }

  @Test
  void everyDoubleIsKeptExactly() {
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isFinite(value)) {
        continue;
      }
      StoredTrial trial =
          new StoredTrial(
              new StoredTrial.Key("a", List.of("x=\"y,\n\""), i),
              new TreeMap<>(Map.of("p", value)),
              new TreeMap<>(),
              -i,
              i % 2 == 0,
              "0a");
      assertEquals(trial, StoredTrial.read(trial.text()).orElseThrow());
    }
  }

  private void run(SweepPlan plan, String name, long order) throws IOException {
    run(plan, name, new FakeTrials(order, FakeTrials::scattered));
  }

  private void run(SweepPlan plan, String name, FakeTrials engine) throws IOException {
    try (Sweep sweep = FakeTrials.open(plan, folder.resolve(name), "1.0")) {
      sweep.run(engine);
    }
  }

  private Path file(String name, String file) {
    return folder.resolve(name).resolve(file);
  }

  /** Cuts off some of the last bytes, as a kill in the middle of a write may. */
  private static void tear(Path store, Random random) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(store.toFile(), "rw")) {
      file.setLength(Math.max(0, file.length() - random.nextInt(300)));
    }
  }

  private static ToDoubleFunction<Trial> dyingAfter(int trials) {
    int[] left = {trials};
    return trial -> {
      if (left[0]-- == 0) {
        throw new DeathException();
      }
      return FakeTrials.scattered(trial);
    };
  }

  private static final class DeathException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
