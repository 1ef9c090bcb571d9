package dev.haishin.model.push;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Event;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.model.Groups;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;

/**
 * The carrier's gateway for text messages, one for the whole world: they leave at a steady pace,
 * first come, first served, and arrive after a delay of their own.
 *
 * <p>It holds a limited number of messages; one that finds it full is refused and the push expires.
 * Not modelled: messages that never arrive (facts.md N64: 2 to 5%), segments, several carriers.
 */
public final class SmsGateway extends LogicalProcess {
  private static final int SUBMIT = 0;

  private final FifoStation sender = new FifoStation(1);
  private final long paceNs;
  private final long mostWaitNs;
  private final Distribution latency;
  private final long latencyKey;
  private final Device device;
  private final Recorder recorder;
  private long lastDepartureNs;
  private long sent;
  private long refused;

  /**
   * A gateway without load.
   *
   * @param paceNs nanoseconds between two messages
   * @param capacity messages held at most; a further one is refused
   * @param latency nanoseconds from leaving the gateway to the device, drawn by (message, user)
   */
  public SmsGateway(
      String name,
      long seed,
      long paceNs,
      int capacity,
      Distribution latency,
      Device device,
      Recorder recorder) {
    super(name, Groups.PROVIDERS);
    this.paceNs = paceNs;
    this.mostWaitNs = Math.multiplyExact(paceNs, (long) capacity);
    this.latency = latency;
    this.device = device;
    this.recorder = recorder;
    latencyKey = CounterHash.key(seed, "push.sms-latency", "");
  }

  /** Hands a text message to the gateway. */
  static void submit(Port from, int process, long atNs, long messageId, int user) {
    from.send(process, atNs, SUBMIT, messageId, user);
  }

  /** Messages that left or will leave the gateway, of those submitted so far. */
  public long sent() {
    return sent;
  }

  /** Messages refused since the start. */
  public long refused() {
    return refused;
  }

  @Override
  protected void receive(Event event) {
    long messageId = event.a();
    int user = (int) event.b();
    if (lastDepartureNs + paceNs - nowNs() > mostWaitNs) {
      refused++;
      recorder.count(Counter.PUSH_EXPIRED, nowNs(), 1);
      device.expired(port(), nowNs() + device.leastNs(), messageId, user);
      return;
    }
    sent++;
    lastDepartureNs = sender.arrive(nowNs(), paceNs);
    long drawnNs = latency.valueAt(CounterHash.bits(latencyKey, messageId, user));
    long atNs = lastDepartureNs + Math.max(device.leastNs(), drawnNs);
    device.pushed(port(), atNs, messageId, user, Channel.SMS);
    device.handOn(port());
  }
}
