package dev.haishin.model.redis;

/** A shard's own sessions among everyone's. */
final class SessionTable {
  private final Sessions everyones;
  private int size;

  /** No sessions yet. */
  SessionTable(Sessions everyones) {
    this.everyones = everyones;
  }

  /** The user's route, or {@link Route#NONE}. */
  long get(int user) {
    return everyones.get(user);
  }

  /** Enters a route in place of any other. */
  void put(int user, long route) {
    if (everyones.get(user) == Route.NONE) {
      size++;
    }
    everyones.put(user, route);
  }

  /** Removes a user's route if it still is this one. */
  void remove(int user, long route) {
    if (route != Route.NONE && everyones.get(user) == route) {
      everyones.put(user, Route.NONE);
      size--;
    }
  }

  int size() {
    return size;
  }
}
