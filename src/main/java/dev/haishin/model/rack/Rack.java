package dev.haishin.model.rack;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;

/**
 * The hosts of one component in one zone: each with a queue and a state of its own, all at the same
 * distance from everyone.
 *
 * <p>One event brings what one process asks of several of them at one instant. A request (commands
 * to one host that travel together) is answered when the last of its commands is done; the answers
 * to all requests of the event leave as one event. A request that fails goes back by itself: at the
 * reset, or, where its host is dark, at the instant at which its asker's own clock runs out, so
 * that askers keep nothing about requests that are under way. No event to or from a rack carries
 * custody of a pair.
 */
public final class Rack extends LogicalProcess {
  private static final int REQUESTS = 0;
  private static final int CHANGE = 2;
  static final int RETRY = 1;
  private static final int FIRST_WORDS = 2;
  private static final int COLUMNS = 4;

  private final Network network;
  private final RackHost[] hosts;
  private final Command command = new Command();
  private final Answers answers = new Answers();
  private final Failures failures;
  private long requestDoneNs;

  /**
   * A rack whose hosts never go dark.
   *
   * @param group the row of the links table that its hosts send and receive by
   * @param hosts by their place
   */
  public Rack(String name, int group, Network network, RackHost[] hosts) {
    this(name, group, network, hosts, Long.MAX_VALUE);
  }

  /**
   * A rack.
   *
   * @param group the row of the links table that its hosts send and receive by
   * @param hosts by their place
   * @param waitNs how long whoever asks waits for an answer to a first try, nanoseconds
   */
  public Rack(String name, int group, Network network, RackHost[] hosts, long waitNs) {
    super(name, group);
    this.failures = new Failures(waitNs);
    this.network = network;
    this.hosts = hosts.clone();
  }

  /**
   * Sends rows of a burst as requests to the hosts of one rack.
   *
   * @param burst rows of tag, header, first and second word
   * @param limit most commands in a request, at least 1
   */
  static void request(Port from, Racks racks, int rack, long atNs, Burst burst, int limit) {
    long tag = 0;
    long header = 0;
    boolean any = false;
    for (int i = 0; i < burst.hosts(); i++) {
      int host = burst.host(i);
      if (racks.rack(host) != rack) {
        continue;
      }
      int inRequest = 0;
      for (int row = burst.head(host); row != Burst.END; row = burst.next(row)) {
        boolean isLast = ++inRequest == limit || burst.next(row) == Burst.END;
        long word = isLast ? Command.last(burst.word(row, 1)) : burst.word(row, 1);
        inRequest = isLast ? 0 : inRequest;
        if (any) {
          from.attach(burst.word(row, 0));
          from.attach(word);
        } else {
          tag = burst.word(row, 0);
          header = word;
          any = true;
        }
        from.attach(burst.word(row, 2));
        from.attach(burst.word(row, 3));
      }
    }
    if (any) {
      from.send(racks.process(rack), atNs, REQUESTS, tag, header);
    }
  }

  /** Sends commands again as one request, with what the next failure has to know. */
  static void retry(
      Port from, int process, long atNs, int place, Setback setback, int attempt, long waitNs) {
    Setback.begin(from, attempt, waitNs);
    int commands = setback.commands();
    for (int i = 0; i < commands; i++) {
      long header = Command.movedTo(setback.header(i), place);
      from.attach(setback.tag(i));
      from.attach(i == commands - 1 ? Command.last(header) : header);
      from.attach(setback.first(i));
      from.attach(setback.second(i));
    }
    from.send(process, atNs, RETRY, 0, setback.issuedNs());
  }

  /** How many hosts it holds. */
  public int hosts() {
    return hosts.length;
  }

  /** Schedules what happens to its hosts; once, before the run. */
  public void start() {
    for (int place = 0; place < hosts.length; place++) {
      for (long atNs : hosts[place].changesNs()) {
        port().atAnyIncarnation(atNs, CHANGE, place, 0);
      }
    }
  }

  @Override
  protected void receive(Event event) {
    if (event.kind() == CHANGE) {
      hosts[(int) event.a()].changed(nowNs());
    } else {
      serve(event);
    }
  }

  private void serve(Event event) {
    answers.clear();
    failures.begin(event);
    requestDoneNs = 0;
    boolean isRetry = event.kind() == RETRY;
    int asker = event.origin();
    long backNs = network.latencyNs(id(), asker, nowNs());
    int at = FIRST_WORDS;
    int command = 0;
    if (!isRetry) {
      execute(asker, command++, event.a(), event.b(), event.word(0), event.word(1), backNs);
    }
    for (; at < event.wordCount(); at += COLUMNS) {
      execute(
          asker,
          command++,
          event.word(at),
          event.word(at + 1),
          event.word(at + 2),
          event.word(at + 3),
          backNs);
    }
    answers.send(port(), asker, Command.answerKind(isRetry ? event.word(3) : event.b()));
  }

  private void execute(
      int asker, int number, long tag, long header, long first, long second, long backNs) {
    command.set(tag, header, first, second);
    long doneNs = hosts[command.place()].execute(nowNs(), command, answers);
    requestDoneNs = Math.max(requestDoneNs, doneNs);
    Mishap mishap = answers.takeMishap();
    if (mishap != null) {
      failures.add(number, mishap, answers.mishapNs());
    }
    if (command.endsRequest()) {
      long atNs = network.arrivalNs(id(), asker, requestDoneNs);
      if (network.parts(id(), asker, nowNs())) {
        failures.addIfTooLate(number, atNs, backNs);
      }
      if (failures.any()) {
        failures.settle(port(), answers, number, requestDoneNs, backNs);
      }
      failures.nextFrom(number + 1);
      answers.comeAt(atNs);
      requestDoneNs = 0;
    }
  }
}
