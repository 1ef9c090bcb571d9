package dev.haishin.model.redis;

import java.util.Arrays;

/**
 * Routes by user, for tens of millions of sessions: 12 bytes a place, at most four places in five
 * taken, so 15 to 19 bytes a session.
 *
 * <p>Open addressing with linear probing; removal shifts back what a gap would hide, so a table
 * does not wear out. Most look-ups are for people who are not connected: they end in the array of
 * users alone, mostly within one cache line.
 */
final class SessionTable {
  private static final int EMPTY = -1;
  private static final int LEAST_PLACES = 16;

  private int[] users;
  private long[] routes;
  private int size;

  /** An empty table with room for so many sessions before it grows. */
  SessionTable(int expected) {
    allocate(Math.max(LEAST_PLACES, (int) Math.min(1 << 30, expected * 5L / 4 + 1)));
  }

  /** The user's route, or {@link Route#NONE}. */
  long get(int user) {
    int place = find(user);
    return users[place] == EMPTY ? Route.NONE : routes[place];
  }

  /** Enters a route in place of any other. */
  void put(int user, long route) {
    int place = find(user);
    if (users[place] == EMPTY) {
      if (size >= users.length / 5 * 4) {
        grow();
        place = find(user);
      }
      users[place] = user;
      size++;
    }
    routes[place] = route;
  }

  /** Removes a user's route if it still is this one. */
  void remove(int user, long route) {
    int place = find(user);
    if (users[place] != EMPTY && routes[place] == route) {
      closeGap(place);
      size--;
    }
  }

  int size() {
    return size;
  }

  private int find(int user) {
    int place = home(user);
    while (users[place] != user && users[place] != EMPTY) {
      place = after(place);
    }
    return place;
  }

  /** Moves later entries of the run into the gap where a search from their home would pass it. */
  private void closeGap(int emptied) {
    int gap = emptied;
    for (int next = after(gap); users[next] != EMPTY; next = after(next)) {
      if (distance(home(users[next]), next) >= distance(gap, next)) {
        users[gap] = users[next];
        routes[gap] = routes[next];
        gap = next;
      }
    }
    users[gap] = EMPTY;
  }

  private void grow() {
    int[] oldUsers = users;
    long[] oldRoutes = routes;
    allocate(oldUsers.length + oldUsers.length / 4);
    for (int i = 0; i < oldUsers.length; i++) {
      if (oldUsers[i] != EMPTY) {
        int place = find(oldUsers[i]);
        users[place] = oldUsers[i];
        routes[place] = oldRoutes[i];
      }
    }
  }

  private void allocate(int places) {
    users = new int[places];
    routes = new long[places];
    Arrays.fill(users, EMPTY);
  }

  /** The place of an unsigned 32-bit hash, scaled to the table: any number of places will do. */
  private int home(int user) {
    int hash = (user ^ (user >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    hash ^= hash >>> 16;
    return (int) (((hash & 0xffff_ffffL) * users.length) >>> 32);
  }

  private int after(int place) {
    return place + 1 == users.length ? 0 : place + 1;
  }

  private int distance(int from, int to) {
    return to >= from ? to - from : to - from + users.length;
  }
}
