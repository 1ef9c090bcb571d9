package dev.haishin.model.rack;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;

/**
 * Commands of one request that were not done: a cursor over the event that says so, valid while
 * that event is handled.
 *
 * <p>It brings the commands back to who asked, so that a client needs to remember nothing of what
 * it has under way.
 */
public final class Setback {
  private static final int FIRST_WORDS = 2;
  private static final int COLUMNS = 4;

  private Event event;
  private boolean due;

  Setback() {}

  Setback of(Event found, boolean isDue) {
    event = found;
    due = isDue;
    return this;
  }

  /** Whether nothing new has happened: the instant has come that these commands were put off to. */
  public boolean isDue() {
    return due;
  }

  /** Says so to the asker; the commands are attached after the words that this attaches. */
  static void begin(Port from, int attempt, long waitNs) {
    from.attach(attempt);
    from.attach(waitNs);
  }

  /** Why. */
  public Mishap mishap() {
    return Mishap.of(event.a());
  }

  /** When the commands were first issued, nanoseconds. */
  public long issuedNs() {
    return event.b();
  }

  /** How many tries came before this one. */
  public int attempt() {
    return (int) event.word(0);
  }

  /** How long the asker waits for an answer to one try, nanoseconds. */
  long waitNs() {
    return event.word(1);
  }

  /** How many commands. */
  public int commands() {
    return (event.wordCount() - FIRST_WORDS) / COLUMNS;
  }

  /** What the asker knows a command by. */
  public long tag(int command) {
    return word(command, 0);
  }

  /** What was to be done. */
  public int operation(int command) {
    return Command.operation(header(command));
  }

  /** The number that goes with it. */
  public int argument(int command) {
    return (int) header(command);
  }

  /** The first word of what it is about. */
  public long first(int command) {
    return word(command, 2);
  }

  /** The second word of what it is about. */
  public long second(int command) {
    return word(command, 3);
  }

  long header(int command) {
    return word(command, 1);
  }

  private long word(int command, int column) {
    return event.word(FIRST_WORDS + command * COLUMNS + column);
  }
}
