package dev.haishin.model.store;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;

/** A worker whose bursts of inbox writes form a Poisson stream, and how long they take. */
final class PutStream extends LogicalProcess {
  private static final int NEXT = 0;
  private static final int FIRST_KIND = 56;
  private static final int USERS = 1_000_000;

  private final StoreClient store;
  private final Distribution gap;
  private final int burst;
  private final long measuredFromNs;
  private final RandomStream random;
  private long messages;
  private long answers;
  private long sumNs;

  PutStream(
      String name,
      long seed,
      MessageStore layout,
      Network network,
      Distribution gap,
      int burst,
      long measuredFromNs) {
    super(name, Groups.WORKERS);
    this.gap = gap;
    this.burst = burst;
    this.measuredFromNs = measuredFromNs;
    random = RandomStream.of(seed, "arrivals", name);
    store = new StoreClient(port(), layout, network, FIRST_KIND, this::stored);
  }

  void start() {
    port().at(gap.sample(random), NEXT, 0, 0);
  }

  double meanNs() {
    return (double) sumNs / answers;
  }

  long answers() {
    return answers;
  }

  @Override
  protected void receive(Event event) {
    if (store.owns(event.kind())) {
      store.receive(event);
      return;
    }
    long message = messages++;
    for (int i = 0; i < burst; i++) {
      store.put(nowNs(), random.nextInt(USERS), message, 500);
    }
    store.flush();
    port().at(nowNs() + gap.sample(random), NEXT, 0, 0);
  }

  private void stored(long tag, int operation, long atNs) {
    if (tag >= measuredFromNs) {
      answers++;
      sumNs += atNs - tag;
    }
  }
}
