package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.failure.Outages;
import dev.haishin.results.RunResult;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.junit.jupiter.api.Test;

/**
 * A worker stands still while 1 MB/s is appended in records of 1 kB, and reads on after 40 s: 40 MB
 * behind, of which the page cache holds the last 10 MB. The disk does 10 MB/s, of which the writes
 * take 1 MB/s, so 9 MB/s are left to read 30 MB and what is appended and evicted meanwhile, 1 MB/s:
 * 30 / (9 - 1) = 3.75 s, in which 33.75 MB are read.
 */
class PageCacheTest {
  private static final int OVERHEAD =
      RecordAccumulator.BATCH_OVERHEAD_BYTES + Producer.RECORD_OVERHEAD_BYTES;
  private static final long STOPS_NS = 5 * SECOND;
  private static final long GOES_ON_NS = 45 * SECOND;
  private static final double MB = 1e6;
  private static final double CATCHES_UP_S = 3.75;

  @Test
  void readsFromDiskUntilItIsWithinTheCache() {
    KafkaLab lab = lab(10_000_000, 0);
    RunResult result = run(lab);
    double readBytes = value(result, "kafka.disk-read-bytes.count");
    assertEquals(33.75 * MB, readBytes, 0.01 * 33.75 * MB);
    // But for the ways of responses and fetches, the disk is full while that lasts, and has the
    // writes at 10% before and after.
    assertEquals(1, value(result, "kafka.disk.mean[46s..48s]"), 0.02);
    assertEquals(0.1, value(result, "kafka.disk.mean[30s..44s]"), 1e-3);
    assertEquals(0.1, value(result, "kafka.disk.mean[50s..59s]"), 1e-3);
    // A record from just within the cache comes when all before it have been read.
    long lastRead = STOPS_NS / MS + 33_750;
    double atS = (lab.worker[0].fetchedNs(lastRead) - GOES_ON_NS) / 1e9;
    assertEquals(CATCHES_UP_S, atS, 0.1);
    assertEquals(60_000, lab.worker[0].received, 5, "nothing is lost");
  }

  @Test
  void aSeekIsPaidForEachPartition() {
    long seekNs = 50 * MS;
    RunResult without = run(lab(10_000_000, 0));
    KafkaLab lab = lab(10_000_000, seekNs);
    RunResult with = run(lab);
    assertTrue(
        value(with, "kafka.disk-read-bytes.count") > value(without, "kafka.disk-read-bytes.count"));
    // 500 records a response: 50 ms to read them and 50 ms to find them.
    double misses = value(with, "kafka.cache-misses.count");
    double busyS =
        0.1 * 60 + misses * (seekNs / 1e9) + value(with, "kafka.disk-read-bytes.count") / (10 * MB);
    assertEquals(busyS, 60 * value(with, "kafka.disk.mean[0s..60s]"), 0.01 * busyS);
  }

  @Test
  void withinTheCacheNothingIsReadAndNothingTakesLonger() {
    KafkaLab never = lab(Long.MAX_VALUE, 0);
    run(never);
    KafkaLab enough = lab(40_500_000, 10 * MS);
    RunResult result = run(enough);
    assertEquals(0, value(result, "kafka.cache-misses.count"));
    assertEquals(never.worker[0].fetchedNs, enough.worker[0].fetchedNs);
  }

  @Test
  void stepsTakenTogetherComeToTheSame() {
    KafkaLab folded = lab(10_000_000, MS);
    folded.brokers = 3;
    folded.replication = 3;
    run(folded);
    KafkaLab single = lab(10_000_000, MS);
    single.brokers = 3;
    single.replication = 3;
    single.folds = false;
    run(single);
    assertEquals(folded.worker[0].fetchedNs, single.worker[0].fetchedNs);
    assertEquals(folded.worker[0].messages, single.worker[0].messages);
  }

  @Test
  void aBrokerThatDiesWhileItReadsAnswersNothing() {
    KafkaLab lab = lab(10_000_000, 0);
    lab.brokers = 3;
    lab.replication = 3;
    lab.groupReads = true;
    lab.outages = new Outages(3);
    lab.outages.add(0, GOES_ON_NS + SECOND, 2 * GOES_ON_NS, false);
    RunResult result = run(lab);
    assertTrue(value(result, "kafka.cache-misses.count") > 0);
    LongArrayList messages = lab.worker[0].messages;
    for (int i = 1; i < messages.size(); i++) {
      assertTrue(messages.getLong(i) <= messages.getLong(i - 1) + 1, "none is left out");
    }
    assertTrue(messages.getLong(messages.size() - 1) > 55_000, "it goes on at another broker");
    assertEquals(0, lab.lost.size());
  }

  private static KafkaLab lab(long cacheBytes, long seekNs) {
    KafkaLab lab = new KafkaLab();
    lab.brokers = 1;
    lab.replication = 1;
    lab.costs = new BrokerCosts(new Fixed(0), new Fixed(0), 0, 0, 10_000_000, seekNs, cacheBytes);
    return lab;
  }

  private static RunResult run(KafkaLab lab) {
    lab.build();
    for (int i = 0; i < 60_000; i++) {
      lab.producer[0].tap(i * MS, i, lab.keyOf(0), 1000 - OVERHEAD);
    }
    lab.worker[0].at(STOPS_NS, () -> lab.worker[0].consumer.pause(0));
    lab.worker[0].at(GOES_ON_NS, () -> lab.worker[0].consumer.resume(0));
    lab.simulation.runBefore(60 * SECOND);
    lab.rack.finishRun(60 * SECOND);
    return lab.result();
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
