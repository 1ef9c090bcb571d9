package dev.haishin.model.network;

import dev.haishin.engine.RandomStream;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;

/**
 * The frames that one process, a gateway or a client shard, sends over the last mile: they arrive
 * in order on each connection, behind one that was lost or held up and sent again.
 *
 * <p>Remembered is only which connections wait for a lost frame.
 */
public final class AccessLeg {
  private static final long SWEEP_NS = 60_000_000_000L;
  private static final int GENERATION_BITS = 16;

  private final AccessNetwork access;
  private final RandomStream losses;
  private final Recorder recorder;
  private final Long2LongOpenHashMap heldUntilNs = new Long2LongOpenHashMap();
  private long nextSweepNs = SWEEP_NS;

  AccessLeg(AccessNetwork access, RandomStream losses, Recorder recorder) {
    this.access = access;
    this.losses = losses;
    this.recorder = recorder;
  }

  /** When a frame arrives that leaves at an instant, which is not before that of earlier ones. */
  public long arrivalNs(int user, int generation, long sentNs) {
    long latencyNs = access.latencyNs(user, generation);
    if (losses == null && !access.mayBeCut()) {
      return sentNs + latencyNs;
    }
    long connection = (long) user << GENERATION_BITS | generation;
    long heldNs = heldUntilNs.get(connection);
    long lostNs = losses == null ? 0 : lostNs(latencyNs, sentNs);
    lostNs += access.cutDelayNs(user, sentNs, latencyNs);
    long atNs = Math.max(heldNs, sentNs + latencyNs + lostNs);
    if (lostNs > 0) {
      sweep(sentNs);
      heldUntilNs.put(connection, atNs);
    } else if (heldNs > 0 && heldNs < sentNs + latencyNs) {
      heldUntilNs.remove(connection);
    }
    return atNs;
  }

  /** How much later the last of so many frames comes, each sent when the one before has come. */
  public long handshakeDelayNs(int user, int generation, long nowNs, int frames) {
    long delayNs = 0;
    for (int i = 0; i < frames && losses != null; i++) {
      delayNs += lostNs(access.latencyNs(user, generation), nowNs);
    }
    return delayNs;
  }

  private long lostNs(long latencyNs, long nowNs) {
    int times = access.losses(losses);
    if (times == 0) {
      return 0;
    }
    recorder.count(Counter.WIRE_RETRANSMITS, nowNs, times);
    return access.delayNs(times, 2 * latencyNs);
  }

  private void sweep(long nowNs) {
    if (nowNs >= nextSweepNs) {
      nextSweepNs = nowNs + SWEEP_NS;
      heldUntilNs.values().removeIf(untilNs -> untilNs < nowNs);
    }
  }
}
