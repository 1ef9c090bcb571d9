package dev.haishin.model.redis;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/** A shard's own sessions among everyone's. */
final class SessionTable {
  private final Sessions everyones;
  private int size;

  /**
   * Users with a session, once the shard has lost all it had; what everyone's table says of others
   * is void.
   */
  private IntOpenHashSet present;

  /** Its sessions by user, where some may have to be evicted. */
  private KeySpace keys;

  /** No sessions yet. */
  SessionTable(Sessions everyones) {
    this.everyones = everyones;
  }

  /** Keeps the keys of its sessions from now on; those that exist have to be added. */
  KeySpace keepKeys() {
    keys = new KeySpace();
    return keys;
  }

  /** The user's route, or {@link Route#NONE}. */
  long get(int user) {
    return present == null || present.contains(user) ? everyones.get(user) : Route.NONE;
  }

  /** Enters a route in place of any other; {@link Route#NONE} removes it. */
  void put(int user, long route) {
    size += (route == Route.NONE ? 0 : 1) - (get(user) == Route.NONE ? 0 : 1);
    everyones.put(user, route);
    if (present != null) {
      present.add(user);
    }
    if (keys != null && route == Route.NONE) {
      keys.remove(user);
    } else if (keys != null) {
      keys.add(user);
    }
  }

  /** Counts sessions that were entered into everyone's table. */
  void count(int entered) {
    size += entered;
  }

  /** Removes a user's route if it still is this one. */
  void remove(int user, long route) {
    if (route != Route.NONE && get(user) == route) {
      put(user, Route.NONE);
    }
  }

  /** Forgets all sessions. */
  void forgetAll() {
    present = new IntOpenHashSet();
    size = 0;
    if (keys != null) {
      keys.clear();
    }
  }

  int size() {
    return size;
  }
}
