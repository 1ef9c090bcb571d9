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
  private static final int CELL_ENDED = 2;

  private final Submissions submissions;
  private final RandomStream random;
  private Distribution gap;
  private int platform;
  private long[] submittedNs = new long[0];
  private int messages;

  Submitter(String name, long seed, PushRelays relays) {
    super(name, Groups.WORKERS);
    submissions = new Submissions(port(), relays, CELL_ENDED);
    random = RandomStream.of(seed, "arrivals", name);
  }

  /** Has a push reach its relay at an instant. */
  void arrival(long atNs, long messageId, int user, int platform) {
    port().at(atNs - LINK_NS, SUBMIT, messageId, user | ((long) platform << 32));
  }

  /** Has so many pushes of messages 0, 1, ... to as many users submitted, at random times. */
  void stream(int count, Distribution gapNs, int toPlatform) {
    gap = gapNs;
    platform = toPlatform;
    submittedNs = new long[count];
    port().at(gap.sample(random), NEXT, 0, 0);
  }

  /** When a message of the stream reached its relay. */
  long arrivalNs(long messageId) {
    return submittedNs[(int) messageId] + LINK_NS;
  }

  @Override
  protected void receive(Event event) {
    if (event.kind() == SUBMIT) {
      submissions.add(event.a(), (int) event.b(), (int) (event.b() >>> 32), event.timeNs());
      return;
    }
    if (event.kind() == CELL_ENDED) {
      submissions.handOn();
      return;
    }
    submittedNs[messages] = nowNs();
    submissions.add(messages, messages, platform, port().nowNs());
    messages++;
    if (messages < submittedNs.length) {
      port().at(nowNs() + gap.sample(random), NEXT, 0, 0);
    }
  }
}
