package dev.haishin.engine;

/**
 * A host or a slice of the world: it owns its state, and nothing else reaches that state but
 * events.
 *
 * <p>Events reach it in the order (time, origin, origin's sequence number). It may send to any
 * process over a declared link, never faster than the link's least latency, and to itself at any
 * time from now on. What it schedules for itself with {@link Port#at} belongs to its present
 * incarnation: once {@link #startIncarnation} was called, older ones come to {@link #voided}
 * instead.
 */
public abstract class LogicalProcess {
  private final String name;
  private final Port port = new Port(this);
  private Partition partition;
  private final short group;
  private byte incarnation;

  /** The number of this process above the number of its next event. */
  private long nextKey = -1L << Envelope.SEQUENCE_BITS;

  private long digest;
  private long received;

  /**
   * A process not yet part of a simulation.
   *
   * @param name unique in a simulation, such as {@code tokyo/gateway/3}; it keys the random streams
   * @param group the row of the {@link Links} table that it sends and receives by
   */
  protected LogicalProcess(String name, int group) {
    this.name = name;
    this.group = (short) group;
  }

  /** Handles one event. */
  protected abstract void receive(Event event);

  /** Handles an event that an earlier incarnation had scheduled for itself; by default nothing. */
  protected void voided(Event event) {}

  /** Its name, which says where it stands. */
  public final String name() {
    return name;
  }

  /** Its number: the order in which processes were added. */
  public final int id() {
    return (int) (nextKey >> Envelope.SEQUENCE_BITS);
  }

  /** The row of the links table that it sends and receives by. */
  public final int group() {
    return group;
  }

  /** The door through which this process, and the parts it is made of, schedule events. */
  protected final Port port() {
    return port;
  }

  /** The simulated instant, nanoseconds since the start. */
  protected final long nowNs() {
    return partition.nowNs();
  }

  /**
   * Takes a step late whose instant is over: until the next call, or the next event, this process
   * and its parts find that instant when they ask what time it is. What they send leaves as of
   * then, but arrives no sooner after the event at work than their links allow; what they schedule
   * for themselves before that event comes right after it.
   *
   * @param instantNs not after the event at work, and before the limit once all events before it
   *     have been handled
   */
  protected final void actAsOf(long instantNs) {
    partition.actAsOf(instantNs);
  }

  /** Ends the present incarnation: what it scheduled for itself is void from here on. */
  protected final void startIncarnation() {
    incarnation++;
  }

  final void join(int number, Partition home) {
    nextKey = (long) number << Envelope.SEQUENCE_BITS;
    partition = home;
  }

  final Partition partition() {
    return partition;
  }

  final long nextKey() {
    return nextKey++;
  }

  final int incarnation() {
    return incarnation & 0xff;
  }

  /** A hash over all events received so far, in order. */
  public final long digest() {
    return digest;
  }

  /** Events received so far. */
  public final long received() {
    return received;
  }

  protected final void send(int destination, long atNs, int kind, long a, long b) {
    partition.send(this, destination, atNs, Envelope.of(destination, kind), a, b);
  }

  /**
   * Reads the first and the last of what every event of this process needs, which mostly lie in two
   * cache lines; the sum keeps the reads from being left out.
   */
  final long touch() {
    return partition != null ? incarnation : 1;
  }

  final void dispatch(Event event) {
    received++;
    long folded = digest ^ event.timeNs;
    folded = folded * 0x9e3779b97f4a7c15L + event.key;
    folded = Long.rotateLeft(folded, 27) * 0xbf58476d1ce4e5b9L + event.a;
    folded = Long.rotateLeft(folded, 31) * 0x94d049bb133111ebL + event.b + event.kind();
    for (int i = 0; i < event.wordCount; i++) {
      folded = Long.rotateLeft(folded, 29) * 0x9e3779b97f4a7c15L + event.word(i);
    }
    digest = folded;
    if (Envelope.isBound(event.envelope) && Envelope.incarnation(event.envelope) != incarnation()) {
      voided(event);
    } else {
      receive(event);
    }
  }
}
