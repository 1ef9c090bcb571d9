package dev.haishin.model.population;

import dev.haishin.engine.Port;

/** The door to the client shards: what the rest of the world can send to a person's device. */
public final class Clients {
  private final People people;
  private final Presence presence;

  /** The devices of a population. */
  public Clients(People people) {
    this.people = people;
    this.presence = new Presence(people);
  }

  People people() {
    return people;
  }

  /** Who may be online when. */
  public Presence presence() {
    return presence;
  }

  /** A gateway has let a connection in. */
  public void established(Port from, long atNs, int user, int generation, int gateway) {
    from.send(
        people.shardProcess(user), atNs, ClientKinds.ESTABLISHED, whom(user, generation), gateway);
  }

  /** A gateway refuses a connection, and says how long to wait beyond the usual. */
  public void refused(Port from, long atNs, int user, int generation, long retryAfterNs) {
    long whom = whom(user, generation);
    from.send(people.shardProcess(user), atNs, ClientKinds.REFUSED, whom, retryAfterNs);
  }

  /** A gateway asks a client to go to another one. */
  public void moved(Port from, long atNs, int user, int generation) {
    from.send(people.shardProcess(user), atNs, ClientKinds.MOVE, whom(user, generation), 0);
  }

  /** A gateway does not know a connection that a frame came on. */
  public void reset(Port from, long atNs, int user, int generation) {
    from.send(people.shardProcess(user), atNs, ClientKinds.RESET, whom(user, generation), 0);
  }

  /**
   * A message frame comes down a connection; it carries the pair's custody, unless it is a copy
   * that is sent again, whose {@code acceptedNs} is negative.
   */
  public void delivered(
      Port from, long atNs, int user, int generation, long messageId, long acceptedNs) {
    from.attach(user);
    from.attach(generation);
    from.send(people.shardProcess(user), atNs, ClientKinds.DELIVERED, messageId, acceptedNs);
  }

  /** A light notification comes down a connection; it carries the pair's custody. */
  public void notified(
      Port from, long atNs, int user, int generation, long messageId, long acceptedNs) {
    from.attach(user);
    from.attach(generation);
    from.send(people.shardProcess(user), atNs, ClientKinds.NOTIFIED, messageId, acceptedNs);
  }

  /** A message is in its recipient's inbox and no frame of it is under way; carries the custody. */
  public void missed(
      Port from, long atNs, int user, long messageId, long acceptedNs, long writtenNs) {
    from.attach(user);
    from.attach(writtenNs);
    from.send(people.shardProcess(user), atNs, ClientKinds.MISSED, messageId, acceptedNs);
  }

  /** A sender's message is durable. */
  public void acknowledged(Port from, long atNs, int user, long messageId) {
    from.send(people.shardProcess(user), atNs, ClientKinds.ACKED, messageId, user);
  }

  /** The answer to a sync: all that was in the inbox at {@code readNs}. */
  public void synced(Port from, long atNs, int user, int generation, long readNs, long askedNs) {
    from.attach(user);
    from.attach(generation);
    from.send(people.shardProcess(user), atNs, ClientKinds.SYNCED, readNs, askedNs);
  }

  /**
   * A page of the history that an added device reads.
   *
   * @param left messages that are still to come
   * @param askedNs when it asked for the first page
   */
  public void history(Port from, long atNs, int user, int generation, int left, long askedNs) {
    from.attach(user);
    from.attach(generation);
    from.send(people.shardProcess(user), atNs, ClientKinds.HISTORY, left, askedNs);
  }

  /** The push path has given up on a message. */
  public void expired(Port from, long atNs, int user, long messageId) {
    from.send(people.shardProcess(user), atNs, ClientKinds.EXPIRED, messageId, user);
  }

  /** The process that holds a user's devices. */
  public int process(int user) {
    return people.shardProcess(user);
  }

  /**
   * A typing indicator or a receipt comes towards somebody.
   *
   * @param patienceNs how long it may wait for others on its way down
   */
  public void small(Port from, long atNs, int user, long patienceNs) {
    from.send(people.shardProcess(user), atNs, ClientKinds.SMALL, user, patienceNs);
  }

  private static long whom(int user, int generation) {
    return ((long) user << 16) | generation;
  }
}
