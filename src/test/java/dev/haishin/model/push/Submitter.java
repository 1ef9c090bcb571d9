package dev.haishin.model.push;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;

/** A fan-out worker that submits pushes at set times, or as a Poisson stream. */
final class Submitter extends LogicalProcess {
  static final long LINK_NS = 100_000;

  private static final int SUBMIT = 0;
  private static final int NEXT = 1;

  private final PushRelays relays;
  private final RandomStream random;
  private Distribution gap;
  private long remaining;
  private long messages;

  Submitter(String name, long seed, PushRelays relays) {
    super(name, Groups.WORKERS);
    this.relays = relays;
    random = RandomStream.of(seed, "arrivals", name);
  }

  /** Has a push reach its relay at an instant. */
  void arrival(long atNs, long messageId, int user, int platform) {
    port().at(atNs - LINK_NS, SUBMIT, messageId, user | ((long) platform << 32));
  }

  /** Has so many pushes of messages 0, 1, ... to as many users submitted, at random times. */
  void stream(long count, Distribution gapNs) {
    gap = gapNs;
    remaining = count;
    port().at(gap.sample(random), NEXT, 0, 0);
  }

  @Override
  protected void receive(Event event) {
    if (event.kind() == SUBMIT) {
      submit(event.a(), (int) event.b(), (int) (event.b() >>> 32));
      return;
    }
    int user = (int) messages;
    submit(messages++, user, user & 1);
    if (--remaining > 0) {
      port().at(nowNs() + gap.sample(random), NEXT, 0, 0);
    }
  }

  private void submit(long messageId, int user, int platform) {
    PushRelay.submit(port(), relays.processOf(user), nowNs() + LINK_NS, messageId, user, platform);
  }
}
