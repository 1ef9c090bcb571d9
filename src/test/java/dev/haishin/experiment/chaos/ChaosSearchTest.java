package dev.haishin.experiment.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.InvalidScenarioException;
import dev.haishin.experiment.trial.LocalTrials;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.experiment.trial.TrialRunner;
import dev.haishin.experiment.trial.TrialWatch;
import dev.haishin.results.Ledger;
import dev.haishin.results.file.ChaosFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches over real worlds where the world matters, over a rule of when it breaks elsewhere. */
class ChaosSearchTest {
  private static final long HEAP_BYTES = 1L << 30;

  @TempDir Path folder;

  @Test
  void aCrashThatBreaksAnExpectationIsFoundAndShrunkToItself() throws IOException {
    // Nobody is dropped unless a gateway dies: a gateway's crash is all that it takes.
    SmallWorld world =
        new SmallWorld(
            folder, "expect: {disconnects.count: \"< 1\"}\nchaos: {verbs: [crash], at-once: 2}\n");
    ChaosFindings findings = search(world, local(2), 40);
    assertEquals(1, findings.found().size(), findings::toString);
    ChaosFindings.Finding finding = findings.found().get(0);
    assertEquals(List.of("missed disconnects.count"), finding.shows());
    assertEquals(1, finding.failures().size(), finding::toString);
    assertTrue(finding.failures().get(0).contains("crash: gateway"), finding::toString);
    assertTrue(finding.seen() > 1, finding::toString);

    Trial again =
        Trial.of(folder.resolve("chaos").resolve(finding.file()), Trial.BASELINE, List.of(), 0);
    List<TrialResult> results = new ArrayList<>();
    local(1).run(List.of(again), results::add);
    assertEquals("missed", results.get(0).judgements().get(0).verdict().word());
  }

  @Test
  void acksOfTheLeaderAloneWithUncleanElectionIsFoundAndShrunkToTwoCrashesAtMost()
      throws IOException {
    // What acks=1 accepts is on the leader alone at first: it is lost when the leader dies and a
    // replica without it leads, in sync or not. With acks=all it is on both.
    String planted =
        "kafka: {brokers: 2, partitions: 4, replication: 2, acks: 1, broker-timeout: 300ms,"
            + " unclean-election: yes}\n"
            + "expect: {ledger.lost: \"== 0\"}\n"
            + "chaos: {verbs: [crash], at-once: 2, share: 100%}\n";
    ChaosFindings findings = search(new SmallWorld(folder, planted), local(2), 300);
    for (ChaosFindings.Finding finding : findings.found()) {
      assertEquals(List.of("missed ledger.lost"), finding.shows(), finding::toString);
      assertTrue(finding.failures().size() <= 2, finding::toString);
      assertTrue(
          finding.failures().stream().allMatch(text -> text.contains("crash: broker")),
          finding::toString);
    }
    assertFalse(findings.isClean());

    Path clean = Files.createDirectory(folder.resolve("clean"));
    String mended =
        planted
            .replace("unclean-election: yes", "unclean-election: no")
            .replace("acks: 1", "acks: all, min-insync: 2");
    ChaosFindings none =
        searchIn(clean.resolve("chaos"), new SmallWorld(clean, mended), local(2), 2, 300);
    assertEquals(List.of(), none.found(), none::toString);
  }

  @Test
  void threadsChangeNothing() throws IOException {
    SmallWorld world = new SmallWorld(folder, "expect: {disconnects.count: \"< 12\"}\n");
    Path one = folder.resolve("one");
    Path three = folder.resolve("three");
    searchIn(one, world, local(1), 1, 4);
    searchIn(three, world, local(3), 3, 4);
    assertEquals(
        Files.readString(one.resolve(ChaosSearch.JSON)),
        Files.readString(three.resolve(ChaosSearch.JSON)));
  }

  @Test
  void whatASearchHasRunIsNotRunAgain() throws IOException {
    SmallWorld world = new SmallWorld(folder, "");
    RuleEngine engine = new RuleEngine(text -> text.contains("crash"));
    ChaosFindings whole = search(world, engine, 30);
    int ran = engine.ran.size();
    RuleEngine later = new RuleEngine(text -> text.contains("crash"));
    assertEquals(whole, search(world, later, 30));
    assertEquals(List.of(), later.ran);
    assertTrue(ran > 30, "" + ran);
  }

  @Test
  void aSearchThatWasCutGoesOnAndEndsTheSame() throws IOException {
    SmallWorld world = new SmallWorld(folder, "");
    Predicate<String> rule =
        text -> text.contains("vanish: gateway") && text.contains("disconnect");
    RuleEngine living = new RuleEngine(rule);
    String whole = searchIn(folder.resolve("whole"), world, living, 2, 40).json();
    for (int most : new int[] {1, 7, 38, living.ran.size() - 1}) {
      Path cut = folder.resolve("cut-" + most);
      RuleEngine dying = new RuleEngine(rule);
      dying.most = most;
      assertThrows(IllegalStateException.class, () -> searchIn(cut, world, dying, 2, 40));
      RuleEngine rest = new RuleEngine(rule);
      assertEquals(whole, searchIn(cut, world, rest, 2, 40).json());
      assertTrue(Collections.disjoint(rest.ran, dying.ran), "some ran twice");
    }
  }

  @Test
  void twoFailuresThatNeedEachOtherAreOneFindingOfTwo() throws IOException {
    SmallWorld world = new SmallWorld(folder, "chaos: {at-once: 3, most: 6}\n");
    ChaosFindings findings =
        search(
            world,
            new RuleEngine(text -> text.contains("vanish: gateway") && text.contains("disconnect")),
            400);
    assertEquals(1, findings.found().size(), findings::toString);
    assertEquals(2, findings.found().get(0).failures().size(), findings::toString);
    assertTrue(findings.found().get(0).seen() > 1, findings::toString);
  }

  @Test
  void aKnownFindingIsNotReportedAgain() throws IOException {
    Predicate<String> rule =
        text -> text.contains("vanish: gateway") || text.contains("disconnect");
    SmallWorld world = new SmallWorld(folder, "");
    ChaosFindings first = search(world, new RuleEngine(rule), 30);
    assertEquals(2, first.found().size(), first::toString);
    String known = first.found().get(0).file();
    SmallWorld knowing = new SmallWorld(folder, "chaos: {known: [chaos/" + known + "]}\n");
    ChaosFindings second = search(knowing, new RuleEngine(rule), 30);
    assertEquals(
        first.found().get(1).failures(), second.found().get(0).failures(), second::toString);
    assertEquals(1, second.found().size());
    assertEquals("chaos/" + known, second.known().get(0).file());
    assertEquals(first.found().get(0).seen(), second.known().get(0).seen());
    assertTrue(Files.exists(folder.resolve("chaos").resolve(known)), "a known file was removed");
    assertFalse(second.isClean());
  }

  @Test
  void aKnownFindingThatIsMendedIsSaidToBe() throws IOException {
    SmallWorld world = new SmallWorld(folder, "");
    search(world, new RuleEngine(text -> text.contains("vanish: gateway")), 100);
    SmallWorld knowing = new SmallWorld(folder, "chaos: {known: [chaos/finding-1.yaml]}\n");
    ChaosFindings mended = search(knowing, new RuleEngine(text -> false), 20);
    assertTrue(mended.isClean());
    assertEquals(List.of(), mended.known().get(0).shows());
  }

  @Test
  void whatAHealthyRunShowsIsToldAndNotLookedFor() throws IOException {
    ChaosFindings findings = search(new SmallWorld(folder, ""), new RuleEngine(text -> true), 5);
    assertEquals(1, findings.healthy().size());
    assertEquals(List.of(), findings.found());
    assertFalse(findings.isClean());
  }

  @Test
  void everythingWrongWithKnownFilesIsSaidAtOnce() throws IOException {
    Files.writeString(
        folder.resolve("other.yaml"), "failures: [{at: 1s, crash: gateway, index: 9}]");
    SmallWorld world = new SmallWorld(folder, "chaos: {known: [gone.yaml, other.yaml]}\n");
    InvalidScenarioException wrong =
        assertThrows(
            InvalidScenarioException.class, () -> search(world, new RuleEngine(t -> false), 1));
    assertEquals(2, wrong.errors().size(), wrong::getMessage);
    assertTrue(wrong.errors().get(1).contains("tokyo has 4 gateways"), wrong::getMessage);
    assertFalse(Files.exists(folder.resolve("chaos")));
  }

  private ChaosFindings search(SmallWorld world, TrialEngine engine, int schedules)
      throws IOException {
    return searchIn(folder.resolve("chaos"), world, engine, 2, schedules);
  }

  private static ChaosFindings searchIn(
      Path place, SmallWorld world, TrialEngine engine, int threads, int schedules)
      throws IOException {
    return new ChaosSearch(world.trial(), world.scenario(), engine, threads, "test")
        .search(schedules, place, note -> {});
  }

  private static TrialEngine local(int threads) {
    return new LocalTrials(threads, HEAP_BYTES, new TrialRunner("test"), TrialWatch.NONE);
  }

  /** A world that crashes exactly when a rule about its failures says so. */
  private static final class RuleEngine implements TrialEngine {
    private final Predicate<String> crashes;
    private final List<Trial> ran = new ArrayList<>();
    private int most = Integer.MAX_VALUE;

    RuleEngine(Predicate<String> crashes) {
      this.crashes = crashes;
    }

    @Override
    public void run(List<Trial> trials, Results results) {
      for (Trial trial : trials) {
        if (ran.size() == most) {
          throw new IllegalStateException("the process dies");
        }
        String failures = trial.settings().get(trial.settings().size() - 1);
        results.finished(
            crashes.test(failures)
                ? TrialResult.crashed(trial, new ArithmeticException("no balance"))
                : sound(trial));
        ran.add(trial);
      }
    }

    private static TrialResult sound(Trial trial) {
      return new TrialResult(
          trial,
          0,
          new TreeMap<>(),
          new TreeMap<>(),
          List.of(),
          new Ledger(),
          0,
          0,
          new TreeMap<>(),
          Optional.empty());
    }
  }
}
