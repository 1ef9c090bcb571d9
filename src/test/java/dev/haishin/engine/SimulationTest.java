package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What processes may rely on: order, incarnations, tickets, attached words, refusals. */
class SimulationTest {
  private static final long LINK_NS = 10;

  private static Simulation simulation(int partitions) {
    return new Simulation(new Links(1).connect(0, 0, LINK_NS), partitions, EventQueues::standard);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void simultaneousEventsComeByOriginAndThenInOrderOfSending(int partitions) {
    Simulation simulation = simulation(partitions);
    Actor first = simulation.add(new Actor("first"), 0);
    Actor second = simulation.add(new Actor("second"), 1 % partitions);
    Actor target = simulation.add(new Actor("target"), 2 % partitions);
    simulation.seal();
    second.door().send(target.id(), 20, 1, 0, 0);
    target.door().at(20, 2, 0, 0);
    second.door().send(target.id(), 20, 3, 0, 0);
    first.door().send(target.id(), 20, 4, 0, 0);
    first.door().send(target.id(), 19, 5, 0, 0);
    simulation.runBefore(21);
    assertEquals(
        List.of("19:5 from 0", "20:4 from 0", "20:1 from 1", "20:3 from 1", "20:2 from 2"),
        target.seen());
    assertEquals(5, simulation.dispatched());
    assertEquals(0, simulation.pending());
  }

  @Test
  void theLimitIsExclusive() {
    Simulation simulation = simulation(1);
    Actor actor = simulation.add(new Actor("actor"), 0);
    simulation.seal();
    actor.door().at(5, 1, 0, 0);
    simulation.runBefore(5);
    assertEquals(List.of(), actor.seen());
    assertEquals(1, simulation.pending());
    simulation.runBefore(6);
    assertEquals(List.of("5:1 from 0"), actor.seen());
    assertEquals(6, simulation.nowNs());
  }

  @Test
  void whatAnEarlierIncarnationScheduledIsVoid() {
    Simulation simulation = simulation(1);
    Actor actor = simulation.add(new Actor("actor"), 0);
    Actor other = simulation.add(new Actor("other"), 0);
    simulation.seal();
    actor.door().at(20, 1, 0, 0);
    actor.door().atAnyIncarnation(20, 2, 0, 0);
    other.door().send(actor.id(), 20, 3, 0, 0);
    actor.restart();
    actor.door().at(21, 4, 0, 0);
    simulation.runBefore(100);
    assertEquals(
        List.of("void 20:1 from 0", "20:2 from 0", "20:3 from 1", "21:4 from 0"), actor.seen());
  }

  @Test
  void aTicketTakesBackItsOwnEventOnly() {
    Simulation simulation = simulation(1);
    Actor actor = simulation.add(new Actor("actor"), 0);
    simulation.seal();
    int kept = actor.door().atCancellable(5, 1, 0, 0);
    int taken = actor.door().atCancellable(5, 2, 0, 0);
    actor.door().cancel(taken);
    assertThrows(IllegalStateException.class, () -> actor.door().cancel(taken));
    List<Integer> kinds = new ArrayList<>();
    simulation.census((destination, event) -> kinds.add(event.kind()));
    assertEquals(List.of(1), kinds);
    simulation.runBefore(6);
    assertEquals(List.of("5:1 from 0"), actor.seen());
    assertThrows(IllegalStateException.class, () -> actor.door().cancel(kept));
    int again = actor.door().atCancellable(9, 3, 0, 0);
    assertTrue(again == kept || again == taken, "tickets are used again");
    simulation.runBefore(10);
    assertEquals(List.of("5:1 from 0", "9:3 from 0"), actor.seen());
  }

  @Test
  void cancelledEventsDoNotPileUp() {
    List<EventQueue> queues = new ArrayList<>();
    Simulation simulation = onQueues(queues);
    Actor actor = simulation.add(new Actor("actor"), 0);
    simulation.seal();
    List<String> kept = new ArrayList<>();
    for (int i = 1; i <= 100_000; i++) {
      int ticket = actor.door().atCancellable(1_000_000_000L + i, 1, 0, 0);
      if (i % 1_000 == 0) {
        kept.add(1_000_000_000L + i + ":1 from 0");
      } else {
        actor.door().cancel(ticket);
      }
      assertEquals(kept.size(), simulation.pending());
      assertTrue(queues.get(queues.size() - 1).size() <= 1_024 + 2 * kept.size() + 1);
    }
    simulation.runBefore(2_000_000_000L);
    assertEquals(kept, actor.seen());
    assertEquals(0, simulation.pending());
    assertTrue(queues.size() < 200, () -> queues.size() + " queues");
  }

  @Test
  void aStormLeavesNoRoomBehind() {
    List<EventQueue> queues = new ArrayList<>();
    Simulation simulation = onQueues(queues);
    List<Long> words = new ArrayList<>();
    Actor actor = simulation.add(new Actor("actor", (self, event) -> words.add(event.word(0))), 0);
    simulation.seal();
    for (int i = 0; i < 100_000; i++) {
      actor.door().attach(i);
      actor.door().at(i < 99_000 ? 10 : 1_000 + i, 1, 0, 0);
    }
    int gone = actor.door().atCancellable(900_000, 2, 0, 0);
    actor.door().cancel(gone);
    simulation.runBefore(5);
    Partition partition = actor.partition();
    int storm = partition.roomForWords();
    assertEquals(1, queues.size(), "all that there is room for is pending");

    simulation.runBefore(20);
    assertEquals(2, queues.size());
    assertEquals(1_000, queues.get(1).size());
    assertTrue(partition.roomForWords() * 16 <= storm, () -> partition.roomForWords() + " longs");
    simulation.runBefore(1_000_000);
    assertEquals(LongStream.range(0, 100_000).boxed().toList(), words);
  }

  /** Too few events to be given back themselves, with many words. */
  @Test
  void wordsLeaveNoRoomBehindEither() {
    Simulation simulation = onQueues(new ArrayList<>());
    List<Long> last = new ArrayList<>();
    Actor actor = simulation.add(new Actor("actor", (self, event) -> last.add(event.word(6))), 0);
    simulation.seal();
    for (int i = 0; i < 21_000; i++) {
      for (int word = 0; word < 7; word++) {
        actor.door().attach(i);
      }
      actor.door().at(i < 6_000 ? 10 : 1_000 + i, 1, 0, 0);
    }
    simulation.runBefore(20);
    int before = actor.partition().roomForWords();
    simulation.runBefore(1_000 + 20_000);
    assertTrue(actor.partition().roomForWords() * 8 <= before, () -> before + " longs");
    simulation.runBefore(1_000_000);
    assertEquals(LongStream.range(0, 21_000).boxed().toList(), last);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void attachedWordsArriveWhole(int partitions) {
    Simulation simulation = simulation(partitions);
    long[] sums = new long[2];
    Actor source =
        new Actor(
            "source",
            (self, event) -> {
              int count = (int) event.a();
              for (int i = 0; i < count; i++) {
                self.door().attach(1000L * count + i);
              }
              self.door().send(1, event.timeNs() + LINK_NS, 7, count, 0);
              if (count < 300) {
                self.door().at(event.timeNs() + 1, 1, count + 1, 0);
              }
            });
    Actor sink =
        new Actor(
            "sink",
            (self, event) -> {
              assertEquals(event.a(), event.wordCount());
              for (int i = 0; i < event.wordCount(); i++) {
                assertEquals(1000L * event.a() + i, event.word(i));
                sums[0]++;
              }
            });
    simulation.add(source, 0);
    simulation.add(sink, partitions - 1);
    simulation.seal();
    source.door().at(0, 1, 0, 0);
    simulation.runBefore(1000);
    assertEquals(300 * 301 / 2, sums[0]);
  }

  @Test
  void aSendFasterThanTheLinkIsRefused() {
    Simulation simulation = simulation(1);
    Actor actor = simulation.add(new Actor("tokyo/a"), 0);
    simulation.add(new Actor("osaka/b"), 0);
    simulation.seal();
    actor.door().send(1, LINK_NS, 0, 0, 0);
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> actor.door().send(1, LINK_NS - 1, 0, 0, 0));
    assertEquals(
        "tokyo/a reaches osaka/b within 9 ns, but their link takes at least 10",
        thrown.getMessage());
  }

  @Test
  void aStepTakenLateSendsAsOfItsInstant() {
    Simulation simulation = simulation(1);
    Actor late =
        new Actor(
            "late",
            (self, event) -> {
              if (event.kind() == 0) {
                self.takeAsOf(15);
                assertEquals(15, self.door().nowNs());
                self.door().send(1, self.door().nowNs() + LINK_NS + 5, 1, 0, 0);
                self.door().at(self.door().nowNs() + 3, 2, 0, 0);
                self.door().at(self.door().nowNs() + 6, 3, 0, 0);
                assertThrows(IllegalStateException.class, () -> self.door().at(14, 4, 0, 0));
                assertThrows(IllegalStateException.class, () -> self.door().send(1, 29, 5, 0, 0));
                assertThrows(IllegalArgumentException.class, () -> self.takeAsOf(21));
              } else {
                assertEquals(event.timeNs(), self.door().nowNs(), "the next event sets it right");
              }
            });
    simulation.add(late, 0);
    Actor other = simulation.add(new Actor("other"), 0);
    simulation.seal();
    late.door().at(20, 0, 0, 0);
    simulation.runBefore(100);
    assertEquals(List.of("20:0 from 0", "20:2 from 0", "21:3 from 0"), late.seen());
    assertEquals(List.of("30:1 from 0"), other.seen());
  }

  @Test
  void wordsAttachedToNoEventAreCaught() {
    Simulation simulation = simulation(1);
    Actor actor = simulation.add(new Actor("a", (self, event) -> self.door().attach(1)), 0);
    simulation.seal();
    actor.door().at(1, 0, 0, 0);
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> simulation.runBefore(2));
    assertEquals("a attached words to no event", thrown.getMessage());
  }

  @Test
  void anEventInThePastIsRefused() {
    Simulation simulation = simulation(1);
    Actor actor =
        simulation.add(
            new Actor("a", (self, event) -> self.door().at(event.timeNs() - 1, 0, 0, 0)), 0);
    simulation.seal();
    actor.door().at(4, 0, 0, 0);
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> simulation.runBefore(5));
    assertEquals("a scheduled an event 1 ns in the past", thrown.getMessage());
  }

  @Test
  void aDigestTellsRunsApart() {
    assertEquals(digest(3), digest(3));
    assertTrue(digest(3) != digest(4));
  }

  private static long digest(long word) {
    Simulation simulation = simulation(1);
    Actor actor = simulation.add(new Actor("a"), 0);
    simulation.seal();
    actor.door().at(1, 0, 0, word);
    simulation.runBefore(2);
    return simulation.digest();
  }

  /** One partition, whose queues are noted as they are made. */
  private static Simulation onQueues(List<EventQueue> made) {
    return new Simulation(
        new Links(1).connect(0, 0, LINK_NS),
        1,
        () -> {
          made.add(EventQueues.standard());
          return made.get(made.size() - 1);
        });
  }
}
