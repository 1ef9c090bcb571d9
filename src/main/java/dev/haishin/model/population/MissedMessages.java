package dev.haishin.model.population;

import java.util.Arrays;

/**
 * What a shard's users have in their inboxes and not on their screens: a list a user, in one arena.
 *
 * <p>An entry remembers the message, when it was accepted and written to the inbox, and the
 * strongest fact so far: pending, pushed or expired.
 */
final class MissedMessages {
  static final int PENDING = 0;
  static final int PUSHED = 1;
  static final int EXPIRED = 2;

  /** Sees one entry that leaves a list. */
  interface Taker {
    void taken(int row, long messageId, long acceptedNs, long writtenNs, int fact);
  }

  private final UserRows users;
  private final long[] counts = new long[3];
  private long[] message = new long[256];
  private long[] accepted = new long[256];
  private long[] written = new long[256];
  private int[] next = new int[256];
  private byte[] fact = new byte[256];
  private int used = 1;
  private int free;

  MissedMessages(UserRows users) {
    this.users = users;
  }

  void add(int row, long messageId, long acceptedNs, long writtenNs) {
    int node = free;
    if (node != 0) {
      free = next[node];
    } else {
      node = used++;
      if (node == message.length) {
        grow();
      }
    }
    message[node] = messageId;
    accepted[node] = acceptedNs;
    written[node] = writtenNs;
    fact[node] = PENDING;
    next[node] = users.missedHead(row);
    users.setMissedHead(row, node);
    counts[PENDING]++;
  }

  /** How many entries a user has. */
  int count(int row) {
    int count = 0;
    for (int node = users.missedHead(row); node != 0; node = next[node]) {
      count++;
    }
    return count;
  }

  /**
   * Changes the fact of a pending entry.
   *
   * @return when it was accepted, or -1 if the user has no such entry pending
   */
  long mark(int row, long messageId, int newFact) {
    for (int node = users.missedHead(row); node != 0; node = next[node]) {
      if (message[node] == messageId && fact[node] != PUSHED) {
        counts[fact[node]]--;
        counts[newFact]++;
        fact[node] = (byte) newFact;
        return accepted[node];
      }
    }
    return -1;
  }

  /** Takes out every entry written up to an instant. */
  void takeUpTo(int row, long readNs, Taker taker) {
    int before = 0;
    int node = users.missedHead(row);
    while (node != 0) {
      int following = next[node];
      if (written[node] <= readNs) {
        if (before == 0) {
          users.setMissedHead(row, following);
        } else {
          next[before] = following;
        }
        counts[fact[node]]--;
        taker.taken(row, message[node], accepted[node], written[node], fact[node]);
        next[node] = free;
        free = node;
      } else {
        before = node;
      }
      node = following;
    }
  }

  /** Entries with a fact as the strongest. */
  long total(int ofFact) {
    return counts[ofFact];
  }

  private void grow() {
    int length = message.length * 2;
    message = Arrays.copyOf(message, length);
    accepted = Arrays.copyOf(accepted, length);
    written = Arrays.copyOf(written, length);
    next = Arrays.copyOf(next, length);
    fact = Arrays.copyOf(fact, length);
  }
}
