package dev.haishin.model.redis;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;

/** A gateway whose bursts of look-ups form a Poisson stream, and how long their answers take. */
final class LookupStream extends LogicalProcess {
  private static final int NEXT = 0;
  private static final int FIRST_KIND = 48;

  private final SessionDirectory directory;
  private final Distribution gap;
  private final int burst;
  private final int users;
  private final long measuredFromNs;
  private final RandomStream random;
  private long answers;
  private long sumNs;

  LookupStream(
      String name,
      long seed,
      RedisCluster cluster,
      Network network,
      Distribution gap,
      int burst,
      int users,
      long measuredFromNs) {
    super(name, Groups.GATEWAYS);
    this.gap = gap;
    this.burst = burst;
    this.users = users;
    this.measuredFromNs = measuredFromNs;
    random = RandomStream.of(seed, "arrivals", name);
    directory = new SessionDirectory(port(), cluster, network, FIRST_KIND, 64, this::answered);
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
    if (directory.owns(event.kind())) {
      directory.receive(event);
      return;
    }
    for (int i = 0; i < burst; i++) {
      directory.lookup(nowNs(), random.nextInt(users));
    }
    directory.flush();
    port().at(nowNs() + gap.sample(random), NEXT, 0, 0);
  }

  private void answered(long tag, int user, long route, long atNs) {
    if (tag >= measuredFromNs) {
      answers++;
      sumNs += atNs - tag;
    }
  }
}
