package dev.haishin.engine;

/**
 * A process's only way to act on the world: it sends events. A process hands its port to the parts
 * it is made of (a producer, a store client), which act in its name.
 */
public final class Port {
  private final LogicalProcess owner;

  Port(LogicalProcess owner) {
    this.owner = owner;
  }

  boolean belongsTo(LogicalProcess process) {
    return owner == process;
  }

  /** The number of the process that acts through this port. */
  public int process() {
    return owner.id();
  }

  /** The simulated instant, nanoseconds since the start; an earlier one for a step taken late. */
  public long nowNs() {
    return owner.partition().nowNs();
  }

  /** Appends a word that travels with the next event sent. */
  public void attach(long word) {
    owner.partition().attach(word);
  }

  /**
   * Sends an event to another process, with the words attached since the last send.
   *
   * @param atNs arrival, at least the link's least latency from now
   * @param kind 0 to 255, private to the class that encodes and decodes it
   */
  public void send(int destination, long atNs, int kind, long a, long b) {
    owner.partition().send(owner, destination, atNs, Envelope.of(destination, kind), a, b);
  }

  /** Schedules an event for the owner's present incarnation, at an instant not before now. */
  public void at(long atNs, int kind, long a, long b) {
    long envelope = Envelope.bound(Envelope.of(owner.id(), kind), owner.incarnation());
    owner.partition().sendSelf(owner, atNs, envelope, a, b);
  }

  /** Schedules an event for the owner, whatever its incarnation then is. */
  public void atAnyIncarnation(long atNs, int kind, long a, long b) {
    owner.partition().sendSelf(owner, atNs, Envelope.of(owner.id(), kind), a, b);
  }

  /**
   * Schedules an event for the owner's present incarnation that {@link #cancel} can take back.
   *
   * @return the ticket, good until the event comes or is cancelled
   */
  public int atCancellable(long atNs, int kind, long a, long b) {
    long envelope = Envelope.bound(Envelope.of(owner.id(), kind), owner.incarnation());
    return owner.partition().sendCancellable(owner, atNs, envelope, a, b);
  }

  /** Takes back an event that has not come yet. */
  public void cancel(int ticket) {
    owner.partition().cancel(ticket);
  }
}
