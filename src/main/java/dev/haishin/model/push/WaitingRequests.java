package dev.haishin.model.push;

import dev.haishin.engine.Event;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Requests that are on their way to a provider, as rows with a free list. */
final class WaitingRequests {
  private static final int NONE = -1;
  private static final int LONGS = Requests.LONGS - 1;

  private long[] rows = new long[LONGS * 64];
  private int used;
  private int free = NONE;

  /** Keeps a request of an event; returns its row. */
  int take(Event event, int index) {
    int row = free;
    if (row == NONE) {
      row = used++;
      if (used * LONGS > rows.length) {
        rows = Arrays.copyOf(rows, rows.length * 2);
      }
    } else {
      free = (int) rows[row * LONGS];
    }
    for (int i = 0; i < LONGS; i++) {
      rows[row * LONGS + i] = event.word(index * Requests.LONGS + 1 + i);
    }
    return row;
  }

  void release(int row) {
    rows[row * LONGS + 1] = NONE;
    rows[row * LONGS] = free;
    free = row;
  }

  /** When the answer is back at the relay, or {@link Requests#UNHEARD}. */
  long replyAtNs(int row) {
    return rows[row * LONGS];
  }

  long messageId(int row) {
    return rows[row * LONGS + 1];
  }

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    for (int row = 0; row < used; row++) {
      each.accept(messageId(row));
    }
  }

  /** Who and which attempt, see {@link Requests#occasion}. */
  long occasion(int row) {
    return rows[row * LONGS + 2];
  }

  /** Which push of which relay, as {@link Refusals} tells it. */
  long place(int row) {
    return rows[row * LONGS + 3];
  }
}
