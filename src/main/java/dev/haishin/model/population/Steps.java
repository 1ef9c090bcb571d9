package dev.haishin.model.population;

import dev.haishin.engine.Agenda;
import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.results.LatencyMetric;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * What a shard knows of ahead: taps, sessions that begin and end, notifications on their way to
 * their devices, small messages that have waited for long enough. Each is a step with an instant of
 * its own and without an event.
 *
 * <p>What comes of a step reaches somebody else an access leg later, at the soonest. So a shard
 * takes its steps when the next event comes, as of their own instants and in their order; if none
 * comes for as long as a step may be late, an event of the shard's own does.
 */
final class Steps {
  private static final int TAP_WORDS = 3;
  private static final int PUSH_WORDS = 4;
  private static final LatencyMetric[] CHANNELS = LatencyMetric.values();

  private final Port port;
  private final int firstUser;
  private final long mostLateNs;
  private final Agenda agenda = new Agenda();
  private final LongArrayList pushes = new LongArrayList();
  private final LongArrayList freePushes = new LongArrayList();
  private long armedNs = Long.MAX_VALUE;
  private int push;

  /**
   * Nothing ahead.
   *
   * @param mostLateNs how long after its instant a step may be taken
   */
  Steps(Port port, int firstUser, long mostLateNs) {
    this.port = port;
    this.firstUser = firstUser;
    this.mostLateNs = mostLateNs;
  }

  /** Enters a step of a person's, which is about something or other. */
  void add(long atNs, int kind, int row, long what) {
    agenda.add(atNs, 0, kind, row, what);
  }

  /** Appends what {@link #addTaps} takes in. */
  static void appendTap(LongArrayList words, long atNs, long chat, int user) {
    words.add(atNs);
    words.add(chat);
    words.add(user);
  }

  /** Enters the taps of one kind that a source has drawn. */
  void addTaps(Event taps) {
    int kind = (int) taps.a();
    for (int i = 0; i < taps.wordCount(); i += TAP_WORDS) {
      int row = (int) taps.word(i + 2) - firstUser;
      agenda.add(taps.word(i), 0, kind, row, taps.word(i + 1));
    }
  }

  /** Appends what {@link #addPushes} takes in. */
  static void appendPush(
      LongArrayList words, long atNs, long messageId, long tapNs, int user, LatencyMetric channel) {
    words.add(atNs);
    words.add(messageId);
    words.add(tapNs);
    words.add((long) user << Byte.SIZE | channel.ordinal());
  }

  /** Enters notifications that are on their way. */
  void addPushes(Event arriving) {
    for (int i = 0; i < arriving.wordCount(); i += PUSH_WORDS) {
      long whom = arriving.word(i + 3);
      int row = (int) (whom >>> Byte.SIZE) - firstUser;
      int place = freePushes.isEmpty() ? newPush() : (int) freePushes.popLong();
      pushes.set(place, arriving.word(i + 1));
      pushes.set(place + 1, arriving.word(i + 2));
      pushes.set(place + 2, whom & 0xff);
      agenda.add(arriving.word(i), 0, ClientKinds.PUSHED, row, place);
    }
  }

  private int newPush() {
    int place = pushes.size();
    pushes.size(place + PUSH_WORDS - 1);
    return place;
  }

  /** Takes the first step whose instant has come; false if there is none. */
  boolean takeUpTo(long nowNs) {
    if (!agenda.takeBefore(nowNs + 1)) {
      return false;
    }
    if (agenda.kind() == ClientKinds.PUSHED) {
      push = (int) agenda.payload();
      freePushes.add(push);
    }
    return true;
  }

  /** Sees to it that the first step to come will not be too late. */
  void arm() {
    long dueNs = agenda.nextNs();
    if (dueNs < armedNs - mostLateNs) {
      armedNs = dueNs + mostLateNs;
      port.at(armedNs, ClientKinds.STEPS_DUE, armedNs, 0);
    }
  }

  /** The event that {@link #arm} asked for has come. */
  void due(long atNs) {
    if (atNs == armedNs) {
      armedNs = Long.MAX_VALUE;
    }
  }

  /** The instant of the step taken last. */
  long atNs() {
    return agenda.timeNs();
  }

  /** Its kind, one of {@link ClientKinds}. */
  int kind() {
    return agenda.kind();
  }

  /** Whose it is. */
  int row() {
    return agenda.host();
  }

  /** What it is about: the chat of a tap, or what it was entered with. */
  long what() {
    return agenda.payload();
  }

  /** The message of a notification. */
  long messageId() {
    return pushes.getLong(push);
  }

  /** When a notification's message was tapped. */
  long tapNs() {
    return pushes.getLong(push + 1);
  }

  /** The channel of a notification. */
  LatencyMetric channel() {
    return CHANNELS[(int) pushes.getLong(push + 2)];
  }
}
