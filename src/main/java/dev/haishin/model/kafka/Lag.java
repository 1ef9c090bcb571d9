package dev.haishin.model.kafka;

import dev.haishin.results.Level;
import dev.haishin.results.Recorder;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * How far the group is behind on the partitions that a broker leads: the records between position
 * and high watermark, those of the partition that is furthest behind, and how long the oldest of
 * them has been readable.
 *
 * <p>While there is a lag, its age and that partition are looked at after an event of the broker,
 * at most once in 100 ms; between two looks they are taken for constant.
 */
final class Lag {
  private static final long LOOK_EVERY_NS = 100_000_000L;

  private final Recorder recorder;
  private final int host;
  private PartitionLeader[] leaders;
  private IntArrayList led;
  private long records;
  private long recorded;
  private long oldestNs;
  private long furthest;
  private long ageNs;
  private long nextLookNs;

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
    if (records == 0 && (ageNs != 0 || furthest != 0)) {
      furthest = 0;
      record(nowNs, 0);
    } else if (records != 0 && nowNs >= nextLookNs) {
      nextLookNs = nowNs + LOOK_EVERY_NS;
      look(nowNs);
      record(nowNs, nowNs - oldestNs);
    }
  }

  private void record(long nowNs, long newAgeNs) {
    ageNs = newAgeNs;
    recorder.level(Level.KAFKA_LAG_AGE, host, nowNs, newAgeNs);
    recorder.level(Level.KAFKA_PARTITION_LAG, host, nowNs, furthest);
  }

  private void look(long nowNs) {
    oldestNs = nowNs;
    furthest = 0;
    for (int i = 0; i < led.size(); i++) {
      PartitionLeader leader = leaders[led.getInt(i)];
      long position = leader.position();
      long behind = leader.log.highWatermark() - position;
      if (behind > 0) {
        oldestNs = Math.min(oldestNs, leader.log.sinceNs(position));
        furthest = Math.max(furthest, behind);
      }
    }
  }
}
