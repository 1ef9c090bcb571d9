package dev.haishin.model.redis;

/**
 * The memory of all session directories of a world: one route a user, 4 bytes each, whether there
 * is a session or not.
 *
 * <p>A user's route belongs to the one shard that owns the user's slot; no other process may touch
 * it. So shards in different threads use the array side by side.
 */
public final class Sessions {
  private final int[] routes;

  /** No sessions, of so many users. */
  public Sessions(int users) {
    routes = new int[users];
  }

  /** Memory of all of them, bytes. */
  public long bytes() {
    return (long) routes.length * Integer.BYTES;
  }

  /** Whether a user has a route. */
  public boolean holds(int user) {
    return routes[user] != 0;
  }

  long get(int user) {
    return routes[user] & 0xffff_ffffL;
  }

  /** Enters a route; {@link Route#NONE} removes it. */
  public void put(int user, long route) {
    routes[user] = (int) route;
  }
}
