package dev.haishin.model.network;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.RandomStream;
import dev.haishin.results.Recorder;
import java.util.function.IntFunction;

/**
 * The last mile: one-way latency between a client and its gateway, a constant of the connection
 * (user, generation), so that a connection's frames keep their order; and frames lost on the way.
 *
 * <p>A lost frame is sent again by TCP after its retransmission time-out: {@code rto} and the round
 * trip, twice as long each time (RFC 6298), {@value #MOST_LOSSES} times at most. Those behind it
 * wait for it.
 *
 * <p>Who is connected to another region's gateway has the way between the regions on top of it. A
 * cut between the two holds frames up in the same manner, until one that is sent again passes.
 */
public final class AccessNetwork {
  private static final int MOST_LOSSES = 7;
  private static final long MEDIAN = Long.MIN_VALUE;

  private final Distribution law;
  private final long floorNs;
  private final double loss;
  private final long rtoNs;
  private final long seed;
  private final long key;
  private final long beatKey;
  private final IntFunction<RegionWay> ways;
  private final boolean isFar;
  private final boolean mayBeCut;

  /** A last mile of a seed that loses nothing. */
  public AccessNetwork(Distribution law, long floorNs, long seed) {
    this(law, floorNs, 0, 1, seed);
  }

  /**
   * The last mile of a seed.
   *
   * @param law one-way latency, nanoseconds
   * @param floorNs no connection is faster
   * @param loss share of the frames that are lost, retransmissions too
   * @param rtoNs first time-out of a retransmission beyond the round trip
   */
  public AccessNetwork(Distribution law, long floorNs, double loss, long rtoNs, long seed) {
    this(law, floorNs, loss, rtoNs, seed, user -> RegionWay.NONE, false, false);
  }

  private AccessNetwork(
      Distribution law,
      long floorNs,
      double loss,
      long rtoNs,
      long seed,
      IntFunction<RegionWay> ways,
      boolean isFar,
      boolean mayBeCut) {
    this.law = law;
    this.floorNs = floorNs;
    this.loss = loss;
    this.rtoNs = rtoNs;
    this.seed = seed;
    this.ways = ways;
    this.isFar = isFar;
    this.mayBeCut = mayBeCut;
    this.key = CounterHash.key(seed, "access-latency", "");
    this.beatKey = CounterHash.key(seed, "access-loss-of-beats", "");
  }

  /** One way for one connection, nanoseconds. */
  public long latencyNs(int user, int generation) {
    long lastMileNs = Math.max(floorNs, law.valueAt(CounterHash.bits(key, user, generation)));
    return lastMileNs + ways.apply(user).ns();
  }

  /**
   * The same last mile where a gateway may stand in another region than the user.
   *
   * @param wayOf a user: the way between the two regions
   * @param mayBeCut whether any of these ways is ever cut
   */
  public AccessNetwork beyond(IntFunction<RegionWay> wayOf, boolean mayBeCut) {
    return new AccessNetwork(law, floorNs, loss, rtoNs, seed, wayOf, true, mayBeCut);
  }

  /** Whether a gateway may stand in another region than the user. */
  public boolean isFar() {
    return isFar;
  }

  /** Whether frames may be held up because regions are parted. */
  public boolean mayBeCut() {
    return mayBeCut;
  }

  /** How much later what a user sends or is sent at an instant leaves for good, nanoseconds. */
  public long cutDelayNs(int user, long sentNs, long latencyNs) {
    return mayBeCut ? ways.apply(user).passesNs(sentNs, rtoNs + 2 * latencyNs) - sentNs : 0;
  }

  /** The least latency of any connection, nanoseconds. */
  public long floorNs() {
    return floorNs;
  }

  /** Whether frames are lost. */
  public boolean loses() {
    return loss > 0;
  }

  /** The way of the frames that one process sends over the last mile. */
  public AccessLeg leg(String process, Recorder recorder) {
    RandomStream losses = loses() ? RandomStream.of(seed, "access-loss", process) : null;
    return new AccessLeg(this, losses, recorder);
  }

  /** How much later a beat comes that should arrive at an instant, nanoseconds; round trip p50. */
  public long beatDelayNs(int user, long atNs) {
    long bits = CounterHash.bits(beatKey, user, atNs);
    double drawn = (bits >>> 11) * 0x1.0p-53;
    if (drawn >= loss) {
      return 0;
    }
    int losses = 1;
    double threshold = loss * loss;
    while (losses < MOST_LOSSES && drawn < threshold) {
      losses++;
      threshold *= loss;
    }
    return delayNs(losses, 2 * (Math.max(floorNs, law.valueAt(MEDIAN)) + ways.apply(user).ns()));
  }

  /** How often a frame is lost. */
  int losses(RandomStream stream) {
    int losses = 0;
    while (losses < MOST_LOSSES && stream.nextDouble() < loss) {
      losses++;
    }
    return losses;
  }

  /** How much later a frame comes that was lost so often, nanoseconds. */
  long delayNs(int losses, long roundTripNs) {
    return ((1L << losses) - 1) * (rtoNs + roundTripNs);
  }
}
