package dev.haishin.model.gateway;

import dev.haishin.model.network.AccessNetwork;

/**
 * Each connection's own beats: own phase, own latency, own instant on its own loop.
 *
 * <p>Nothing is queued: the table of connections is in the order of arrival within a period, so the
 * beats of a stretch of time are a stretch of the table. Beats of one instant come in the order of
 * points, then users.
 */
final class IndividualBeats implements Beats {
  private final ConnectionTable table;
  private final BeatClock clock;
  private final AccessNetwork access;
  private final BeatSink sink;
  private long doneNs;
  private long nextNs;

  IndividualBeats(ConnectionTable table, BeatClock clock, AccessNetwork access, BeatSink sink) {
    this.table = table;
    this.clock = clock;
    this.access = access;
    this.sink = sink;
  }

  /** The client hears of its connection one leg later, and its beats take another. */
  @Override
  public void opened(int user, int generation, long nowNs) {
    long nextArrivalNs = arrivalAfterNs(clock.point(user, generation), nowNs);
    boolean isTooEarly = nextArrivalNs <= nowNs + 2 * access.latencyNs(user, generation);
    table.setState(
        user, generation, isTooEarly ? ConnectionTable.FROM_THE_SECOND : ConnectionTable.BEATING);
    nextNs = Math.min(nextNs, nextArrivalNs);
  }

  @Override
  public void advance(long nowNs) {
    if (nowNs >= nextNs) {
      workOff(nowNs);
    }
    doneNs = nowNs;
  }

  @Override
  public void clear(long nowNs) {
    doneNs = nowNs;
    nextNs = nowNs;
  }

  private void workOff(long nowNs) {
    long lapNs = doneNs - doneNs % clock.periodNs();
    int place = firstAfter(doneNs - lapNs);
    while (true) {
      place = sink.answerFrom(table, clock, lapNs, place, nowNs);
      if (place == table.places()) {
        lapNs += clock.periodNs();
        if (lapNs > nowNs) {
          nextNs = lapNs;
          return;
        }
        place = 0;
      }
      long entry = table.entryAt(place);
      if (entry != ConnectionTable.EMPTY) {
        long atNs = lapNs + clock.instantNs(ConnectionTable.point(entry));
        if (atNs > nowNs) {
          nextNs = atNs;
          return;
        }
        arrive(place, ConnectionTable.user(entry), atNs);
      }
      place++;
    }
  }

  private void arrive(int place, int user, long atNs) {
    int state = table.stateAt(place);
    if (state == ConnectionTable.BEATING) {
      sink.answer(user, atNs);
    } else if (state == ConnectionTable.FROM_THE_SECOND) {
      table.setStateAt(place, ConnectionTable.BEATING);
    }
  }

  /** The place of the first entry that arrives later than so far into the period. */
  private int firstAfter(long withinNs) {
    int place = table.firstFrom(clock.pointBefore(withinNs));
    while (place < table.places()) {
      long entry = table.entryAt(place);
      if (entry != ConnectionTable.EMPTY
          && clock.instantNs(ConnectionTable.point(entry)) > withinNs) {
        break;
      }
      place++;
    }
    return place;
  }

  private long arrivalAfterNs(int point, long nowNs) {
    long lapNs = nowNs - nowNs % clock.periodNs();
    long atNs = lapNs + clock.instantNs(point);
    return atNs > nowNs ? atNs : atNs + clock.periodNs();
  }
}
