package dev.haishin.model.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.redis.Recorded;
import dev.haishin.results.Counter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Beats that are recorded together leave the same figures as beats recorded one by one. */
class BeatAnswersTest {
  private static final long SECOND = 1_000_000_000;
  private static final long RUN_NS = 20 * SECOND;
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
    Recorded together = new Recorded(4, RUN_NS, 1);
    Recorded oneByOne = new Recorded(4, RUN_NS, 1);
    EventLoops loops = loops(together);
    BeatAnswers answers =
        new BeatAnswers(
            loops,
            new Egress(loops, 20_000, FRAMING, 0, together.recorder()),
            COST,
            FRAMING,
            together.recorder());
    EventLoops otherLoops = loops(oneByOne);
    Egress otherEgress = new Egress(otherLoops, 20_000, FRAMING, 0, oneByOne.recorder());
    RandomStream random = RandomStream.of(1, "beats", "test");
    long nowNs = 0;
    while (nowNs < RUN_NS + SECOND) {
      nowNs += random.nextLong(10_000_000);
      int user = random.nextInt(1_000_000);
      long beats = 1;
      long doneNs;
      if (random.nextInt(4) > 0) {
        answers.answer(user, nowNs);
        doneNs = otherLoops.run(user, nowNs, COST);
      } else {
        beats = 1 + random.nextInt(5);
        answers.answerTogether(user % 4, nowNs, beats);
        doneNs = otherLoops.run(user % 4, nowNs, (long) (COST.mean() * beats));
      }
      long bytes = beats * FRAMING.pingBytes();
      otherEgress.bytesOnly(doneNs, bytes);
      oneByOne.recorder().count(Counter.WIRE_BYTES_UP, nowNs, bytes);
      oneByOne.recorder().count(Counter.HEARTBEAT_SENT, nowNs, beats);
      oneByOne.recorder().count(Counter.HEARTBEAT_BYTES, nowNs, 2 * bytes);
      oneByOne
          .recorder()
          .count(Counter.WIRE_SAVED_BYTES, nowNs, 2 * beats * FRAMING.savedPingBytes());
      if (random.nextInt(500) == 0) {
        answers.settle();
      }
    }
    answers.settle();
    for (String figure : FIGURES) {
      assertEquals(oneByOne.value(figure), together.value(figure), figure);
    }
    assertEquals(oneByOne.littleChecks(), together.littleChecks());
  }

  private static EventLoops loops(Recorded recorded) {
    return new EventLoops(
        4, false, Capacity.FULL, 0, 0, RandomStream.of(1, "service", "test"), recorded.recorder());
  }
}
