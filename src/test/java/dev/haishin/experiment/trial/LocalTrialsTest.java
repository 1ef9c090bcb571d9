package dev.haishin.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTrialsTest {
  private static final long PLENTY = 4L << 30;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writesTheScenario() {
    file = TrialScenarios.tiny(folder, "expect: {delivery.online.p50: \"<= 1s\"}");
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    List<Trial> trials = replications(4);
    assertEquals(facts(run(1, trials)), facts(run(3, trials)));
  }

  @Test
  void replicationZeroHasTheSeedOfTheFileAndTheOthersTheirOwn() {
    SortedMap<Integer, TrialResult> results = run(2, replications(3));
    assertEquals(5, results.get(0).seed());
    assertEquals(Trial.seed(5, 2), results.get(2).seed());
    assertNotEquals(results.get(1).eventsDigest(), results.get(2).eventsDigest());
    TrialResult again =
        run(1, List.of(Trial.of(file, "baseline", List.of("seed=" + Trial.seed(5, 2)), 0))).get(0);
    assertEquals(results.get(2).eventsDigest(), again.eventsDigest());
  }

  @Test
  void variantsOfOneReplicationMeetTheSameTaps() {
    Trial slower = Trial.of(file, "baseline", List.of("gateways.frame-out-cost=900us"), 1);
    TrialResult one = run(1, List.of(Trial.of(file, "baseline", List.of(), 1))).get(1);
    TrialResult other = run(1, List.of(slower)).get(1);
    assertEquals(one.tapDigest(), other.tapDigest());
    assertNotEquals(one.eventsDigest(), other.eventsDigest());
  }

  @Test
  void aResultHoldsFiguresJudgementsAndWhatWasAskedFor() {
    Trial trial = new Trial(file, "baseline", List.of(), 0, List.of("delivery.online"));
    TrialResult result = run(1, List.of(trial)).get(0);
    assertTrue(result.isSound());
    assertEquals(Verdict.MET, result.judgements().get(0).verdict());
    assertEquals(List.of("delivery.online"), List.copyOf(result.latencies().keySet()));
    assertEquals(
        result.latencies().get("delivery.online").percentileNs(50),
        result.value("delivery.online.p50").value().getAsDouble());
    assertTrue(result.metrics().containsKey("wire.bytes.count{direction=up}"));
    assertTrue(result.value("cost.per-month").isKnown());
    assertThrows(IllegalArgumentException.class, () -> result.value("no.such"));
  }

  @Test
  void trafficToClientsIsPaidAndTrafficFromThemIsNot() {
    TrialResult free = priced("0 USD/GB");
    TrialResult priced = priced("1000 USD/GB");
    double gigabytes =
        figure(free, "wire.bytes.per-second{direction=down}") * 730 * 3600 / 1_000_000_000;
    assertTrue(figure(free, "wire.bytes.per-second{direction=up}") > 0);
    assertEquals(
        gigabytes * 1000,
        figure(priced, "cost.per-month") - figure(free, "cost.per-month"),
        gigabytes);
  }

  private TrialResult priced(String egress) {
    return run(1, List.of(Trial.of(file, "baseline", List.of("costs.egress=" + egress), 0))).get(0);
  }

  private static double figure(TrialResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }

  @Test
  void aBudgetForOneRunsThemOneByOne() {
    List<TrialResult> results = new ArrayList<>();
    engine(3, 1).run(replications(3), results::add);
    assertEquals(3, results.size());
  }

  @Test
  void aScenarioThatCannotBeReadEndsAllWithItsErrors() {
    List<Trial> trials =
        List.of(Trial.of(file, "baseline", List.of("kafka.brokrs=4", "gateways.cores=x"), 0));
    InvalidScenarioException failure =
        assertThrows(InvalidScenarioException.class, () -> run(1, trials));
    assertEquals(2, failure.errors().size());
  }

  @Test
  void whoTakesTheResultsCanEndThem() {
    IllegalStateException enough = new IllegalStateException("enough");
    List<TrialResult> results = new ArrayList<>();
    TrialEngine.Results taker =
        result -> {
          results.add(result);
          throw enough;
        };
    assertSame(
        enough,
        assertThrows(
            IllegalStateException.class, () -> engine(2, PLENTY).run(replications(50), taker)));
    assertEquals(1, results.size());
  }

  @Test
  void whoWatchesCanEndThem() {
    IllegalStateException interrupted = new IllegalStateException("interrupted");
    TrialWatch watch =
        (trial, atNs, endNs, events) -> {
          if (trial.replication() == 1) {
            throw interrupted;
          }
        };
    LocalTrials engine = new LocalTrials(2, PLENTY, new TrialRunner("test"), watch);
    assertSame(
        interrupted,
        assertThrows(
            IllegalStateException.class, () -> engine.run(replications(20), result -> {})));
  }

  private List<Trial> replications(int count) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trials.add(Trial.of(file, "baseline", List.of(), i));
    }
    return trials;
  }

  private static SortedMap<Integer, TrialResult> run(int threads, List<Trial> trials) {
    SortedMap<Integer, TrialResult> results = new TreeMap<>();
    engine(threads, PLENTY)
        .run(trials, result -> results.put(result.trial().replication(), result));
    return results;
  }

  private static LocalTrials engine(int threads, long heapBytes) {
    return new LocalTrials(threads, heapBytes, new TrialRunner("test"), TrialWatch.NONE);
  }

  private static List<Object> facts(SortedMap<Integer, TrialResult> results) {
    return results.values().stream()
        .<Object>map(r -> List.of(r.seed(), r.metrics(), r.eventsDigest(), r.tapDigest()))
        .toList();
  }
}
