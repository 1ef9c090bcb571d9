package dev.haishin.model.rack;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import java.util.Arrays;

/**
 * The commands of one event to a rack that are not done, request by request.
 *
 * <p>A reset or silence befalls all commands of the request: its one answer was to come with the
 * last of them. What its host refuses alive is refused command by command.
 */
final class Failures {
  private final long waitNs;
  private Event event;
  private int requestFrom;
  private int[] failed = new int[8];
  private int count;
  private Mishap mishap;
  private long mishapNs;

  /**
   * None yet.
   *
   * @param waitNs how long an asker waits for an answer to a first try
   */
  Failures(long waitNs) {
    this.waitNs = waitNs;
  }

  void begin(Event found) {
    event = found;
    nextFrom(0);
  }

  /** A request begins with a command. */
  void nextFrom(int command) {
    requestFrom = command;
    count = 0;
    mishap = null;
    mishapNs = 0;
  }

  /** A command of the present request is not done. */
  void add(int command, Mishap why, long atNs) {
    if (count == failed.length) {
      failed = Arrays.copyOf(failed, count * 2);
    }
    failed[count++] = command;
    if (mishap == null || why.isOfTheHost()) {
      mishap = why;
      mishapNs = Math.max(mishapNs, atNs);
    }
  }

  /** The answer to the present request comes when its asker has given up waiting: it is none. */
  void addIfTooLate(int lastCommand, long answerNs, long backNs) {
    if (answerNs - (event.timeNs() - backNs) > patienceNs()) {
      add(lastCommand, Mishap.SILENCE, answerNs);
    }
  }

  private long patienceNs() {
    return event.kind() == Rack.RETRY ? event.word(1) : waitNs;
  }

  boolean any() {
    return count > 0;
  }

  /** The present request ends with a command: what failed of it goes back. */
  void settle(Port port, Answers answers, int lastCommand, long doneNs, long backNs) {
    if (mishap.isOfTheHost()) {
      answers.withdraw();
      count = 0;
      for (int command = requestFrom; command <= lastCommand; command++) {
        add(command, mishap, mishapNs);
      }
    }
    boolean isRetry = event.kind() == Rack.RETRY;
    long triedNs = event.timeNs() - backNs;
    long patienceNs = patienceNs();
    if (mishap == Mishap.SILENCE && patienceNs == Long.MAX_VALUE) {
      return;
    }
    Setback.begin(port, isRetry ? (int) event.word(0) : 0, patienceNs);
    for (int i = 0; i < count; i++) {
      for (int column = 0; column < 4; column++) {
        port.attach(word(failed[i], column));
      }
    }
    long atNs =
        switch (mishap) {
          case RESET -> mishapNs + backNs;
          case SILENCE -> Math.max(event.timeNs() + backNs, triedNs + patienceNs);
          default -> doneNs + backNs;
        };
    int kind = RackClient.failedKind(Command.answerKind(word(failed[0], 1)));
    port.send(event.origin(), atNs, kind, mishap.ordinal(), isRetry ? event.b() : triedNs);
  }

  private long word(int command, int column) {
    if (event.kind() == Rack.RETRY) {
      return event.word(2 + command * 4 + column);
    }
    if (command > 0) {
      return event.word(2 + (command - 1) * 4 + column);
    }
    return column == 0 ? event.a() : column == 1 ? event.b() : event.word(column - 2);
  }
}
