package dev.haishin.model.push;

import dev.haishin.delivery.PushDispatcher;
import dev.haishin.delivery.PushEnd;
import dev.haishin.delivery.PushOutcome;
import dev.haishin.delivery.PushSink;
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
 * <p>Only a refusal comes back as an event. That a request was accepted follows from the silence:
 * the relay knows when each answer is due, and settles what fell due before it handles anything
 * else. So an accepted push costs three events: submission, request, arrival at the device.
 *
 * <p>No event here carries custody of a pair: whoever holds the recipient keeps it as pending until
 * the device is reached or the push expires.
 */
public final class PushRelay extends LogicalProcess {
  private static final int SUBMIT = 0;
  private static final int THROTTLED = 1;
  private static final int RETRY = 2;
  private static final int LATE = 3;
  private static final int PLATFORM_SHIFT = 32;

  private final RelayConfig config;
  private final ProviderConnections[] providers;
  private final FifoStation[] streams;
  private final FifoStation cores;
  private final Device device;
  private final Recorder recorder;
  private final int host;
  private final PushDispatcher dispatcher;
  private final HeldPushes held = new HeldPushes();
  private final ExpectedReplies replies = new ExpectedReplies();
  private final RandomStream dispatchCosts;
  private final long responseKey;
  private final long retryKey;
  private long lastDispatchNs;
  private int lateWaiting;
  private long submitted;
  private long requests;
  private long accepted;
  private long expired;
  private long sentAsSms;

  /**
   * A relay without load.
   *
   * @param apns its connections to Apple's service
   * @param fcm its connections to Google's service
   * @param host its index among all relays
   */
  public PushRelay(
      String name,
      long seed,
      RelayConfig config,
      ProviderConnections apns,
      ProviderConnections fcm,
      Device device,
      Recorder recorder,
      int host) {
    super(name, Groups.PUSH);
    this.config = config;
    this.device = device;
    this.recorder = recorder;
    this.host = host;
    providers = new ProviderConnections[] {apns, fcm};
    streams = new FifoStation[] {new FifoStation(apns.streams()), new FifoStation(fcm.streams())};
    cores = new FifoStation(config.cores());
    dispatcher = new PushDispatcher(config.rules(), new Effects());
    dispatchCosts = RandomStream.of(seed, "push.dispatch-cost", name);
    responseKey = CounterHash.key(seed, "push.response", "");
    retryKey = CounterHash.key(seed, "push.retry", "");
  }

  /**
   * Hands a notification to a relay.
   *
   * @param relayProcess by {@link PushRelays#processOf}
   * @param atNs arrival there
   * @param platform {@link Channel#APNS} or {@link Channel#FCM}
   */
  public static void submit(
      Port from, int relayProcess, long atNs, long messageId, int user, int platform) {
    from.send(relayProcess, atNs, SUBMIT, messageId, user | ((long) platform << PLATFORM_SHIFT));
  }

  /** A provider refuses a request for want of quota. */
  static void throttled(Port from, int relayProcess, long atNs, int row) {
    from.send(relayProcess, atNs, THROTTLED, row, 0);
  }

  /**
   * Takes as accepted every request whose answer was due before an instant and was no refusal. The
   * relay does so before each event; whoever ends a run does it once more, at the end.
   */
  public void settle(long nowNs) {
    while (!replies.isEmpty() && replies.firstNs() < nowNs) {
      long dueNs = replies.firstNs();
      int row = replies.firstRow();
      replies.removeFirst();
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
    return held.size();
  }

  @Override
  protected void receive(Event event) {
    settle(nowNs());
    switch (event.kind()) {
      case SUBMIT -> submitted(event.a(), (int) event.b(), (int) (event.b() >>> PLATFORM_SHIFT));
      case THROTTLED -> throttled((int) event.a());
      case RETRY -> dispatcher.wake((int) event.a(), nowNs());
      case LATE -> {
        lateWaiting--;
        request((int) event.a());
      }
      default -> throw new IllegalStateException("no such event: " + event.kind());
    }
    recorder.level(Level.PUSH_QUEUE, host, nowNs(), held.size());
  }

  private void accepted(int row, long atNs) {
    accepted++;
    if (held.attempt(row) == HeldPushes.LATE) {
      held.release(row);
    } else {
      dispatcher.onOutcome(held.dispatcherRow(row), PushOutcome.ACCEPTED, 0, atNs, 0);
    }
    recorder.level(Level.PUSH_QUEUE, host, atNs, held.size());
  }

  private void submitted(long messageId, int user, int platform) {
    submitted++;
    dispatcher.offer(held.take(messageId, user, platform), giveUpAtNs());
  }

  private long giveUpAtNs() {
    return nowNs() > Long.MAX_VALUE - config.giveUpAfterNs()
        ? Long.MAX_VALUE
        : nowNs() + config.giveUpAfterNs();
  }

  private void throttled(int row) {
    held.requestAnswered(row);
    if (held.attempt(row) == HeldPushes.LATE) {
      expire(row);
      return;
    }
    long bits = CounterHash.bits(retryKey, held.messageId(row), occasion(row));
    dispatcher.onOutcome(held.dispatcherRow(row), PushOutcome.THROTTLED, 0, nowNs(), bits);
  }

  /** Sends a held push to its provider as soon as a core and a stream are free. */
  private void request(int row) {
    int platform = held.platform(row);
    ProviderConnections provider = providers[platform];
    long messageId = held.messageId(row);
    long costNs = config.dispatchCost().sample(dispatchCosts);
    // Cores may overtake each other; streams are taken in the order of arrival all the same.
    lastDispatchNs = Math.max(lastDispatchNs, cores.arrive(nowNs(), costNs));
    long bits = CounterHash.bits(responseKey, messageId, occasion(row));
    long responseNs = Math.max(2 * provider.linkNs(), provider.response().valueAt(bits));
    long replyAtNs = streams[platform].arrive(lastDispatchNs, responseNs);
    long sentNs = replyAtNs - responseNs;
    held.requestUnderWay(row, replyAtNs);
    replies.add(replyAtNs, row);
    requests++;
    PushProvider.request(
        port(),
        provider.process(),
        sentNs + provider.linkNs(),
        messageId,
        held.user(row),
        held.attempt(row) == HeldPushes.LATE,
        replyAtNs,
        row);
    recorder.stage(Stage.PUSH_QUEUE, nowNs(), sentNs - nowNs() - costNs, costNs);
  }

  /** Tells the requests of one push apart, and the push from others of the message. */
  private long occasion(int row) {
    return ((long) held.attempt(row) << 32) | held.user(row);
  }

  private void fallBack(int row) {
    recorder.count(Counter.PUSH_FALLBACKS, nowNs(), 1);
    if (config.fallback() == Fallback.SMS) {
      long atNs = nowNs() + config.smsLinkNs();
      SmsGateway.submit(port(), config.smsProcess(), atNs, held.messageId(row), held.user(row));
      sentAsSms++;
      held.release(row);
    } else if (lateWaiting < config.rules().capacity()) {
      lateWaiting++;
      held.attempt(row, 0, HeldPushes.LATE);
      port().at(nowNs() + config.lateAfterNs(), LATE, row, 0);
    } else {
      expire(row);
    }
  }

  private void expire(int row) {
    recorder.count(Counter.PUSH_EXPIRED, nowNs(), 1);
    expired++;
    device.expired(port(), nowNs() + device.leastNs(), held.messageId(row), held.user(row));
    held.release(row);
  }

  /** Carries out what the dispatcher decides; its pushes are rows of {@link #held}. */
  private final class Effects implements PushSink {
    @Override
    public void send(int dispatcherRow, long push, int attempt) {
      int row = (int) push;
      if (attempt > 1) {
        recorder.count(Counter.PUSH_RETRIES, nowNs(), 1);
      }
      held.attempt(row, dispatcherRow, attempt);
      request(row);
    }

    @Override
    public void scheduleRetry(int dispatcherRow, long atNs) {
      port().at(atNs, RETRY, dispatcherRow, 0);
    }

    @Override
    public void ended(long push, PushEnd end) {
      int row = (int) push;
      switch (end) {
        case ACCEPTED -> held.release(row);
        case FALLBACK -> fallBack(row);
        case EXPIRED, DROPPED, INVALID_TOKEN, ABANDONED -> expire(row);
      }
    }
  }
}
