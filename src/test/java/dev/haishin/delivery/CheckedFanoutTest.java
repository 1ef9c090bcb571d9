package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What plugged-in strategies are held to. */
class CheckedFanoutTest {
  private static final String WHERE = " (chat 900, message 77)";

  /** Sender 12; recipients 11 and 13. */
  private final Room room = new Room(900, 12, 3, 11, 12, 13);

  private final List<String> calls = new ArrayList<>();

  @ParameterizedTest
  @MethodSource("goodOnes")
  void aStrategyThatKeepsTheRulesIsLetThrough(FanoutStrategy strategy) {
    List<String> unchecked = new ArrayList<>();
    strategy.fanOut(room, room, new FanoutLog(unchecked));
    FanoutStrategy checked = new CheckedFanout("good", strategy);
    checked.fanOut(room, room, new FanoutLog(calls));
    checked.fanOut(room, room, new FanoutLog(calls));
    unchecked.addAll(List.copyOf(unchecked));
    assertEquals(unchecked, calls);
  }

  static Stream<Named<FanoutStrategy>> goodOnes() {
    return Stream.of(
        Named.of("write", new WriteFanout()),
        Named.of("read", new ReadFanout()),
        Named.of("cost-based", new CostBasedFanout(1, 1)),
        Named.of("log first, then copies to notify of", CheckedFanoutTest::mixed));
  }

  @ParameterizedTest
  @MethodSource("badOnes")
  void aBrokenRuleIsReportedWithChatAndMessage(FanoutStrategy strategy, String what) {
    PluginFailure failure =
        assertThrows(PluginFailure.class, () -> run(new CheckedFanout("bad", strategy)));
    assertEquals("fan-out strategy 'bad' " + what + WHERE, failure.getMessage());
    assertEquals(900, failure.chatId());
    assertEquals(Room.MESSAGE, failure.messageId());
  }

  static Stream<Arguments> badOnes() {
    return Stream.of(
        bad("routes to user 11, who was reached before", (c, m, s) -> twice(s)),
        bad("notifies user 13, who was reached before", CheckedFanoutTest::routedAndNotified),
        bad("routes to user 14, a stranger", (c, m, s) -> s.route(14)),
        bad("routes to user -1, a stranger", (c, m, s) -> s.route(-1)),
        bad("writes the inbox of user 12, the sender", (c, m, s) -> s.writeInbox(12)),
        bad("leaves out user 13", (c, m, s) -> s.route(11)),
        bad("leaves out user 11", (c, m, s) -> {}),
        bad("writes the inbox of user 13 and does not reach them", CheckedFanoutTest::onlyWritten),
        bad(
            "does not reach the user whose inbox it wrote last, but writes",
            (c, m, s) -> writesTwo(s)),
        bad("routes to user 13 before user 11, written last", (c, m, s) -> outOfOrder(s)),
        bad(
            "writes the inbox of user 11 twice, or after reaching them",
            (c, m, s) -> writtenAfterwards(s)),
        bad(
            "notifies user 11 of a message that nothing holds for them",
            (c, m, s) -> s.notifyMember(11)),
        bad("appends to the log of chat 901, which is another one", (c, m, s) -> s.appendLog(901)),
        bad("appends twice to the log", (c, m, s) -> appendsTwice(s)));
  }

  @Test
  void whatThePlugInThrowsIsTheCause() {
    IllegalStateException thrown = new IllegalStateException("empty shelf");
    FanoutStrategy throwing =
        (chat, members, sink) -> {
          throw thrown;
        };
    PluginFailure failure =
        assertThrows(PluginFailure.class, () -> run(new CheckedFanout("sad", throwing)));
    assertSame(thrown, failure.getCause());
    assertEquals(
        "fan-out strategy 'sad' threw java.lang.IllegalStateException: empty shelf" + WHERE,
        failure.getMessage());
  }

  @Test
  void aBrokenRuleCannotBeSwallowed() {
    FanoutStrategy swallowing =
        (chat, members, sink) -> {
          try {
            sink.route(14);
          } catch (RuntimeException caught) {
            new WriteFanout().fanOut(chat, members, sink);
          }
        };
    PluginFailure failure =
        assertThrows(PluginFailure.class, () -> run(new CheckedFanout("sly", swallowing)));
    assertTrue(failure.getMessage().contains("user 14, a stranger"));
  }

  @Test
  void theStackNamesTheCallThatBrokeTheRule() {
    PluginFailure failure =
        assertThrows(
            PluginFailure.class,
            () -> run(new CheckedFanout("bad", CheckedFanoutTest::routedAndNotified)));
    assertTrue(
        Stream.of(failure.getStackTrace())
            .anyMatch(frame -> frame.getMethodName().equals("routedAndNotified")));
  }

  private void run(FanoutStrategy strategy) {
    strategy.fanOut(room, room, new FanoutLog(calls));
  }

  private static Arguments bad(String what, FanoutStrategy strategy) {
    return Arguments.of(Named.of(what, strategy), what);
  }

  private static void mixed(Chat chat, Members members, FanoutSink sink) {
    sink.writeInbox(13);
    sink.notifyMember(13);
    sink.appendLog(chat.chatId());
    sink.notifyMember(11);
  }

  private static void routedAndNotified(Chat chat, Members members, FanoutSink sink) {
    sink.appendLog(chat.chatId());
    sink.route(13);
    sink.notifyMember(13);
  }

  private static void onlyWritten(Chat chat, Members members, FanoutSink sink) {
    sink.route(11);
    sink.writeInbox(13);
  }

  private static void twice(FanoutSink sink) {
    sink.route(11);
    sink.route(11);
  }

  private static void writesTwo(FanoutSink sink) {
    sink.writeInbox(11);
    sink.writeInbox(13);
  }

  private static void outOfOrder(FanoutSink sink) {
    sink.writeInbox(11);
    sink.route(13);
  }

  private static void writtenAfterwards(FanoutSink sink) {
    sink.route(11);
    sink.writeInbox(11);
  }

  private static void appendsTwice(FanoutSink sink) {
    sink.appendLog(900);
    sink.appendLog(900);
  }
}
