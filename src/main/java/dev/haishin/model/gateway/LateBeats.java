package dev.haishin.model.gateway;

import dev.haishin.engine.Agenda;
import dev.haishin.model.network.AccessNetwork;

/** Beats of which some are lost on the access network, and come later by what that takes. */
final class LateBeats implements Beats, BeatSink {
  private final AccessNetwork access;
  private final BeatSink answers;
  private final Agenda late = new Agenda();
  private Beats inTime;

  LateBeats(AccessNetwork access, BeatSink answers) {
    this.access = access;
    this.answers = answers;
  }

  /** Beats of the connections in a table, answered through this. */
  LateBeats of(ConnectionTable table, BeatClock clock) {
    inTime = new IndividualBeats(table, clock, access, this);
    return this;
  }

  @Override
  public void opened(int user, int generation, long nowNs) {
    inTime.opened(user, generation, nowNs);
  }

  @Override
  public void advance(long nowNs) {
    inTime.advance(nowNs);
    answerLate(nowNs);
  }

  @Override
  public void clear(long nowNs) {
    inTime.clear(nowNs);
    late.clear();
  }

  @Override
  public void answer(int user, long atNs) {
    answerLate(atNs);
    long delayNs = access.beatDelayNs(user, atNs);
    if (delayNs > 0) {
      late.add(atNs + delayNs, 0, 0, 0, user);
    } else {
      answers.answer(user, atNs);
    }
  }

  @Override
  public void answerTogether(int firstLoop, long atNs, long beats) {
    answers.answerTogether(firstLoop, atNs, beats);
  }

  private void answerLate(long nowNs) {
    while (late.takeBefore(nowNs + 1)) {
      answers.answer((int) late.payload(), late.timeNs());
    }
  }
}
