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
}
