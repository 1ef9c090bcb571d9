package dev.haishin.model;

import dev.haishin.engine.Distribution;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.population.ChatKind;
import dev.haishin.model.push.ProviderPlan;
import dev.haishin.model.push.PushCells;
import dev.haishin.results.View;
import java.util.List;

/**
 * A world to be built: everything that a run depends on, in the model's own terms.
 *
 * @param homes by region, null where the region is nobody's home
 * @param betweenNs one way between regions
 * @param jitter on top of a way between regions, nanoseconds; null for none
 * @param access one way between a client and its gateway
 * @param accessLoss share of the frames lost between a client and its gateway
 * @param accessRtoNs after which, and a round trip, a lost one is sent again
 * @param kinds of chats, and {@code shares} of the messages in each
 * @param locality share of a chat's members who live in the chat's region
 * @param code what delivers the messages
 * @param dedupWindowNs how long a worker remembers a message
 * @param routeTimeoutNs how long a worker waits for a gateway that does not answer
 * @param sms text messages: nanoseconds between two, and from gateway to device
 * @param mostEvents a run past it is stopped
 * @param views what expectations ask for
 */
public record WorldPlan(
    long seed,
    long durationNs,
    long warmupNs,
    List<RegionPlan> regions,
    List<HomePlan> homes,
    long sameZoneNs,
    long sameRegionNs,
    long[][] betweenNs,
    Distribution jitter,
    Distribution access,
    long accessFloorNs,
    double accessLoss,
    long accessRtoNs,
    ChatKind[] kinds,
    double[] shares,
    double locality,
    DeliveryCode code,
    long dedupWindowNs,
    long routeTimeoutNs,
    ProviderPlan apns,
    ProviderPlan fcm,
    long smsPaceNs,
    Distribution smsLatency,
    List<BroadcastPlan> broadcasts,
    List<HotChatPlan> hotChats,
    List<HotKeyPlan> hotKeys,
    List<FailurePlan> failures,
    List<View> views) {
  private static final long SHORTEST_LINK_NS = 10_000;

  /** The least latency between two hosts. */
  long hostLinkNs() {
    return Math.max(SHORTEST_LINK_NS, Math.min(sameZoneNs, sameRegionNs));
  }

  /** The cells of time in which pushes are handed on. */
  PushCells pushCells() {
    long providersNs = Math.min(apns.linkNs(), fcm.linkNs());
    return PushCells.of(hostLinkNs(), Math.max(sameZoneNs, sameRegionNs), providersNs)
        .handingOnWithin(accessFloorNs);
  }

  /**
   * One broadcast of an official account.
   *
   * @param audience people all over the world
   * @param perSecond how many are reached a second
   */
  public record BroadcastPlan(
      String name, long atNs, long audience, double perSecond, int payloadBytes) {}

  /**
   * Reads of one key of Redis beside what people do.
   *
   * @param region where it is read, from the cluster of the region's home
   * @param fromNs when it begins
   * @param untilNs when it ends, no later than the run
   */
  public record HotKeyPlan(int region, String key, double perSecond, long fromNs, long untilNs) {

    /** Reads that it is meant to add. */
    double reads() {
      return perSecond * (untilNs - fromNs) / 1e9;
    }
  }

  /**
   * Load on one chat beside what is spread over all.
   *
   * @param region the chat belongs to
   * @param kind by its place among the kinds
   * @param members that the chat should have; the nearest is taken
   * @param perSecond messages sent to it
   * @param fromNs when it begins
   * @param untilNs when it ends, no later than the run
   */
  public record HotChatPlan(
      int region, int kind, int members, double perSecond, long fromNs, long untilNs) {

    /** Messages that it is meant to add. */
    double messages() {
      return perSecond * (untilNs - fromNs) / 1e9;
    }
  }
}
