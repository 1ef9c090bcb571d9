package dev.haishin.model.kafka;

import dev.haishin.results.Level;
import dev.haishin.results.Recorder;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * How far the group is behind on the partitions that a broker leads: the records between position
 * and high watermark, and how long the oldest of them has been readable.
 *
 * <p>While there is a lag, its age is looked at after an event of the broker, at most once in 100
 * ms; between two looks it is taken for constant.
 */
final class Lag {
  private static final long AGE_EVERY_NS = 100_000_000L;

  private final Recorder recorder;
  private final int host;
  private PartitionLeader[] leaders;
  private IntArrayList led;
  private long records;
  private long recorded;
  private long ageNs;
  private long nextAgeNs;

  Lag(Recorder recorder, int host) {
    this.recorder = recorder;
    this.host = host;
  }

  /** Says which partitions the broker leads. */
  void of(PartitionLeader[] byPartition, IntArrayList partitions) {
    leaders = byPartition;
    led = partitions;
  }

  /** The broker is down and leads nothing. */
  void clear(long nowNs) {
    records = 0;
    observe(nowNs);
  }

  /** Records became readable. */
  void readable(long count) {
    records += count;
  }

  /** Records were sent to the group. */
  void read(long count) {
    records -= count;
  }

  /** Records between position and high watermark. */
  long records() {
    return records;
  }

  /** Records the levels after an event. */
  void observe(long nowNs) {
    if (records != recorded) {
      recorded = records;
      recorder.level(Level.KAFKA_LAG, host, nowNs, records);
    }
    if (records == 0 && ageNs != 0) {
      recordAge(nowNs, 0);
    } else if (records != 0 && nowNs >= nextAgeNs) {
      nextAgeNs = nowNs + AGE_EVERY_NS;
      recordAge(nowNs, oldestAgeNs(nowNs));
    }
  }

  private void recordAge(long nowNs, long newAgeNs) {
    ageNs = newAgeNs;
    recorder.level(Level.KAFKA_LAG_AGE, host, nowNs, newAgeNs);
  }

  private long oldestAgeNs(long nowNs) {
    long oldestNs = nowNs;
    for (int i = 0; i < led.size(); i++) {
      PartitionLeader leader = leaders[led.getInt(i)];
      long position = leader.position();
      if (position < leader.log.highWatermark()) {
        oldestNs = Math.min(oldestNs, leader.log.sinceNs(position));
      }
    }
    return nowNs - oldestNs;
  }
}
