package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code store.read-replica} takes, and where it says what is wrong. */
class ReadReplicaKeysTest {
  @TempDir Path folder;

  @Test
  void isReadAndAbsentByDefault() {
    ScenarioSpec scenario = ScenarioTexts.valid(folder, text("read-replica: {every: 2s}"));
    Section replica = store(scenario).get(Keys.Store.READ_REPLICA);
    assertEquals(2_000_000_000L, replica.get(Keys.Store.REPLICA_EVERY));
    ScenarioSpec without = ScenarioTexts.valid(folder, text("edge: {hit-rate: 80%}"));
    assertTrue(store(without).find(Keys.Store.READ_REPLICA).isEmpty());
  }

  @Test
  void mayStandBesideACacheThatNeverHits() {
    ScenarioTexts.valid(folder, text("edge: {hit-rate: 0%}, read-replica: {every: 2s}"));
  }

  @Test
  void refusesWhatCannotBe() {
    problem("read-replica: {get: 4ms}", "store.read-replica.every");
    problem("read-replica: {every: 0s}", "store.read-replica.every");
    problem("read-replica: {every: 2s, lag: 1s}", "lag");
    problem("edge: {hit-rate: 80%}, read-replica: {every: 2s}", "not both");
  }

  private void problem(String store, String expected) {
    String problems = ScenarioTexts.parse(folder, text(store)).problems().toString();
    assertTrue(problems.contains(expected), problems);
  }

  private static Section store(ScenarioSpec scenario) {
    return scenario.regions().get(0).store();
  }

  private static String text(String store) {
    return ScenarioTexts.SMALL + "store: {" + store + "}\n";
  }
}
