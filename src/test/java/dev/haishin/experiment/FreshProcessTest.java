package dev.haishin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same scenarios give the same bytes in every process, on any thread count, clock and JDK. */
class FreshProcessTest {
  private static final List<String> TURKISH_IN_TOKYO =
      List.of("-Duser.language=tr", "-Duser.timezone=Asia/Tokyo");

  @TempDir Path folder;

  @Test
  void repeatsEveryResultOfTheQuickstart() throws Exception {
    List<String> arguments =
        List.of("scenarios/quickstart.yaml", "--scale", "25%", "--set", "duration=40s");
    assertRepeats(arguments, 8);
    SortedMap<String, String> one = run(FreshProcess.ownJdk(), List.of(), arguments, "1");
    List<String> reseeded = new ArrayList<>(arguments);
    reseeded.addAll(List.of("--seed", "8"));
    SortedMap<String, String> other = run(FreshProcess.ownJdk(), List.of(), reseeded, "1");
    assertEquals(one.keySet(), other.keySet());
    assertNotEquals(one, other);
  }

  @Test
  void repeatsEveryResultOfTheHeartbeats() throws Exception {
    assertRepeats(
        List.of("scenarios/heartbeats-300m.yaml", "--scale", "0.01%", "--set", "duration=250s"), 4);
  }

  @Test
  void repeatsEveryResultOfTheClosedForm() throws Exception {
    assertRepeats(
        List.of("scenarios/mm1-gateway.yaml", "--set", "duration=20s", "--set", "warmup=5s"), 8);
  }

  /** Five regions, typing, receipts and a broadcast; its one failure is of a kind not modelled. */
  @Test
  void repeatsEveryResultOfTheNewYear() throws Exception {
    assertRepeats(
        List.of("scenarios/new-year.yaml", "--scale", "0.005%", "--set", "failures=[]"), 8);
  }

  @Test
  void givesTheSameBytesOnANewerJdk() throws Exception {
    Optional<Path> newer = FreshProcess.newerJdk();
    assumeTrue(newer.isPresent());
    List<String> arguments =
        List.of("scenarios/quickstart.yaml", "--scale", "25%", "--set", "duration=40s");
    assertEquals(
        run(FreshProcess.ownJdk(), List.of(), arguments, "1"),
        run(newer.orElseThrow(), List.of(), arguments, "1"));
  }

  /** Two processes at once: one thread here, two threads in another country. */
  private void assertRepeats(List<String> arguments, int leastFiles) throws Exception {
    Path here = Files.createTempDirectory(folder, "here");
    Path there = Files.createTempDirectory(folder, "there");
    Process first = start(FreshProcess.ownJdk(), here, List.of(), arguments, "1");
    Process second = start(FreshProcess.ownJdk(), there, TURKISH_IN_TOKYO, arguments, "2");
    FreshProcess.await(first, here);
    FreshProcess.await(second, there);
    SortedMap<String, String> results = FreshProcess.results(here.resolve("results"));
    assertTrue(results.size() >= leastFiles, () -> "only " + results.keySet());
    assertEquals(results, FreshProcess.results(there.resolve("results")));
  }

  private SortedMap<String, String> run(
      Path jdk, List<String> jvmOptions, List<String> arguments, String threads) throws Exception {
    Path run = Files.createTempDirectory(folder, "run");
    FreshProcess.await(start(jdk, run, jvmOptions, arguments, threads), run);
    return FreshProcess.results(run.resolve("results"));
  }

  private static Process start(
      Path jdk, Path run, List<String> jvmOptions, List<String> arguments, String threads)
      throws Exception {
    List<String> all = new ArrayList<>(List.of("run"));
    all.addAll(arguments);
    all.addAll(List.of("--threads", threads, "--out", run.resolve("results").toString()));
    return FreshProcess.start(jdk, run, jvmOptions, all);
  }
}
