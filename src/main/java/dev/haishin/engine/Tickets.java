package dev.haishin.engine;

import java.util.Arrays;

/** Which cancellable events of a partition are still wanted. */
final class Tickets {
  private static final int WANTED = -2;
  private static final int CANCELLED = -3;
  private static final int NONE = -1;

  private int[] state = new int[256];
  private int issued;
  private int free = NONE;
  private int cancelled;

  int issue() {
    int ticket = free;
    if (ticket >= 0) {
      free = state[ticket];
    } else {
      ticket = issued++;
      if (ticket > Envelope.MAX_ATTACHMENT) {
        throw new IllegalStateException("more than 2^25 cancellable events are pending");
      }
      if (ticket == state.length) {
        state = Arrays.copyOf(state, state.length * 2);
      }
    }
    state[ticket] = WANTED;
    return ticket;
  }

  void cancel(int ticket) {
    if (state[ticket] != WANTED) {
      throw new IllegalStateException("ticket " + ticket + " is not pending");
    }
    state[ticket] = CANCELLED;
    cancelled++;
  }

  /** How many tickets are cancelled whose events have not come. */
  int cancelled() {
    return cancelled;
  }

  boolean isCancelled(int ticket) {
    return state[ticket] == CANCELLED;
  }

  /** Ends a ticket whose event has come; says whether it is still wanted. */
  boolean redeem(int ticket) {
    boolean wanted = state[ticket] == WANTED;
    cancelled -= wanted ? 0 : 1;
    state[ticket] = free;
    free = ticket;
    return wanted;
  }
}
