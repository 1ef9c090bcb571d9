package dev.haishin.model.push;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.model.Groups;
import java.util.ArrayList;
import java.util.List;

/** All the devices of a test, noting what reaches them. */
final class Phones extends LogicalProcess implements Device {
  static final int EXPIRED = -1;
  static final long LEAST_NS = 1_000_000;

  private static final int PUSHED = 0;
  private static final int GIVEN_UP = 1;

  private final List<Arrival> arrivals = new ArrayList<>();
  private boolean silent;

  Phones() {
    super("tokyo/clients/0", Groups.CLIENTS);
  }

  /** Notes nothing from here on. */
  void silence() {
    silent = true;
  }

  List<Arrival> arrivals() {
    return arrivals;
  }

  long count(int channel) {
    return arrivals.stream().filter(arrival -> arrival.channel() == channel).count();
  }

  @Override
  public void pushed(Port from, long atNs, long messageId, int user, int channel) {
    from.send(id(), atNs, PUSHED, messageId, user | ((long) channel << 32));
  }

  @Override
  public void handOn(Port from) {}

  @Override
  public void expired(Port from, long atNs, long messageId, int user) {
    from.send(id(), atNs, GIVEN_UP, messageId, user);
  }

  @Override
  public long leastNs() {
    return LEAST_NS;
  }

  @Override
  protected void receive(Event event) {
    if (silent) {
      return;
    }
    int channel = event.kind() == PUSHED ? (int) (event.b() >>> 32) : EXPIRED;
    arrivals.add(new Arrival(nowNs(), event.a(), (int) event.b(), channel));
  }

  record Arrival(long atNs, long messageId, int user, int channel) {}
}
