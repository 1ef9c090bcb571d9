package dev.haishin.experiment.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that sweeps, killed with SIGKILL again and again. Its trials are a formula, so that
 * most of its life is spent where a kill hurts: in the writing. {@code .ci/sweep-kills} does the
 * same to the real command.
 */
class SweepKillTest {
  private static final int KILLS = 50;
  private static final int MOST_TRIALS_A_LIFE = 14;
  private static final int POINTS = 400;
  private static final int REPLICATIONS = 2;

  @TempDir Path folder;

  @Test
  void fiftyKillsLeaveTheSameBytes() throws Exception {
    Random random = new Random(9);
    Path killed = folder.resolve("killed");
    int most = 0;
    for (int i = 0; i < KILLS; i++) {
      int kept = kill(killed, random.nextInt(MOST_TRIALS_A_LIFE));
      assertTrue(kept >= most, "a kill took " + (most - kept) + " trials that had been kept");
      most = kept;
    }
    assertTrue(most > 0, "no trial survived");
    assertEquals(0, waitFor(start(killed)).exitValue());
    assertEquals(0, waitFor(start(folder.resolve("whole"))).exitValue());
    for (String name : List.of(SweepFolder.CSV, SweepFolder.JSON)) {
      Path whole = folder.resolve("whole").resolve(name);
      assertEquals(-1, Files.mismatch(whole, killed.resolve(name)), name);
    }
    assertEquals(1 + POINTS, Files.readAllLines(killed.resolve(SweepFolder.CSV)).size());
  }

  /** Starts a sweep, kills it after so many trials, and returns how many are kept. */
  private static int kill(Path out, int afterTrials) throws Exception {
    Process process = start(out);
    try (InputStream ended = process.getInputStream()) {
      assertEquals(afterTrials, ended.readNBytes(afterTrials).length, "it ended by itself");
    } finally {
      process.destroyForcibly();
    }
    waitFor(process);
    if (!Files.exists(out.resolve(SweepFolder.STORE))) {
      return 0;
    }
    try (Sweep sweep = FakeTrials.open(plan(), out, "1.0")) {
      return POINTS * REPLICATIONS - sweep.pending().size();
    }
  }

  private static Process waitFor(Process process) throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return process;
  }

  private static Process start(Path out) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Sweeping.class.getName(),
            out.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static SweepPlan plan() {
    List<String> reasons = new ArrayList<>();
    Variation load = Variation.read("load=x1..x400 step x1", reasons::add).orElseThrow();
    return FakeTrials.plan(new Grid(List.of("baseline"), List.of(load)), REPLICATIONS);
  }

  /** What is killed: a sweep that says a byte on each trial. */
  static final class Sweeping {
    private Sweeping() {}

    public static void main(String[] args) throws IOException {
      FakeTrials engine =
          new FakeTrials(
              ProcessHandle.current().pid(),
              trial -> {
                System.out.write('.');
                System.out.flush();
                return FakeTrials.scattered(trial);
              });
      try (Sweep sweep = FakeTrials.open(plan(), Path.of(args[0]), "1.0")) {
        sweep.run(engine);
      }
    }
  }
}
