package dev.haishin.model.push;

import dev.haishin.delivery.PushDispatcher;
import dev.haishin.delivery.PushEnd;
import dev.haishin.delivery.PushOutcome;
import dev.haishin.delivery.PushSink;
import dev.haishin.engine.Agenda;
import dev.haishin.engine.Capacity;
import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Event;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.results.Counter;
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
 * <p>Only what is no acceptance comes back. That a request was accepted follows from the silence:
 * the relay knows when each answer is due, and settles what fell due before it takes a step. A
 * provider that has nothing to decide is not asked: what it would answer follows from the script of
 * the run, and the relay itself brings the notification to the device. A request that is not
 * answered in time counts as failed, though the provider may have taken it: then the device is
 * notified twice, and shows one, for both carry the message as their collapse id. What the relay
 * does are steps on the agenda of its {@link RelayRack}; so an accepted push costs no event of its
 * own, but a share of those that hand a cell on to relays, providers and devices.
 *
 * <p>No event here carries custody of a pair: whoever holds the recipient keeps it as pending until
 * the device is reached, or the push expires here or at its provider.
 */
public final class PushRelay extends LogicalProcess {
  private static final int SUBMIT = 0;
  private static final int REFUSED = 1;
  private static final int CELL_ENDED = 2;

  private final RelayRack rack;
  private final int number;
  private final RelayConfig config;
  private final ProviderStreams[] providers;
  private final FifoStation cores;
  private final Device device;
  private final Recorder recorder;
  private final RelayTally tally;
  private final PushDispatcher dispatcher;
  private final HeldPushes held;
  private final Agenda replies = new Agenda();
  private final RandomStream dispatchCosts;
  private final long retryKey;
  private final long holdKey;
  private long nextDownNs;
  private int life;
  private long stepNs;
  private long handedOnNs;
  private long lastDispatchNs;
  private int lateWaiting;

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
    tally = new RelayTally(recorder, host);
    providers =
        new ProviderStreams[] {
          new ProviderStreams(seed, apns, Channel.APNS, device, recorder),
          new ProviderStreams(seed, fcm, Channel.FCM, device, recorder)
        };
    cores = new FifoStation(config.cores());
    held = rack.held();
    number = rack.join(this);
    nextDownNs = rack.nextDownNs(number, 0);
    dispatcher = new PushDispatcher(config.rules(), providers.length, new Effects());
    dispatchCosts = RandomStream.of(seed, "push.dispatch-cost", name);
    retryKey = CounterHash.key(seed, "push.retry", "");
    holdKey = CounterHash.key(seed, "push.hold", "");
  }

  /** Has it work as fast as its host does; before the run. */
  public void runOn(Capacity capacity) {
    cores.moveTo(capacity, 0);
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

  /** What has become of the pushes submitted to it. */
  public RelayTally tally() {
    return tally;
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

  /** When it goes down the next time. */
  long nextDownNs() {
    return nextDownNs;
  }

  /** Goes down as often as it has done so by an instant; what it holds is gone. */
  void goDown(long byNs) {
    while (nextDownNs <= byNs) {
      stepNs = nextDownNs;
      settle(stepNs);
      life++;
      replies.clear();
      dispatcher.abandonAll();
      for (int row = held.nextOf(number, 0); row >= 0; row = held.nextOf(number, row + 1)) {
        abandon(row);
      }
      lateWaiting = 0;
      cores.reset(stepNs);
      for (ProviderStreams streams : providers) {
        streams.reset(stepNs);
      }
      tally.level(stepNs);
      nextDownNs = rack.nextDownNs(number, stepNs + 1);
    }
  }

  /**
   * Takes a step.
   *
   * @param what the kind of step, one of the rack's
   * @param place of a push, or of the dispatcher's row for a retry; see {@link Refusals#place}
   * @param atNs its instant
   * @param cellNs the instant at which its cell is handed on
   */
  void step(int what, long place, long atNs, long cellNs) {
    if (what != RelayRack.ARRIVE && !Refusals.isOfLife(place, life)) {
      return;
    }
    settle(atNs);
    stepNs = atNs;
    handedOnNs = cellNs;
    int row = Refusals.row(place);
    switch (what) {
      case RelayRack.ARRIVE -> arrived(row);
      case RelayRack.REFUSED -> answered(row, PushOutcome.THROTTLED);
      case RelayRack.FAILED -> failed(row);
      case RelayRack.VOID -> tokenIsVoid(row);
      case RelayRack.RETRY -> dispatcher.wake(row, stepNs);
      case RelayRack.LATE -> {
        lateWaiting--;
        request(row);
      }
      default -> throw new IllegalStateException("no such step: " + what);
    }
    tally.level(stepNs);
  }

  private void accepted(int row, long atNs) {
    tally.accept(atNs);
    if (held.attempt(row) == HeldPushes.LATE) {
      held.release(row);
    } else {
      dispatcher.onOutcome(held.dispatcherRow(row), PushOutcome.ACCEPTED, 0, atNs, 0);
    }
    tally.level(atNs);
  }

  private void arrived(int row) {
    tally.submit(stepNs);
    held.reach(row, number);
    if (rack.voidTokens().contains(held.user(row))) {
      cannotBePushed(row);
    } else {
      dispatcher.offer(row, held.platform(row), giveUpAtNs(), stepNs);
    }
  }

  private long giveUpAtNs() {
    return stepNs > Long.MAX_VALUE - config.giveUpAfterNs()
        ? Long.MAX_VALUE
        : stepNs + config.giveUpAfterNs();
  }

  private void failed(int row) {
    tally.fail(held.platform(row), stepNs);
    answered(row, PushOutcome.ERROR);
  }

  private void tokenIsVoid(int row) {
    recorder.count(Counter.PUSH_INVALID_TOKENS, stepNs, 1);
    rack.voidTokens().add(held.user(row));
    answered(row, PushOutcome.INVALID_TOKEN);
  }

  /** The answer to a request is here, and it is not that the provider took it. */
  private void answered(int row, PushOutcome outcome) {
    held.requestAnswered(row);
    if (held.attempt(row) == HeldPushes.LATE) {
      expire(row);
      return;
    }
    boolean isThrottled = outcome == PushOutcome.THROTTLED;
    long waitNs = isThrottled ? providers[held.platform(row)].retryAfterNs() : 0;
    long bits = CounterHash.bits(retryKey, held.messageId(row), occasion(row));
    dispatcher.onOutcome(held.dispatcherRow(row), outcome, waitNs, stepNs, bits);
  }

  /** Sends a held push to its provider as soon as a core and a stream are free. */
  private void request(int row) {
    ProviderStreams streams = providers[held.platform(row)];
    long costNs = config.dispatchCost().sample(dispatchCosts);
    // Cores may overtake each other; streams are taken in the order of arrival all the same.
    lastDispatchNs = Math.max(lastDispatchNs, cores.arrive(stepNs, costNs));
    streams.arrive(lastDispatchNs, held.messageId(row), occasion(row));
    if (streams.sentNs() >= nextDownNs) {
      return;
    }
    tally.request();
    recorder.stage(Stage.PUSH_QUEUE, stepNs, streams.sentNs() - stepNs - costNs, costNs);
    int step = send(row, streams);
    if (step == RelayRack.ARRIVE) {
      held.requestUnderWay(row, streams.replyAtNs());
      replies.add(streams.replyAtNs(), 0, 0, 0, row);
    } else {
      later(streams.replyAtNs(), step, row);
    }
  }

  /** Returns the step to be taken when the relay has waited for the answer. */
  private int send(int row, ProviderStreams streams) {
    if (!streams.isAsked()) {
      return streams.answer(port(), held.messageId(row), occasion(row));
    }
    boolean isHeard = streams.isHeard();
    rack.requests(held.platform(row))
        .add(
            streams.requestedNs(),
            isHeard ? streams.replyAtNs() : Requests.UNHEARD,
            held.messageId(row),
            occasion(row),
            Refusals.place(number, life, row));
    return isHeard ? RelayRack.ARRIVE : RelayRack.FAILED;
  }

  /** Enters a step that is void if the relay goes down before. */
  private void later(long atNs, int step, int row) {
    rack.agenda().add(atNs, 0, step, number, Refusals.place(number, life, row));
  }

  private long occasion(int row) {
    return Requests.occasion(held.user(row), held.attempt(row));
  }

  /** Its token is void, so that the way by the provider is closed for good. */
  private void cannotBePushed(int row) {
    if (config.fallback() == Fallback.SMS) {
      fallBack(row);
    } else {
      expire(row);
    }
  }

  private void fallBack(int row) {
    recorder.count(Counter.PUSH_FALLBACKS, stepNs, 1);
    if (config.fallback() == Fallback.SMS) {
      long atNs = stepNs + config.smsLinkNs();
      SmsGateway.submit(port(), config.smsProcess(), atNs, held.messageId(row), held.user(row));
      tally.sendAsSms();
      held.release(row);
    } else if (lateWaiting < config.rules().capacity()) {
      lateWaiting++;
      held.attempt(row, 0, HeldPushes.LATE);
      later(stepNs + config.lateAfterNs(), RelayRack.LATE, row);
    } else {
      expire(row);
    }
  }

  private void expire(int row) {
    tally.expire(stepNs);
    // It is reported with the cell: the way to whoever holds the recipient may be a short one.
    device.expired(port(), handedOnNs + device.leastNs(), held.messageId(row), held.user(row));
    held.release(row);
  }

  private void abandon(int row) {
    tally.abandon(stepNs);
    held.release(row);
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
      later(atNs, RelayRack.RETRY, dispatcherRow);
    }

    @Override
    public long holdBits(long push) {
      int row = (int) push;
      return CounterHash.bits(holdKey, held.messageId(row), occasion(row));
    }

    @Override
    public void breakerOpened(int provider) {
      recorder.count(Counter.PUSH_BREAKER_OPENED, stepNs, 1);
    }

    @Override
    public void ended(long push, PushEnd end) {
      int row = (int) push;
      switch (end) {
        case ACCEPTED -> held.release(row);
        case FALLBACK -> fallBack(row);
        case INVALID_TOKEN -> cannotBePushed(row);
        case EXPIRED, DROPPED -> expire(row);
        case ABANDONED -> abandon(row);
      }
    }
  }
}
