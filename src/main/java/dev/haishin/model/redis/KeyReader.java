package dev.haishin.model.redis;

import dev.haishin.delivery.SlotHash;
import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.model.Parts;
import dev.haishin.results.Counter;
import dev.haishin.results.Hottest;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.Recorder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/**
 * Other services of a region that read one key of the session directory's cluster over and over: a
 * Poisson stream of reads, each a request of its own. All of them go to the one shard that has the
 * key's slot, and queue there with the lookups of the people whose slots it has too.
 *
 * <p>Its answer, as long as a route, says nothing. Not modelled: the hosts the readers run on, and
 * clients that keep what they have read.
 */
public final class KeyReader extends LogicalProcess {
  private static final int NEXT = 0;
  private static final int FIRST_KIND = 8;

  private final SessionDirectory directory;
  private final RedisCluster cluster;
  private final String key;
  private final int slot;
  private final int standIn;
  private final String homeName;
  private final int region;
  private final long fromNs;
  private final long untilNs;
  private final double perNs;
  private final RandomStream random;
  private final long warmupNs;
  private final long measuredNs;
  private final Recorder recorder;
  private long reads;

  /**
   * Readers that have not read yet.
   *
   * @param region whose hosts they run on
   * @param home the region whose cluster has the key
   * @param homeName its name
   * @param key its name, hash tag included
   * @param perSecond reads a second, above 0
   * @param fromNs when they begin
   * @param untilNs when they end
   * @param warmupNs where the measured part of the run begins
   * @param endNs where it ends
   */
  public KeyReader(
      String name,
      Parts parts,
      RedisCluster cluster,
      int region,
      int home,
      String homeName,
      String key,
      double perSecond,
      long fromNs,
      long untilNs,
      long warmupNs,
      long endNs,
      Recorder recorder,
      long seed) {
    super(name, Groups.SOURCES);
    this.cluster = cluster;
    this.key = key;
    this.slot = SlotHash.slot(key.getBytes(StandardCharsets.UTF_8));
    this.standIn = ofSlot(slot);
    this.homeName = homeName;
    this.region = region;
    this.fromNs = fromNs;
    this.untilNs = untilNs;
    this.warmupNs = warmupNs;
    this.measuredNs = endNs - warmupNs;
    this.perNs = perSecond / 1e9;
    this.random = RandomStream.of(seed, "reads-of-a-hot-key", name);
    this.recorder = recorder;
    this.directory = parts.sessions(port(), FIRST_KIND, home, new Answers());
  }

  /** Schedules the first read; once, before the run. */
  public void start() {
    next(fromNs);
  }

  /** The slot with the shard that has it, and how often it was read in the measured part. */
  public Hottest hottest() {
    int shard = RedisCluster.shardOfSlot(slot, cluster.shards());
    return new Hottest(
        Hottest.SLOT,
        LatencyMetric.REDIS_HOT_READ.path(),
        homeName + "/redis/" + shard + " slot " + slot + " of key " + key,
        reads * 1e9 / measuredNs,
        OptionalDouble.empty());
  }

  @Override
  protected void receive(Event event) {
    if (directory.owns(event.kind())) {
      directory.receive(event);
      return;
    }
    directory.read(nowNs(), standIn);
    directory.flush();
    reads += nowNs() >= warmupNs ? 1 : 0;
    next(nowNs());
  }

  private void next(long afterNs) {
    double gapNs = -StrictMath.log1p(-random.nextDouble()) / perNs;
    long atNs = afterNs + (long) Math.min(gapNs, untilNs);
    if (atNs < untilNs) {
      port().at(atNs, NEXT, 0, 0);
    }
  }

  /** The least number of a user whose key has a slot: it names the slot on the way to a shard. */
  private static int ofSlot(int slot) {
    int user = 0;
    while (SlotHash.slotOfUser(user) != slot) {
      user++;
    }
    return user;
  }

  private final class Answers implements SessionDirectory.Sink {
    @Override
    public void route(long askedNs, int user, long route, long atNs) {
      recorder.latency(LatencyMetric.REDIS_HOT_READ, region, askedNs, atNs - askedNs);
    }

    @Override
    public void gaveUp(long askedNs, int user) {
      recorder.count(Counter.REDIS_READS_LOST, nowNs(), 1);
    }
  }
}
