package dev.haishin.model.gateway;

import dev.haishin.engine.Distribution;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import java.util.Arrays;

/**
 * A gateway's answers to beats: each takes its own time of its connection's loop, then of the NIC.
 *
 * <p>What is recorded of beats that come and are answered within one stretch of time is summed up
 * and handed over with the first beat after it, or when there are no more: sums of the same whole
 * numbers, and far fewer touches.
 */
final class BeatAnswers implements BeatSink {
  private final EventLoops loops;
  private final Egress egress;
  private final Distribution cost;
  private final Framing framing;
  private final Recorder recorder;
  private final long[] workNs;
  private long stretchEndNs;
  private long lastNs;
  private long jobs;
  private long answered;
  private long sojournNs;
  private long nicNs;

  /**
   * Answers of a gateway.
   *
   * @param cost CPU of a beat and its answer, nanoseconds
   */
  BeatAnswers(
      EventLoops loops, Egress egress, Distribution cost, Framing framing, Recorder recorder) {
    this.loops = loops;
    this.egress = egress;
    this.cost = cost;
    this.framing = framing;
    this.recorder = recorder;
    this.workNs = new long[loops.count()];
  }

  @Override
  public void answer(int user, long atNs) {
    answer(loops.loopOf(user), atNs, loops.work(cost), 1);
  }

  @Override
  public void answerTogether(int loop, long atNs, long beats) {
    answer(loop, atNs, (long) (cost.mean() * beats), beats);
  }

  /** Beats that are one job of a loop. */
  private void answer(int loop, long atNs, long jobNs, long beats) {
    if (atNs >= stretchEndNs) {
      settle();
      stretchEndNs = recorder.stretchEndNs(atNs);
    }
    long doneNs = loops.serve(loop, atNs, jobNs);
    long startNs = loops.startNs(loop);
    long leftNs = egress.transmit(doneNs, beats * framing.pingBytes());
    if (leftNs < stretchEndNs) {
      lastNs = atNs;
      jobs++;
      answered += beats;
      sojournNs += doneNs - atNs;
      workNs[loop] += doneNs - startNs;
      nicNs += leftNs - egress.lastStartNs();
    } else {
      loops.record(loop, atNs, startNs, doneNs);
      egress.recordLast(leftNs, beats * framing.pingBytes());
      count(atNs, beats);
    }
  }

  /** No more beats arrive: the run ends, or the gateway does. */
  void settle() {
    if (jobs > 0) {
      loops.recordStretch(lastNs, jobs, sojournNs, workNs);
      egress.recordStretch(lastNs, nicNs, answered * framing.pingBytes());
      count(lastNs, answered);
      Arrays.fill(workNs, 0);
      jobs = 0;
      answered = 0;
      sojournNs = 0;
      nicNs = 0;
    }
  }

  private void count(long atNs, long beats) {
    recorder.count(Counter.WIRE_BYTES_UP, atNs, beats * framing.pingBytes());
    recorder.count(Counter.HEARTBEAT_SENT, atNs, beats);
    recorder.count(Counter.HEARTBEAT_BYTES, atNs, beats * 2 * framing.pingBytes());
    if (framing.savedPingBytes() > 0) {
      recorder.count(Counter.WIRE_SAVED_BYTES, atNs, beats * 2 * framing.savedPingBytes());
    }
  }
}
