package dev.haishin.model.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.redis.Recorded;
import dev.haishin.results.Counter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beats that are recorded together leave the same figures as beats recorded one by one. */
class BeatAnswersTest {
  private static final long SECOND = 1_000_000_000;
  private static final long RUN_NS = 20 * SECOND;
  private static final int LOOPS = 4;
  private static final int CONNECTIONS = 4_000;
  private static final Distribution COST = Distributions.exponential(3_000_000);
  private static final Framing FRAMING = Framing.BINARY;
  private static final List<String> FIGURES =
      List.of(
          "gateway.cpu.mean",
          "gateway.cpu.max",
          "gateway.loop.max",
          "gateway.nic.mean",
          "gateway.nic.max",
          "wire.bytes",
          "wire.saved-bytes",
          "heartbeat.sent",
          "heartbeat.bytes");

  @Test
  void areRecordedAsOneByOne() {
    Recorded together = new Recorded(LOOPS, RUN_NS, 1);
    Recorded oneByOne = new Recorded(LOOPS, RUN_NS, 1);
    BeatAnswers answers = answers(COST, together);
    EventLoops otherLoops = loops(oneByOne);
    Egress otherEgress = egress(otherLoops, oneByOne);
    RandomStream otherCosts = costs();
    RandomStream random = RandomStream.of(1, "beats", "test");
    long nowNs = 0;
    while (nowNs < RUN_NS + SECOND) {
      nowNs += random.nextLong(10_000_000);
      int user = random.nextInt(1_000_000);
      if (random.nextInt(4) > 0) {
        answers.answer(user, nowNs);
        int loop = otherLoops.loopOf(user);
        record(oneByOne, otherLoops, otherEgress, loop, nowNs, COST.sample(otherCosts), 1);
      } else {
        int beats = 1 + random.nextInt(9);
        answers.answerTogether(user % LOOPS, nowNs, beats);
        for (int i = 0; i < LOOPS; i++) {
          long inJob = (beats + LOOPS - 1 - i) / LOOPS;
          if (inJob > 0) {
            int loop = (user + i) % LOOPS;
            long workNs = (long) (COST.mean() * inJob);
            record(oneByOne, otherLoops, otherEgress, loop, nowNs, workNs, inJob);
          }
        }
      }
      if (random.nextInt(500) == 0) {
        answers.settle();
      }
    }
    answers.settle();
    assertSame(oneByOne, together);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stretchesOfATableAreAnsweredAsOneByOne(boolean isFixed) {
    Distribution cost = isFixed ? Distributions.fixed(3_000_000) : COST;
    Recorded together = new Recorded(LOOPS, RUN_NS, 1);
    Recorded oneByOne = new Recorded(LOOPS, RUN_NS, 1);
    BeatAnswers answers = answers(cost, together);
    BeatAnswers otherAnswers = answers(cost, oneByOne);
    Beats stretches = beatsOfATable(answers);
    Beats single = beatsOfATable(onlySingleOnesOf(otherAnswers));
    RandomStream random = RandomStream.of(1, "stretches", "test");
    for (long nowNs = 0; nowNs < RUN_NS; nowNs += random.nextLong(300_000_000)) {
      stretches.advance(nowNs);
      single.advance(nowNs);
    }
    answers.settle();
    otherAnswers.settle();
    assertTrue(oneByOne.value("heartbeat.sent") > 10_000);
    assertSame(oneByOne, together);
  }

  private static void record(
      Recorded recorded,
      EventLoops loops,
      Egress egress,
      int loop,
      long nowNs,
      long workNs,
      long beats) {
    long bytes = beats * FRAMING.pingBytes();
    egress.bytesOnly(loops.run(loop, nowNs, workNs), bytes);
    recorded.recorder().count(Counter.WIRE_BYTES_UP, nowNs, bytes);
    recorded.recorder().count(Counter.HEARTBEAT_SENT, nowNs, beats);
    recorded.recorder().count(Counter.HEARTBEAT_BYTES, nowNs, 2 * bytes);
    recorded
        .recorder()
        .count(Counter.WIRE_SAVED_BYTES, nowNs, 2 * beats * FRAMING.savedPingBytes());
  }

  private static Beats beatsOfATable(BeatSink sink) {
    BeatClock clock = Clocks.of(5 * SECOND);
    ConnectionTable table = new ConnectionTable(CONNECTIONS, clock);
    for (int user = 0; user < CONNECTIONS; user++) {
      table.load(user, 1);
    }
    table.loaded();
    for (int user = 0; user < CONNECTIONS; user += 10) {
      table.setState(
          user, 1, user % 20 == 0 ? ConnectionTable.SILENT : ConnectionTable.FROM_THE_SECOND);
    }
    return new IndividualBeats(table, clock, Clocks.ACCESS, sink);
  }

  private static BeatSink onlySingleOnesOf(BeatSink all) {
    return new BeatSink() {
      @Override
      public void answer(int user, long atNs) {
        all.answer(user, atNs);
      }

      @Override
      public void answerTogether(int firstLoop, long atNs, long beats) {
        all.answerTogether(firstLoop, atNs, beats);
      }
    };
  }

  private static void assertSame(Recorded expected, Recorded found) {
    for (String figure : FIGURES) {
      assertEquals(expected.value(figure), found.value(figure), figure);
    }
    assertEquals(expected.littleChecks(), found.littleChecks());
  }

  private static BeatAnswers answers(Distribution cost, Recorded recorded) {
    EventLoops loops = loops(recorded);
    return new BeatAnswers(
        loops, egress(loops, recorded), cost, costs(), FRAMING, recorded.recorder());
  }

  private static Egress egress(EventLoops loops, Recorded recorded) {
    return new Egress(loops, 20_000, FRAMING, 0, recorded.recorder());
  }

  private static RandomStream costs() {
    return RandomStream.of(1, "beats", "costs");
  }

  private static EventLoops loops(Recorded recorded) {
    return new EventLoops(
        LOOPS,
        false,
        Capacity.FULL,
        0,
        0,
        RandomStream.of(1, "service", "test"),
        recorded.recorder());
  }
}
