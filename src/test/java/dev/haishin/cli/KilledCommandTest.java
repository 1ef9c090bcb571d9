package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.TrialScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real commands, each in a process of its own that is killed with SIGKILL at random moments and
 * started again, end with the bytes of one that nobody disturbed. {@code -Dhaishin.kills=50} makes
 * more of it; {@code .ci/sweep-kills} does so with the launcher.
 *
 * <p>A moment is drawn from a seed: either a delay after the start, which may fall before the
 * command has read its first argument, or a number of bytes more that it has kept, which falls into
 * its work however slow the machine is.
 */
class KilledCommandTest {
  private static final int KILLS = Integer.getInteger("haishin.kills", 4);
  private static final int MOST_DELAY_MS = 1500;

  /** Where a command keeps what has ended, and how much of it a life may add at most. */
  private record Store(String name, int mostBytesALife) {
    long bytes(Path out) throws IOException {
      Path file = out.resolve(name);
      return Files.exists(file) ? Files.size(file) : 0;
    }
  }

  @TempDir Path folder;

  @Test
  void aSweepKilledAgainAndAgainEndsWithTheSameBytes() throws Exception {
    Path file = TrialScenarios.tiny(folder, "expect: {delivery.online.p50: \"<= 1s\"}");
    List<String> command =
        List.of(
            "sweep",
            file.toString(),
            "--set=duration=500ms",
            "--set=warmup=100ms",
            "--vary=gateways.frame-out-cost=10us..400us step 10us",
            "--threads=2",
            "--quiet");
    Store store = new Store("trials.log", 60_000);
    endsWithTheSameBytes(command, store, List.of("sweep.csv", "sweep.json"));
  }

  @Test
  void aSearchForFailuresKilledAgainAndAgainEndsWithTheSameBytes() throws Exception {
    Path file = TrialScenarios.tiny(folder, "expect: {delivery.online.p99: \"<= 30ms\"}");
    List<String> command =
        List.of(
            "chaos",
            file.toString(),
            "--set=gateways.per-region=3",
            "--set=duration=2s",
            "--schedules=30",
            "--threads=2",
            "--quiet");
    endsWithTheSameBytes(command, new Store("schedules.log", 1500), List.of("chaos.json"));
  }

  private void endsWithTheSameBytes(List<String> command, Store store, List<String> least)
      throws Exception {
    Path whole = folder.resolve("whole");
    int status = start(command, whole).waitFor();
    TreeMap<String, String> expected = texts(whole);
    assertTrue(expected.keySet().containsAll(least), () -> expected.keySet().toString());
    Random random = new Random(12);
    int kills = 0;
    int ends = 0;
    TreeSet<Long> sizes = new TreeSet<>();
    Path disturbed = folder.resolve("disturbed-0");
    while (kills < KILLS) {
      if (isKilled(command, disturbed, store, random)) {
        kills++;
        sizes.add(store.bytes(disturbed));
      } else {
        // It came to its end before its moment: the next one begins with nothing.
        assertEquals(expected, texts(disturbed));
        ends++;
        disturbed = folder.resolve("disturbed-" + ends);
      }
    }
    assertEquals(status, start(command, disturbed).waitFor());
    assertEquals(expected, texts(disturbed));
    assertTrue(sizes.size() > 1, "every kill found the same: " + sizes);
    System.out.printf(
        "%s: %d kills with %s bytes kept, %d ends%n", command.get(0), kills, sizes, ends + 1);
  }

  /** Whether the moment came before the command's end. */
  private static boolean isKilled(List<String> command, Path out, Store store, Random random)
      throws IOException, InterruptedException {
    Process process = start(command, out);
    try {
      if (random.nextInt(3) == 0) {
        process.waitFor(random.nextInt(MOST_DELAY_MS), TimeUnit.MILLISECONDS);
      } else {
        long enough = store.bytes(out) + 1 + random.nextInt(store.mostBytesALife());
        while (process.isAlive() && store.bytes(out) < enough) {
          process.waitFor(1, TimeUnit.MILLISECONDS);
        }
      }
    } finally {
      process.destroyForcibly();
    }
    int killed = 128 + 9;
    return process.waitFor() == killed;
  }

  /** Tables and documents by name; a store keeps its records in the order in which they came. */
  private static TreeMap<String, String> texts(Path out) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.endsWith(".log")) {
          texts.put(name, Files.readString(file));
        }
      }
    }
    return texts;
  }

  private static Process start(List<String> command, Path out) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> words = new ArrayList<>(List.of(java.toString(), "-XX:TieredStopAtLevel=1"));
    words.addAll(
        List.of("-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m", "-Djava.awt.headless=true"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Haishin.class.getName()));
    words.addAll(command);
    words.add("--out=" + out);
    return new ProcessBuilder(words)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
