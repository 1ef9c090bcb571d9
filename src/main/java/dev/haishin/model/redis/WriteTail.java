package dev.haishin.model.redis;

import java.util.Arrays;

/**
 * Writes of a master that its replicas will not have received when it dies, each with what it
 * replaced, so that they can be undone.
 */
final class WriteTail {
  private int[] users = new int[16];
  private long[] before = new long[16];
  private int count;
  private long lost;

  /** A write to a user's route is about to be made. */
  void note(int user, long routeBefore) {
    if (count == users.length) {
      users = Arrays.copyOf(users, count * 2);
      before = Arrays.copyOf(before, count * 2);
    }
    users[count] = user;
    before[count++] = routeBefore;
  }

  /** A replica takes over that has none of them. */
  void undo(SessionTable sessions) {
    lost += count;
    while (count > 0) {
      count--;
      sessions.put(users[count], before[count]);
    }
  }

  /** Everything is lost, so many sessions in all. */
  void forget(int sessions) {
    lost += sessions;
    count = 0;
  }

  /** Writes and sessions lost so far. */
  long lost() {
    return lost;
  }
}
