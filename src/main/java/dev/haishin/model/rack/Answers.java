package dev.haishin.model.rack;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import java.util.Arrays;

/**
 * Answers to the commands of one event, collected in the order of the commands and sent as one
 * event.
 *
 * <p>Answers to one request come back together, when all of it is done. The event comes at the
 * earliest instant at which any comes; each answer carries its own. What went wrong instead is
 * noted here too, command by command.
 */
public final class Answers {
  private static final int COLUMNS = 4;
  private static final int FIRST_WORDS = 2;

  private long[] words = new long[COLUMNS * 64];
  private int used;
  private int settled;
  private long earliestNs;
  private Mishap mishap;
  private long mishapNs;

  Answers() {}

  /**
   * The command at hand is not done.
   *
   * @param why a reset or silence befalls its whole request
   * @param atNs when that is known at the host: its death if it dies over the command, else now
   */
  public void fail(Mishap why, long atNs) {
    mishap = why;
    mishapNs = atNs;
  }

  /** Answers the command at hand. */
  public void add(long tag, long value, int detail) {
    if (used == words.length) {
      words = Arrays.copyOf(words, used * 2);
    }
    words[used] = tag;
    words[used + 1] = value;
    words[used + 2] = detail;
    used += COLUMNS;
  }

  void clear() {
    used = 0;
    settled = 0;
    earliestNs = Long.MAX_VALUE;
  }

  /** What went wrong with the command at hand, or {@code null}; the next one begins anew. */
  Mishap takeMishap() {
    Mishap found = mishap;
    mishap = null;
    return found;
  }

  /** When the host knew of the mishap told last. */
  long mishapNs() {
    return mishapNs;
  }

  /** Takes back the answers since the last call of {@link #comeAt}. */
  void withdraw() {
    used = settled;
  }

  /** The answers since the last call come at an instant. */
  void comeAt(long atNs) {
    if (settled < used) {
      earliestNs = Math.min(earliestNs, atNs);
    }
    for (; settled < used; settled += COLUMNS) {
      words[settled + 3] = atNs;
    }
  }

  /** Sends what was collected, if anything. */
  void send(Port from, int process, int kind) {
    if (used == 0) {
      return;
    }
    boolean alone = used == COLUMNS;
    if (!alone || words[2] != 0) {
      from.attach(words[2]);
    }
    if (!alone) {
      from.attach(words[3]);
      for (int i = COLUMNS; i < used; i++) {
        from.attach(words[i]);
      }
    }
    from.send(process, earliestNs, kind, words[0], words[1]);
  }

  /** Hands over the answers that an event carries. */
  static void handOver(Event event, RackClient.Sink sink) {
    int count = event.wordCount();
    int detail = count == 0 ? 0 : (int) event.word(0);
    sink.answer(event.a(), event.b(), detail, count > 1 ? event.word(1) : event.timeNs());
    for (int at = FIRST_WORDS; at < count; at += COLUMNS) {
      sink.answer(event.word(at), event.word(at + 1), (int) event.word(at + 2), event.word(at + 3));
    }
  }
}
