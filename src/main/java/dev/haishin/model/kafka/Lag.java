package dev.haishin.model.kafka;

import dev.haishin.results.Level;
import dev.haishin.results.Recorder;

/**
 * How far the group is behind on the partitions that a broker leads: the records between position
 * and high watermark, and how long the oldest of them has been readable.
 *
 * <p>The age is looked at with changes of the lag, at most once in 100 ms: between two looks it is
 * taken for constant.
 */
final class Lag {
  private static final long AGE_EVERY_NS = 100_000_000L;

  private final Recorder recorder;
  private final int host;
  private PartitionLeader[] leaders = new PartitionLeader[0];
  private long records;
  private long recorded;
  private long nextAgeNs;

  Lag(Recorder recorder, int host) {
    this.recorder = recorder;
    this.host = host;
  }

  /** Says which partitions the broker leads. */
  void of(PartitionLeader[] led) {
    leaders = led;
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

  /** Records the level after an event, if it changed. */
  void observe(long nowNs) {
    if (records == recorded) {
      return;
    }
    recorded = records;
    recorder.level(Level.KAFKA_LAG, host, nowNs, records);
    if (nowNs >= nextAgeNs) {
      nextAgeNs = nowNs + AGE_EVERY_NS;
      recorder.level(Level.KAFKA_LAG_AGE, host, nowNs, oldestAgeNs(nowNs));
    }
  }

  private long oldestAgeNs(long nowNs) {
    long oldestNs = nowNs;
    for (PartitionLeader leader : leaders) {
      long position = leader.position();
      if (position < leader.log.highWatermark()) {
        oldestNs = Math.min(oldestNs, leader.log.sinceNs(position));
      }
    }
    return nowNs - oldestNs;
  }
}
