package dev.haishin.model.push;

import dev.haishin.engine.Agenda;
import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.model.Groups;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import java.util.function.LongConsumer;

/**
 * A push service of a platform's maker, one for the whole world: it decides at a request's arrival
 * whether the quota still has room, and brings what it accepts to the device.
 *
 * <p>An accepted request is answered by nothing that anybody has to handle; a refused one (429) is
 * told to the relay at the end of the response time that the relay named. Requests come a cell at a
 * time, before the first of them would be here by itself, so that they are decided about in their
 * order, each at its own instant. A provider without a quota is not asked at all.
 */
public final class PushProvider extends LogicalProcess {
  private static final int REQUESTS = 0;
  private static final int CELL_ENDED = 1;
  private static final int NOT_ARMED = -1;

  private final int channel;
  private final QuotaMeter quota;
  private final Distribution latency;
  private final long latencyKey;
  private final Device device;
  private final Recorder recorder;
  private final PushCells cells;
  private final Agenda agenda = new Agenda();
  private final WaitingRequests waiting = new WaitingRequests();
  private final Refusals refusals = new Refusals();
  private long armedEndNs = Long.MAX_VALUE;
  private int ticket = NOT_ARMED;
  private long accepted;
  private long throttled;

  /**
   * A provider without load.
   *
   * @param channel {@link Channel#APNS} or {@link Channel#FCM}
   * @param latency nanoseconds from acceptance to the device, drawn by (message, recipient)
   * @param cells in which relays hand requests on
   */
  public PushProvider(
      String name,
      long seed,
      int channel,
      Quota quota,
      Distribution latency,
      PushCells cells,
      Device device,
      Recorder recorder) {
    super(name, Groups.PROVIDERS);
    this.channel = channel;
    this.quota = new QuotaMeter(quota);
    this.latency = latency;
    this.cells = cells;
    this.device = device;
    this.recorder = recorder;
    latencyKey = CounterHash.key(seed, "push.latency", "");
  }

  /** Sends the words attached since the last send as the requests of a rack in a cell. */
  static void request(Port from, int process, long atNs, long cellEndNs) {
    from.send(process, atNs, REQUESTS, cellEndNs, 0);
  }

  /** Requests accepted since the start. */
  public long accepted() {
    return accepted;
  }

  /** Requests refused for want of quota since the start. */
  public long throttled() {
    return throttled;
  }

  /** Names every message that is held here between events; some more do no harm. */
  public void heldMessages(LongConsumer each) {
    waiting.heldMessages(each);
  }

  @Override
  protected void receive(Event event) {
    if (event.kind() == REQUESTS) {
      int rack = refusals.rack(event.origin());
      for (int i = 0; i < Requests.count(event); i++) {
        agenda.add(Requests.atNs(event, i), 0, 0, rack, waiting.take(event, i));
      }
    } else {
      ticket = NOT_ARMED;
      armedEndNs = Long.MAX_VALUE;
      while (agenda.takeBefore(cells.providedUntilNs(event.a()))) {
        decide((int) agenda.payload(), agenda.host(), agenda.timeNs());
      }
      refusals.send(port(), nowNs() + cells.handOnNs());
    }
    arm();
  }

  /** Waits for the cell with which the first request is decided about. */
  private void arm() {
    if (agenda.size() == 0) {
      return;
    }
    long endNs = cells.provideEndNs(agenda.nextNs());
    if (endNs < armedEndNs) {
      if (ticket != NOT_ARMED) {
        port().cancel(ticket);
      }
      armedEndNs = endNs;
      ticket = port().atCancellable(cells.provideNs(endNs), CELL_ENDED, endNs, 0);
    }
  }

  private void decide(int row, int rack, long atNs) {
    if (quota.take(atNs)) {
      accept(waiting.messageId(row), waiting.user(row), waiting.isLate(row), atNs);
    } else {
      throttled++;
      recorder.count(counter(), atNs, 1);
      refusals.add(rack, waiting.replyAtNs(row), waiting.place(row));
    }
    waiting.release(row);
  }

  private void accept(long messageId, int user, boolean late, long atNs) {
    accepted++;
    long drawnNs = latency.valueAt(CounterHash.bits(latencyKey, messageId, user));
    long latencyNs = Math.max(device.leastNs(), drawnNs);
    device.pushed(port(), atNs + latencyNs, messageId, user, late ? Channel.LATE : channel);
    recorder.stage(Stage.PUSH_PROVIDER, atNs, 0, latencyNs);
  }

  private Counter counter() {
    return channel == Channel.APNS ? Counter.PUSH_APNS_THROTTLED : Counter.PUSH_FCM_THROTTLED;
  }
}
