package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.results.RunResult;
import dev.haishin.results.file.RunCost;
import dev.haishin.results.file.RunFiles;
import dev.haishin.results.file.RunIdentity;
import dev.haishin.results.file.Summaries;
import dev.haishin.results.file.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No result depends on how many partitions a world is cut into, nor on who built it. */
class PartitioningTest {
  @TempDir Path folder;

  @Test
  void changesNeitherEventsNorResults() throws IOException {
    World whole = sketch().world(1);
    SortedMap<String, String> wanted = files(whole.run(WorldSketch::quiet));
    for (int partitions : new int[] {2, 3, 5}) {
      World cut = sketch().world(partitions);
      SortedMap<String, String> files = files(cut.run(WorldSketch::quiet));
      for (int i = 0; i < whole.processes(); i++) {
        assertEquals(whole.process(i).name(), cut.process(i).name());
        assertEquals(whole.process(i).digest(), cut.process(i).digest(), whole.process(i).name());
      }
      assertEquals(whole.digest(), cut.digest());
      assertEquals(whole.tapDigest(), cut.tapDigest());
      assertEquals(wanted, files);
    }
  }

  @Test
  void buildingOnSeveralThreadsChangesNeitherEventsNorResults() throws IOException {
    World alone = new WorldBuilder(large().plan()).builtBy(1).build(1);
    SortedMap<String, String> wanted = files(alone.run(WorldSketch::quiet));
    for (int threads : new int[] {2, 4}) {
      World together = new WorldBuilder(large().plan()).builtBy(threads).build(1);
      assertEquals(wanted, files(together.run(WorldSketch::quiet)));
      assertEquals(alone.digest(), together.digest());
      assertEquals(alone.footprint(), together.footprint());
    }
  }

  @Test
  void isToldFromAnotherSeed() throws IOException {
    World one = sketch().world(1);
    World other = sketch().seed(8).world(1);
    assertNotEquals(files(one.run(WorldSketch::quiet)), files(other.run(WorldSketch::quiet)));
    assertNotEquals(one.digest(), other.digest());
  }

  /** Enough connections for threads to meet while they enter them. */
  private static WorldSketch large() {
    WorldSketch large = sketch();
    large.users = 200_000;
    large.connectedShare = 0.9;
    return large;
  }

  private static WorldSketch sketch() {
    WorldSketch sketch = new WorldSketch().lasting(8 * SECOND);
    sketch.betweenNs = 37 * MS;
    sketch.online = Distributions.exponential(6e9);
    sketch.typingPerSecond = 100;
    sketch.receiptsPerDelivery = 0.5;
    return sketch
        .crash(2 * SECOND, SECOND)
        .vanish(4 * SECOND, SECOND)
        .disconnect(5 * SECOND, 0.2)
        .broadcast(3 * SECOND, 2_000, 1_000);
  }

  /** Every file of a run but the one that says what the run cost. */
  private SortedMap<String, String> files(RunResult result) throws IOException {
    Path run = Files.createTempDirectory(folder, "run");
    RunIdentity identity =
        new RunIdentity("sketch", "baseline", "", 1, 1, "0", "0", "0".repeat(64), List.of());
    Summary summary = Summaries.of(identity, true, result, List.of(), List.of(), List.of());
    RunFiles.write(
        run, result, result.latencies(), summary, "", new RunCost(1, 1, 1, 1, 1, "", ""));
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(run)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(run.relativize(path).toString(), Files.readString(path));
      }
    }
    assertTrue(files.size() > 5);
    return files;
  }
}
