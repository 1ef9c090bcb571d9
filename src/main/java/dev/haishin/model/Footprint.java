package dev.haishin.model;

/**
 * Memory of a world's tables of people, as their arrays are long.
 *
 * @param users that the world has
 * @param rowBytes of the client shards: connection, session and inbox of each user
 * @param connectionBytes of the gateways: connections, in the order of their heartbeats, which need
 *     no memory of their own
 * @param sessionBytes of the session directories
 */
public record Footprint(long users, long rowBytes, long connectionBytes, long sessionBytes) {

  /** Bytes over all tables. */
  public long bytes() {
    return rowBytes + connectionBytes + sessionBytes;
  }

  /** Bytes a user over all tables. */
  public double bytesAUser() {
    return (double) bytes() / users;
  }
}
