package dev.haishin.model.push;

import dev.haishin.delivery.PushDispatcher;
import dev.haishin.delivery.PushEnd;
import dev.haishin.delivery.PushOutcome;
import dev.haishin.delivery.PushSink;
import dev.haishin.engine.Agenda;
import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Event;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.results.Counter;
import dev.haishin.results.Level;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;

/**
 * A host of the platform that hands notifications to the push providers.
 *
 * <p>A request costs one of its cores the dispatch cost, then holds a stream to the provider until
 * the answer is back. Cores and streams are FIFO stations; requests take streams in the order in
 * which they reached the cores. What is held, retried, dropped and given up is decided by
 * delivery's {@link PushDispatcher}.
 *
 * <p>Only a refusal comes back. That a request was accepted follows from the silence: the relay
 * knows when each answer is due, and settles what fell due before it takes a step. A provider
 * without a quota never refuses: then the relay itself brings the notification to the device. What
 * the relay does are steps on the agenda of its {@link RelayRack}; so an accepted push costs one
 * event of its own, the arrival at the device, and a share of those that hand a cell on.
 *
 * <p>No event here carries custody of a pair: whoever holds the recipient keeps it as pending until
 * the device is reached or the push expires.
 */
public final class PushRelay extends LogicalProcess {
  private static final int SUBMIT = 0;
  private static final int REFUSED = 1;
  private static final int CELL_ENDED = 2;

  private final RelayRack rack;
  private final int number;
  private final RelayConfig config;
  private final ProviderConnections[] providers;
  private final FifoStation[] streams;
  private final FifoStation cores;
  private final Device device;
  private final Recorder recorder;
  private final int host;
  private final PushDispatcher dispatcher;
  private final HeldPushes held;
  private final Agenda replies = new Agenda();
  private final RandomStream dispatchCosts;
  private final long responseKey;
  private final long latencyKey;
  private final long retryKey;
  private long stepNs;
  private long handedOnNs;
  private long lastDispatchNs;
  private int holding;
  private int lateWaiting;
  private long submitted;
  private long requests;
  private long accepted;
  private long expired;
  private long sentAsSms;

  /**
   * A relay without load.
   *
   * @param rack the relays of its home, those with lower process numbers in it
   * @param apns its connections to Apple's service
   * @param fcm its connections to Google's service
   * @param host its index among all relays
   */
  public PushRelay(
      String name,
      long seed,
      RelayRack rack,
      RelayConfig config,
      ProviderConnections apns,
      ProviderConnections fcm,
      Device device,
      Recorder recorder,
      int host) {
    super(name, Groups.PUSH);
    this.rack = rack;
    this.config = config;
    this.device = device;
    this.recorder = recorder;
    this.host = host;
    providers = new ProviderConnections[] {apns, fcm};
    streams = new FifoStation[] {new FifoStation(apns.streams()), new FifoStation(fcm.streams())};
    cores = new FifoStation(config.cores());
    held = rack.held();
    number = rack.join(this);
    dispatcher = new PushDispatcher(config.rules(), new Effects());
    dispatchCosts = RandomStream.of(seed, "push.dispatch-cost", name);
    responseKey = CounterHash.key(seed, "push.response", "");
    latencyKey = CounterHash.key(seed, "push.latency", "");
    retryKey = CounterHash.key(seed, "push.retry", "");
  }

  /** Sends the words attached since the last send as a worker's submissions of a cell. */
  static void submit(Port from, int relayProcess, long atNs, long cellEndNs) {
    from.send(relayProcess, atNs, SUBMIT, cellEndNs, 0);
  }

  /** Sends the words attached since the last send as a provider's refusals. */
  static void refuse(Port from, int relayProcess, long atNs) {
    from.send(relayProcess, atNs, REFUSED, 0, 0);
  }

  /** Has a rack's first relay work through a cell; returns the ticket. */
  static int awaitEnd(Port of, long atNs, long cellEndNs) {
    return of.atCancellable(atNs, CELL_ENDED, cellEndNs, 0);
  }

  /**
   * Takes as accepted every request whose answer was due before an instant and was no refusal. The
   * relay does so before each step; whoever ends a run does it once more, at the end.
   */
  public void settle(long nowNs) {
    while (replies.takeBefore(nowNs)) {
      long dueNs = replies.timeNs();
      int row = (int) replies.payload();
      if (held.replyAtNs(row) == dueNs) {
        accepted(row, dueNs);
      }
    }
  }

  /** Pushes submitted since the start. */
  public long submitted() {
    return submitted;
  }

  /** Requests sent to the providers or about to be, retries included. */
  public long requests() {
    return requests;
  }

  /** Of those submitted, accepted by a provider and known to be. */
  public long accepted() {
    return accepted;
  }

  /** Of those submitted, given up without a fallback, dropped included. */
  public long expired() {
    return expired;
  }

  /** Of those submitted, handed to the {@link SmsGateway}. */
  public long sentAsSms() {
    return sentAsSms;
  }

  /**
   * Of those submitted, still held: waiting for a stream, an answer, a retry or their late turn.
   */
  public long held() {
    return holding;
  }

  @Override
  protected void receive(Event event) {
    switch (event.kind()) {
      case SUBMIT -> rack.submitted(event, port());
      case REFUSED -> rack.refused(event, port());
      case CELL_ENDED -> rack.cellEnded(event.a(), port());
      default -> throw new IllegalStateException("no such event: " + event.kind());
    }
  }

  /**
   * Takes a step.
   *
   * @param what the kind of step, one of the rack's
   * @param row of a push, or of the dispatcher for a retry
   * @param atNs its instant
   * @param cellNs the instant at which its cell is handed on
   */
  void step(int what, int row, long atNs, long cellNs) {
    settle(atNs);
    stepNs = atNs;
    handedOnNs = cellNs;
    switch (what) {
      case RelayRack.ARRIVE -> arrived(row);
      case RelayRack.REFUSED -> refused(row);
      case RelayRack.RETRY -> dispatcher.wake(row, stepNs);
      case RelayRack.LATE -> {
        lateWaiting--;
        request(row);
      }
      default -> throw new IllegalStateException("no such step: " + what);
    }
    recorder.level(Level.PUSH_QUEUE, host, stepNs, holding);
  }

  private void accepted(int row, long atNs) {
    accepted++;
    if (held.attempt(row) == HeldPushes.LATE) {
      release(row);
    } else {
      dispatcher.onOutcome(held.dispatcherRow(row), PushOutcome.ACCEPTED, 0, atNs, 0);
    }
    recorder.level(Level.PUSH_QUEUE, host, atNs, holding);
  }

  private void arrived(int row) {
    submitted++;
    holding++;
    dispatcher.offer(row, giveUpAtNs());
  }

  private long giveUpAtNs() {
    return stepNs > Long.MAX_VALUE - config.giveUpAfterNs()
        ? Long.MAX_VALUE
        : stepNs + config.giveUpAfterNs();
  }

  private void refused(int row) {
    held.requestAnswered(row);
    if (held.attempt(row) == HeldPushes.LATE) {
      expire(row);
      return;
    }
    long bits = CounterHash.bits(retryKey, held.messageId(row), occasion(row));
    dispatcher.onOutcome(held.dispatcherRow(row), PushOutcome.THROTTLED, 0, stepNs, bits);
  }

  /** Sends a held push to its provider as soon as a core and a stream are free. */
  private void request(int row) {
    int platform = held.platform(row);
    ProviderConnections provider = providers[platform];
    long messageId = held.messageId(row);
    long costNs = config.dispatchCost().sample(dispatchCosts);
    // Cores may overtake each other; streams are taken in the order of arrival all the same.
    lastDispatchNs = Math.max(lastDispatchNs, cores.arrive(stepNs, costNs));
    long bits = CounterHash.bits(responseKey, messageId, occasion(row));
    long responseNs = Math.max(2 * provider.linkNs(), provider.response().valueAt(bits));
    long replyAtNs = streams[platform].arrive(lastDispatchNs, responseNs);
    long sentNs = replyAtNs - responseNs;
    held.requestUnderWay(row, replyAtNs);
    replies.add(replyAtNs, 0, 0, 0, row);
    requests++;
    boolean isLate = held.attempt(row) == HeldPushes.LATE;
    long atNs = sentNs + provider.linkNs();
    if (provider.limited()) {
      rack.requests(platform).add(atNs, replyAtNs, messageId, held.user(row), isLate, number, row);
    } else {
      bringToDevice(messageId, held.user(row), isLate ? Channel.LATE : platform, atNs, provider);
    }
    recorder.stage(Stage.PUSH_QUEUE, stepNs, sentNs - stepNs - costNs, costNs);
  }

  /** Does what a provider does that has no quota to look at. */
  private void bringToDevice(
      long messageId, int user, int channel, long acceptedNs, ProviderConnections provider) {
    long drawnNs = provider.latency().valueAt(CounterHash.bits(latencyKey, messageId, user));
    long latencyNs = Math.max(device.leastNs(), drawnNs);
    device.pushed(port(), acceptedNs + latencyNs, messageId, user, channel);
    recorder.stage(Stage.PUSH_PROVIDER, acceptedNs, 0, latencyNs);
  }

  /** Tells the requests of one push apart, and the push from others of the message. */
  private long occasion(int row) {
    return ((long) held.attempt(row) << 32) | held.user(row);
  }

  private void fallBack(int row) {
    recorder.count(Counter.PUSH_FALLBACKS, stepNs, 1);
    if (config.fallback() == Fallback.SMS) {
      long atNs = stepNs + config.smsLinkNs();
      SmsGateway.submit(port(), config.smsProcess(), atNs, held.messageId(row), held.user(row));
      sentAsSms++;
      release(row);
    } else if (lateWaiting < config.rules().capacity()) {
      lateWaiting++;
      held.attempt(row, 0, HeldPushes.LATE);
      rack.agenda().add(stepNs + config.lateAfterNs(), 0, RelayRack.LATE, number, row);
    } else {
      expire(row);
    }
  }

  private void expire(int row) {
    recorder.count(Counter.PUSH_EXPIRED, stepNs, 1);
    expired++;
    // It is reported with the cell: the way to whoever holds the recipient may be a short one.
    device.expired(port(), handedOnNs + device.leastNs(), held.messageId(row), held.user(row));
    release(row);
  }

  private void release(int row) {
    held.release(row);
    holding--;
  }

  /** Carries out what the dispatcher decides; its pushes are rows of {@link #held}. */
  private final class Effects implements PushSink {
    @Override
    public void send(int dispatcherRow, long push, int attempt) {
      int row = (int) push;
      if (attempt > 1) {
        recorder.count(Counter.PUSH_RETRIES, stepNs, 1);
      }
      held.attempt(row, dispatcherRow, attempt);
      request(row);
    }

    @Override
    public void scheduleRetry(int dispatcherRow, long atNs) {
      rack.agenda().add(atNs, 0, RelayRack.RETRY, number, dispatcherRow);
    }

    @Override
    public void ended(long push, PushEnd end) {
      int row = (int) push;
      switch (end) {
        case ACCEPTED -> release(row);
        case FALLBACK -> fallBack(row);
        case EXPIRED, DROPPED, INVALID_TOKEN, ABANDONED -> expire(row);
      }
    }
  }
}
