package dev.haishin.model.push;

import dev.haishin.engine.Agenda;
import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.model.Groups;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import java.util.function.LongConsumer;

/**
 * A push service of a platform's maker, one for the whole world: it decides at a request's arrival
 * whether it takes it, and brings what it accepts to the device.
 *
 * <p>In this order: a request may fail (5xx); its device may have had its share of the minute or
 * the hour, or the bucket of collapsible messages be full, or the quota be used up (429); its token
 * may be void (410), which counts against the quota as facts.md N20 has it. An accepted request is
 * answered by nothing that anybody has to handle; everything else is told to the relay at the end
 * of the response time that the relay named. Requests come a cell at a time, before the first of
 * them would be here by itself, so that they are decided about in their order, each at its own
 * instant. A provider that has nothing to decide is not asked at all.
 */
public final class PushProvider extends LogicalProcess {
  private static final int REQUESTS = 0;
  private static final int CELL_ENDED = 1;
  private static final int NOT_ARMED = -1;
  private static final int DECIDE = 0;

  private final int channel;
  private final QuotaMeter quota;
  private final DeviceLimit devices;
  private final Device device;
  private final ProviderHealth health;
  private final Storage storage;
  private final Recorder recorder;
  private final PushCells cells;
  private final Agenda agenda = new Agenda();
  private final WaitingRequests waiting = new WaitingRequests();
  private final Refusals refusals = new Refusals();
  private long armedEndNs = Long.MAX_VALUE;
  private int ticket = NOT_ARMED;
  private long accepted;
  private long throttled;
  private long failed;
  private long unregistered;

  /**
   * A provider without load.
   *
   * @param channel {@link Channel#APNS} or {@link Channel#FCM}
   * @param health what it answers apart from its quota
   * @param cells in which relays hand requests on
   */
  public PushProvider(
      String name,
      long seed,
      int channel,
      ProviderPlan plan,
      ProviderHealth health,
      PushCells cells,
      Device device,
      Recorder recorder) {
    super(name, Groups.PROVIDERS);
    this.channel = channel;
    this.quota = new QuotaMeter(plan.quota());
    this.devices =
        new DeviceLimit(
            plan.rules().perDeviceMinute(),
            plan.rules().perDeviceHour(),
            plan.storage().isCollapsible());
    this.health = health;
    this.cells = cells;
    this.device = device;
    this.recorder = recorder;
    LastLeg lastLeg = new LastLeg(seed, plan.latency(), health, device, recorder);
    storage = new Storage(seed, plan.storage(), channel, agenda, lastLeg, device, recorder);
  }

  /** Sends the words attached since the last send as the requests of a rack in a cell. */
  static void request(Port from, int process, long atNs, long cellEndNs) {
    from.send(process, atNs, REQUESTS, cellEndNs, 0);
  }

  /** Requests accepted since the start. */
  public long accepted() {
    return accepted;
  }

  /** Requests refused since the start for want of quota, its own or a device's. */
  public long throttled() {
    return throttled;
  }

  /** Requests failed since the start. */
  public long failed() {
    return failed;
  }

  /** Requests to devices with a void token since the start. */
  public long unregistered() {
    return unregistered;
  }

  /** What has become of what it accepted. */
  Storage storage() {
    return storage;
  }

  /** Names every message that is held here between events; some more do no harm. */
  public void heldMessages(LongConsumer each) {
    waiting.heldMessages(each);
    storage.heldMessages(each);
  }

  @Override
  protected void receive(Event event) {
    if (event.kind() == REQUESTS) {
      int rack = refusals.rack(event.origin());
      for (int i = 0; i < Requests.count(event); i++) {
        agenda.add(Requests.atNs(event, i), 0, DECIDE, rack, waiting.take(event, i));
      }
    } else {
      ticket = NOT_ARMED;
      armedEndNs = Long.MAX_VALUE;
      while (agenda.takeBefore(cells.providedUntilNs(event.a()))) {
        step(agenda.kind(), agenda.host(), agenda.timeNs());
      }
      refusals.send(port(), nowNs() + cells.handOnNs());
      device.handOn(port());
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

  private void step(int kind, int host, long atNs) {
    switch (kind) {
      case Storage.WAKE -> storage.wake(port(), host, atNs);
      case Storage.LAPSE -> storage.lapse(port(), host, atNs);
      default -> decide((int) agenda.payload(), host, atNs);
    }
  }

  private void decide(int row, int rack, long atNs) {
    long messageId = waiting.messageId(row);
    long occasion = waiting.occasion(row);
    int user = Requests.user(occasion);
    if (health.fails(messageId, occasion, atNs)) {
      failed++;
      refuse(rack, row, RelayRack.FAILED);
    } else if (!devices.hasRoom(user, atNs) || !quota.take(atNs, health.quota(atNs))) {
      throttled++;
      recorder.count(counter(), atNs, 1);
      refuse(rack, row, RelayRack.REFUSED);
    } else if (health.isVoid(user)) {
      unregistered++;
      refuse(rack, row, RelayRack.VOID);
    } else {
      accepted++;
      devices.accepted(user, atNs);
      storage.accept(port(), messageId, occasion, atNs);
    }
    waiting.release(row);
  }

  private void refuse(int rack, int row, int step) {
    if (waiting.replyAtNs(row) != Requests.UNHEARD) {
      refusals.add(rack, waiting.replyAtNs(row), step, waiting.place(row));
    }
  }

  private Counter counter() {
    return channel == Channel.APNS ? Counter.PUSH_APNS_THROTTLED : Counter.PUSH_FCM_THROTTLED;
  }
}
