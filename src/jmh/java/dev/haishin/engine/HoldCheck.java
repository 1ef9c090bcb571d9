package dev.haishin.engine;

import java.util.function.Supplier;

/**
 * Whether a queue takes events in the order of {@link HeapQueue}: a small hold model in which many
 * events share an instant, often that of the last one taken, and come from several origins.
 */
final class HoldCheck {
  /** For how many pending events, and for which mean delay, the queue checked is to be made. */
  static final int PENDING = 1000;

  static final double MEAN_NS = 1 << 20;

  private static final int TAKEN = 50 * PENDING;
  private static final int ORIGINS = 16;
  private static final long TICK_NS = (1 << 20) / 64;
  private static final int ONE_IN_FAR = 50;
  private static final int FAR_BITS = 16;

  private final RandomStream random = RandomStream.of(1, "hold", "check");
  private final ExponentialNs delayNs = new ExponentialNs(MEAN_NS);
  private final HeapQueue expected = new HeapQueue();
  private final Event expectedEvent = new Event();
  private final Event event = new Event();
  private final HoldQueue queue;
  private final boolean farFuture;
  private long sequence;

  private HoldCheck(HoldQueue queue, boolean farFuture) {
    this.queue = queue;
    this.farFuture = farFuture;
  }

  /**
   * Throws if the order is not that of the heap.
   *
   * @param queue makes one for {@link #PENDING} events and delays of {@link #MEAN_NS}
   * @param farFuture whether a second queue is to hold events that lie many thousand means ahead
   */
  static void check(Supplier<HoldQueue> queue, boolean farFuture) {
    new HoldCheck(queue.get(), false).run();
    if (farFuture) {
      new HoldCheck(queue.get(), true).run();
    }
  }

  private void run() {
    for (int i = 0; i < PENDING; i++) {
      addAfter(0);
    }
    for (int i = 0; i < TAKEN; i++) {
      take();
      addAfter(event.timeNs);
    }
    while (expected.size() > 0) {
      take();
    }
  }

  private void addAfter(long nowNs) {
    long timeNs = nowNs + delayNs.of(random.nextLong());
    if (random.nextInt(2) == 0) {
      timeNs = Math.max(nowNs, timeNs - timeNs % TICK_NS);
    }
    if (farFuture && random.nextInt(ONE_IN_FAR) == 0) {
      timeNs += (long) random.nextInt(1 << FAR_BITS) << random.nextInt(2 * FAR_BITS);
    }
    long key = (long) random.nextInt(ORIGINS) << Envelope.SEQUENCE_BITS | sequence++;
    long envelope = random.nextLong();
    long a = random.nextLong();
    long b = random.nextLong();
    expected.add(timeNs, key, envelope, a, b);
    queue.add(timeNs, key, envelope, a, b);
  }

  private void take() {
    expected.pollBefore(Long.MAX_VALUE, expectedEvent);
    queue.take(event);
    if (!same(event, expectedEvent)) {
      throw new IllegalStateException(
          "Order differs from the heap's: at %d ns with key %d, and not at %d ns with key %d"
              .formatted(event.timeNs, event.key, expectedEvent.timeNs, expectedEvent.key));
    }
  }

  private static boolean same(Event one, Event other) {
    return one.timeNs == other.timeNs
        && one.key == other.key
        && one.envelope == other.envelope
        && one.a == other.a
        && one.b == other.b;
  }
}
