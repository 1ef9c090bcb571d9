package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code traffic.hot} takes, and where it says what is wrong. */
class HotChatsTest {
  private static final String CHATS =
      "chats: {direct: {share: 90%}, open: {share: 10%, size: 100}}\n";

  @TempDir Path folder;

  @Test
  void isReadWithTheFirstRegionForDefault() {
    ScenarioSpec scenario = read("at: 1m, for: 30s, chat: open, members: 5k, rate: 200/s");
    Section hot = scenario.traffic().get(TrafficKeys.HOT).get(0);
    assertEquals(5_000, hot.get(TrafficKeys.MEMBERS));
    assertEquals(200, hot.get(TrafficKeys.CHAT_RATE));
    assertEquals(List.of("a hot chat"), scenario.transients());
    assertEquals(List.of(), scenario.notes());
  }

  @Test
  void isNotedAtASmallerScale() {
    String entry = "at: 1m, for: 30s, chat: open, members: 5k, rate: 200/s";
    ScenarioSpec scenario = ScenarioTexts.valid(folder, text(entry), "scale=50%");
    assertTrue(scenario.notes().toString().contains("traffic.hot"), scenario.notes().toString());
  }

  @Test
  void needsAllButTheRegion() {
    problem("at: 1m, chat: open, members: 5k, rate: 200/s", "traffic.hot[0].for");
    problem("for: 1m, chat: open, members: 5k, rate: 200/s", "traffic.hot[0].at");
    problem("at: 1m, for: 1m, members: 5k, rate: 200/s", "traffic.hot[0].chat");
    problem("at: 1m, for: 1m, chat: open, rate: 200/s", "traffic.hot[0].members");
    problem("at: 1m, for: 1m, chat: open, members: 5k", "traffic.hot[0].rate");
  }

  @Test
  void refusesWhatCannotBe() {
    problem("at: 10m, for: 1m, chat: open, members: 5k, rate: 1/s", "after the end of the run");
    problem("at: 1m, for: 0s, chat: open, members: 5k, rate: 1/s", "above 0s");
    problem("at: 1m, for: 1m, chat: open, members: 1, rate: 1/s", "2 to ");
    problem("at: 1m, for: 1m, chat: open, members: 5k, rate: 0/s", "above 0");
    problem("at: 1m, for: 1m, chat: opem, members: 5k, rate: 1/s", "did you mean 'open'?");
    problem("at: 1m, for: 1m, chat: group, members: 50, rate: 1/s", "give chats.group.share");
    problem(
        "at: 1m, for: 1m, chat: open, members: 5k, rate: 1/s, region: tokio",
        "did you mean 'tokyo'?");
  }

  @Test
  void hotKeysAreReadWithTheFirstRegionForDefault() {
    String text = keys("at: 1m, for: 30s, key: '{room:7}:members', rate: 50k/s");
    ScenarioSpec scenario = ScenarioTexts.valid(folder, text, "scale=50%");
    Section hot = scenario.traffic().get(TrafficKeys.HOT_KEYS).get(0);
    assertEquals("{room:7}:members", hot.get(TrafficKeys.KEY));
    assertEquals(50_000, hot.get(TrafficKeys.READ_RATE));
    assertEquals(List.of("a hot key"), scenario.transients());
    assertTrue(scenario.notes().toString().contains("traffic.hot-keys"));
  }

  @Test
  void hotKeysAreRefusedWhereTheyCannotBe() {
    keyProblem("for: 1m, key: a, rate: 1/s", "traffic.hot-keys[0].at");
    keyProblem("at: 1m, key: a, rate: 1/s", "traffic.hot-keys[0].for");
    keyProblem("at: 1m, for: 1m, rate: 1/s", "traffic.hot-keys[0].key");
    keyProblem("at: 1m, for: 1m, key: a", "traffic.hot-keys[0].rate");
    keyProblem("at: 10m, for: 1m, key: a, rate: 1/s", "after the end of the run");
    keyProblem("at: 1m, for: 1m, key: '', rate: 1/s", "is empty");
    keyProblem("at: 1m, for: 1m, key: a, rate: 0/s", "above 0");
    keyProblem("at: 1m, for: 1m, key: a, rate: 1/s, region: tokio", "did you mean 'tokyo'?");
  }

  @Test
  void refusesAChatThatARegionIsTooSmallFor() {
    String few = text("at: 1m, for: 1m, chat: open, members: 5k, rate: 1/s").replace("1M", "190");
    String problem = ScenarioTexts.parse(folder, few).problems().toString();
    assertTrue(problem.contains("tokyo has too few people for a chat of the kind 'open'"), problem);
  }

  private ScenarioSpec read(String entry) {
    return ScenarioTexts.valid(folder, text(entry));
  }

  private void problem(String entry, String part) {
    List<Problem> problems = ScenarioTexts.parse(folder, text(entry)).problems();
    assertEquals(1, problems.size(), problems::toString);
    assertEquals(5, problems.get(0).position().line());
    assertTrue(problems.get(0).toString().contains(part), problems::toString);
  }

  private static String text(String entry) {
    return ScenarioTexts.SMALL.replace("100/s}}", "100/s}, hot: [{" + entry + "}]}") + CHATS;
  }

  private void keyProblem(String entry, String expected) {
    String problems = ScenarioTexts.parse(folder, keys(entry)).problems().toString();
    assertTrue(problems.contains(expected), problems);
  }

  private static String keys(String entry) {
    return ScenarioTexts.SMALL.replace("100/s}}", "100/s}, hot-keys: [{" + entry + "}]}") + CHATS;
  }
}
