package dev.haishin.engine;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The processes that one thread runs, with their pending events.
 *
 * <p>Within a window no event of another partition can arrive, so a partition runs alone; what it
 * sends elsewhere waits in mailboxes until the window ends.
 */
final class Partition {
  /** From so many processes on, they are read ahead of their events: fewer stay in a cache. */
  private static final int LARGE = 2048;

  /** So many cancelled events may lie in the queue, and as many as there are others. */
  private static final int CANCELLED_AT_MOST = 1024;

  /** Room for so many events is worth giving back once half of them are gone. */
  private static final int CROWD = 1 << 15;

  private final int number;
  private final Simulation simulation;
  private final Supplier<EventQueue> queues;
  private EventQueue queue;
  private WordPool pool = new WordPool();
  private int mostPending;
  private final Event event = new Event();
  private final Tickets tickets = new Tickets();
  private final Links links;
  private LogicalProcess[] processes = new LogicalProcess[0];
  private Places places;
  private Mailbox[][] outboxes;
  private Mailbox[] outbox;
  private long crossingNs;
  private long[] leastSentNs;
  private long[] outgoing = new long[64];
  private int outgoingCount;
  private long nowNs;

  /** The instant at which the process at work acts: {@link #nowNs}, or one before it. */
  private long clockNs;

  /** Up to where, inclusive, all events are behind. */
  private long reachedNs;

  private long dispatched;
  private long touched;

  Partition(int number, Simulation simulation, Supplier<EventQueue> queues) {
    this.number = number;
    this.simulation = simulation;
    this.queues = queues;
    queue = queues.get();
    links = simulation.links();
    event.words = pool;
  }

  /**
   * No process is added from here on.
   *
   * @param leastCrossingNs what a send to another partition takes at least
   */
  void seal(long leastCrossingNs) {
    crossingNs = leastCrossingNs;
    processes = simulation.processes();
    places = simulation.places();
    announceEvents();
  }

  private void announceEvents() {
    if (processes.length >= LARGE) {
      queue.announceTo((envelope, a, b) -> touch(Envelope.destination(envelope)));
    }
  }

  private void touch(int process) {
    touched += processes[process].touch();
  }

  void openMailboxes(int partitions) {
    outboxes = new Mailbox[2][partitions];
    for (Mailbox[] side : outboxes) {
      for (int i = 0; i < partitions; i++) {
        side[i] = new Mailbox();
      }
    }
    outbox = outboxes[0];
    leastSentNs = new long[partitions];
  }

  long nowNs() {
    return clockNs;
  }

  /** Has a process act as of an instant that is over, until the next event. */
  void actAsOf(long instantNs) {
    if (instantNs > reachedNs) {
      throw new IllegalArgumentException(
          instantNs + " ns is " + (instantNs - reachedNs) + " ns ahead");
    }
    clockNs = instantNs;
  }

  /** All events up to an instant are behind, in all partitions. */
  void reached(long instantNs) {
    reachedNs = instantNs;
    mostPending = Math.max(mostPending, queue.size());
    boolean isCrowdGone = mostPending > CROWD && queue.size() < mostPending / 2;
    // So many words are gone that each pays for no more than a few events that move.
    boolean areWordsGone = pool.isRoomy() && queue.size() < pool.room();
    if (isCrowdGone || areWordsGone) {
      moveWhatIsWanted(new WordPool());
    }
  }

  /** For how many words of pending events there is room. */
  int roomForWords() {
    return pool.room();
  }

  long nextTimeNs() {
    return queue.nextTimeNs();
  }

  long dispatched() {
    return dispatched;
  }

  int pending() {
    return queue.size() - tickets.cancelled();
  }

  int number() {
    return number;
  }

  void attach(long word) {
    if (outgoingCount == outgoing.length) {
      outgoing = Arrays.copyOf(outgoing, outgoing.length * 2);
    }
    outgoing[outgoingCount++] = word;
  }

  void send(LogicalProcess from, int destination, long atNs, long envelope, long a, long b) {
    char place = places.of(destination);
    if (atNs - nowNs < links.leastNs(from.group(), Places.group(place))) {
      throw simulation.tooFast(from, processes[destination], atNs - nowNs);
    }
    int home = Places.partition(place);
    if (home == number) {
      enqueue(atNs, from.nextKey(), withWords(envelope), a, b);
    } else if (atNs - nowNs < crossingNs) {
      throw simulation.tooFast(from, processes[destination], atNs - nowNs);
    } else {
      sendAway(home, atNs, from.nextKey(), envelope, a, b);
    }
  }

  private void sendAway(int home, long atNs, long key, long envelope, long a, long b) {
    leastSentNs[home] = Math.min(leastSentNs[home], atNs);
    outbox[home].add(atNs, key, envelope, a, b, outgoing, outgoingCount);
    outgoingCount = 0;
  }

  void sendSelf(LogicalProcess self, long atNs, long envelope, long a, long b) {
    checkNotPast(self, atNs);
    enqueue(Math.max(atNs, nowNs), self.nextKey(), withWords(envelope), a, b);
  }

  int sendCancellable(LogicalProcess self, long atNs, long envelope, long a, long b) {
    checkNotPast(self, atNs);
    if (outgoingCount != 0) {
      throw new IllegalStateException(self.name() + " attached words to a cancellable event");
    }
    int ticket = tickets.issue();
    long whole = Envelope.attach(envelope, Envelope.TICKET, ticket);
    enqueue(Math.max(atNs, nowNs), self.nextKey(), whole, a, b);
    return ticket;
  }

  void cancel(int ticket) {
    tickets.cancel(ticket);
    if (tickets.cancelled() > Math.max(CANCELLED_AT_MOST, queue.size() / 2)) {
      moveWhatIsWanted(pool);
    }
  }

  /**
   * Moves what is still wanted to a new queue, which has room for that and no more: a constant cost
   * for each event that was cancelled, and each event or word that is no longer there.
   *
   * @param to where attached words are from now on; while an event is handled, where they are
   */
  private void moveWhatIsWanted(WordPool to) {
    EventQueue old = queue;
    queue = queues.get();
    announceEvents();
    Event pending = new Event();
    old.forEach(
        pending,
        () -> {
          if (isCancelled(pending)) {
            tickets.redeem(Envelope.attachment(pending.envelope));
          } else {
            queue.add(pending.timeNs, pending.key, moveWords(pending, to), pending.a, pending.b);
          }
        });
    pool = to;
    event.words = to;
    mostPending = queue.size();
  }

  private long moveWords(Event pending, WordPool to) {
    if (to == pool || Envelope.type(pending.envelope) != Envelope.WORDS) {
      return pending.envelope;
    }
    int block = to.storeFrom(pool, Envelope.attachment(pending.envelope));
    return Envelope.attach(pending.envelope, Envelope.WORDS, block);
  }

  private boolean isCancelled(Event pending) {
    return Envelope.type(pending.envelope) == Envelope.TICKET
        && tickets.isCancelled(Envelope.attachment(pending.envelope));
  }

  /** Runs all events before a limit. */
  void runBefore(long limitNs) {
    while (queue.pollBefore(limitNs, event)) {
      nowNs = event.timeNs;
      clockNs = nowNs;
      reachedNs = nowNs;
      int type = Envelope.type(event.envelope);
      if (type == Envelope.NOTHING) {
        event.wordCount = 0;
        dispatchOne();
      } else if (type == Envelope.WORDS) {
        int block = Envelope.attachment(event.envelope);
        event.wordBlock = block;
        event.wordCount = pool.count(block);
        dispatchOne();
        pool.release(block);
      } else if (tickets.redeem(Envelope.attachment(event.envelope))) {
        event.wordCount = 0;
        dispatchOne();
      }
    }
  }

  /**
   * Runs all events before a limit; what goes to other partitions is put into the mailboxes of one
   * side.
   */
  void runWindow(long beforeNs, int side) {
    Arrays.fill(leastSentNs, Long.MAX_VALUE);
    outbox = outboxes[side];
    runBefore(beforeNs);
  }

  /** When the first event comes that the last window sent to another partition. */
  long leastSentNs(int partition) {
    return leastSentNs[partition];
  }

  /** Takes in what other partitions put for this one into the mailboxes of a side. */
  void collect(Partition[] all, int side) {
    for (Partition other : all) {
      other.outboxes[side][number].drainTo(this);
    }
  }

  void enter(
      long atNs, long key, long envelope, long a, long b, long[] words, int from, int count) {
    long whole = envelope;
    if (count > 0) {
      whole = Envelope.attach(envelope, Envelope.WORDS, pool.store(words, from, count));
    }
    enqueue(atNs, key, whole, a, b);
  }

  void census(PendingVisitor visitor) {
    Event pending = new Event();
    pending.words = pool;
    queue.forEach(
        pending,
        () -> {
          boolean hasWords = Envelope.type(pending.envelope) == Envelope.WORDS;
          pending.wordBlock = hasWords ? Envelope.attachment(pending.envelope) : 0;
          pending.wordCount = hasWords ? pool.count(pending.wordBlock) : 0;
          if (!isCancelled(pending)) {
            visitor.pending(processes[pending.destination()], pending);
          }
        });
  }

  private void dispatchOne() {
    dispatched++;
    LogicalProcess process = processes[event.destination()];
    process.dispatch(event);
    if (outgoingCount != 0) {
      throw new IllegalStateException(process.name() + " attached words to no event");
    }
  }

  private long withWords(long envelope) {
    return outgoingCount == 0 ? envelope : attachTo(envelope);
  }

  private long attachTo(long envelope) {
    int block = pool.store(outgoing, 0, outgoingCount);
    outgoingCount = 0;
    return Envelope.attach(envelope, Envelope.WORDS, block);
  }

  private void enqueue(long atNs, long key, long envelope, long a, long b) {
    queue.add(atNs, key, envelope, a, b);
  }

  private void checkNotPast(LogicalProcess self, long atNs) {
    if (atNs < clockNs) {
      throw new IllegalStateException(
          self.name() + " scheduled an event " + (clockNs - atNs) + " ns in the past");
    }
  }
}
