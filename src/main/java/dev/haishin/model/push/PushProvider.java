package dev.haishin.model.push;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.model.Groups;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;

/**
 * A push service of a platform's maker, one for the whole world: it decides at a request's arrival
 * whether the quota still has room, and brings what it accepts to the device.
 *
 * <p>An accepted request is answered by nothing that anybody has to handle; a refused one (429) is
 * told to the relay at the end of the response time that the relay named.
 */
public final class PushProvider extends LogicalProcess {
  private static final int REQUEST = 0;
  private static final long LATE_BIT = 1L << 32;

  private final int channel;
  private final QuotaMeter quota;
  private final Distribution latency;
  private final long latencyKey;
  private final Device device;
  private final Recorder recorder;
  private long accepted;
  private long throttled;

  /**
   * A provider without load.
   *
   * @param channel {@link Channel#APNS} or {@link Channel#FCM}
   * @param latency nanoseconds from acceptance to the device, drawn by (message, recipient)
   */
  public PushProvider(
      String name,
      long seed,
      int channel,
      Quota quota,
      Distribution latency,
      Device device,
      Recorder recorder) {
    super(name, Groups.PROVIDERS);
    this.channel = channel;
    this.quota = new QuotaMeter(quota);
    this.latency = latency;
    this.device = device;
    this.recorder = recorder;
    latencyKey = CounterHash.key(seed, "push.latency", "");
  }

  /** Sends a request; a refusal comes back at {@code replyAtNs} with the relay's row. */
  static void request(
      Port from,
      int process,
      long atNs,
      long messageId,
      int user,
      boolean late,
      long replyAtNs,
      int row) {
    from.attach(replyAtNs);
    from.attach(row);
    from.send(process, atNs, REQUEST, messageId, user | (late ? LATE_BIT : 0));
  }

  /** Requests accepted since the start. */
  public long accepted() {
    return accepted;
  }

  /** Requests refused for want of quota since the start. */
  public long throttled() {
    return throttled;
  }

  @Override
  protected void receive(Event event) {
    if (quota.take(nowNs())) {
      accept(event.a(), (int) event.b(), (event.b() & LATE_BIT) != 0);
    } else {
      throttled++;
      recorder.count(counter(), nowNs(), 1);
      PushRelay.throttled(port(), event.origin(), event.word(0), (int) event.word(1));
    }
  }

  private void accept(long messageId, int user, boolean late) {
    accepted++;
    long drawnNs = latency.valueAt(CounterHash.bits(latencyKey, messageId, user));
    long latencyNs = Math.max(device.leastNs(), drawnNs);
    device.pushed(port(), nowNs() + latencyNs, messageId, user, late ? Channel.LATE : channel);
    recorder.stage(Stage.PUSH_PROVIDER, nowNs(), 0, latencyNs);
  }

  private Counter counter() {
    return channel == Channel.APNS ? Counter.PUSH_APNS_THROTTLED : Counter.PUSH_FCM_THROTTLED;
  }
}
