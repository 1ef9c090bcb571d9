package dev.haishin.model;

import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.store.RecoveryRules;
import java.util.Arrays;

/**
 * The memory that messages take, from the plan alone: what duplicates are told by, what people
 * missed and have not yet asked for, who waits for a broadcast, and what waits while regions of a
 * home's store are closed.
 *
 * <p>Who is away comes back after an exponential time, so of what is missed at a constant rate over
 * a time t the share (1 - exp(-t/m)) m/t is still there at its end, m being how long people are
 * away on the mean.
 */
final class HeldMessages {
  private static final int BYTES_A_MESSAGE = 4;
  private static final int BYTES_A_MISSED_PAIR = 16;

  /** Records, pairs, operations on the store, events and their words: see the performance page. */
  private static final int BYTES_A_MESSAGE_HELD_UP = 255;

  /** 99% of the regions of a store that were closed are open after this quantile. */
  private static final long LONGEST_OF_MANY = 0xfd70a3d70a3d70a4L;

  private static final double NS_PER_SECOND = 1e9;

  private HeldMessages() {}

  /**
   * The most bytes that messages take in a run: at its end, or when the last region of a store
   * opens again.
   *
   * @param recipients of a message, on the mean
   */
  static double most(WorldPlan plan, double recipients) {
    double most = missedBytes(plan, recipients, plan.durationNs());
    for (FailurePlan failure : plan.failures()) {
      int home = closedHome(plan, failure);
      if (home >= 0) {
        long openNs = openNs(plan, home, failure);
        double heldUp = heldUp(plan, openNs) * BYTES_A_MESSAGE_HELD_UP;
        most = Math.max(most, heldUp + missedBytes(plan, recipients, openNs));
      }
    }
    return most + plan.broadcasts().size() * Estimate.users(plan) / Byte.SIZE;
  }

  /** Messages that wait for the store of any home just before an instant. */
  private static double heldUp(WorldPlan plan, long untilNs) {
    long[] sinceNs = new long[plan.homes().size()];
    Arrays.fill(sinceNs, untilNs);
    for (FailurePlan failure : plan.failures()) {
      int home = closedHome(plan, failure);
      if (home >= 0 && openNs(plan, home, failure) >= untilNs) {
        sinceNs[home] = Math.min(sinceNs[home], failure.atNs());
      }
    }
    double waiting = 0;
    for (int home = 0; home < sinceNs.length; home++) {
      waiting += sent(plan, home, sinceNs[home], untilNs);
    }
    return waiting;
  }

  private static double missedBytes(WorldPlan plan, double recipients, long untilNs) {
    double messages = 0;
    double missed = 0;
    for (RegionPlan region : plan.regions()) {
      double sent = sent(region, 0, untilNs);
      messages += sent;
      missed += sent * recipients * awayShare(region) * stillAway(plan, region, untilNs);
    }
    for (WorldPlan.BroadcastPlan broadcast : plan.broadcasts()) {
      missed += broadcast.atNs() < untilNs ? broadcast.audience() * meanAwayShare(plan) : 0;
    }
    for (WorldPlan.HotChatPlan hot : plan.hotChats()) {
      RegionPlan region = plan.regions().get(hot.region());
      double sent = hot.messages() * ((double) untilNs / plan.durationNs());
      messages += sent;
      missed += sent * (hot.members() - 1) * awayShare(region) * stillAway(plan, region, untilNs);
    }
    return messages * BYTES_A_MESSAGE + missed * BYTES_A_MISSED_PAIR;
  }

  private static double awayShare(RegionPlan region) {
    return 1 - region.clients().connectedShare();
  }

  private static double meanAwayShare(WorldPlan plan) {
    double away = 0;
    for (RegionPlan region : plan.regions()) {
      away += region.users() * awayShare(region);
    }
    return away / Estimate.users(plan);
  }

  /** Of what was missed since the start, the share whose people have not come back. */
  private static double stillAway(WorldPlan plan, RegionPlan region, long untilNs) {
    double connected = region.users() * region.clients().connectedShare();
    double sessions = Estimate.sessions(region, connected, plan.durationNs());
    if (sessions == 0) {
      return 1;
    }
    double awayNs = (region.users() - connected) * plan.durationNs() / sessions;
    return -StrictMath.expm1(-untilNs / awayNs) * awayNs / untilNs;
  }

  /** The home of which a failure closes regions of the store for a while, -1 if none. */
  private static int closedHome(WorldPlan plan, FailurePlan failure) {
    int home = -1;
    if (failure instanceof FailurePlan.ZoneLost lost) {
      home = lost.region();
    } else if (failure instanceof FailurePlan.HostsDown down
        && down.component() == Component.REGION_SERVERS) {
      home = down.region();
    }
    return home >= 0 && plan.homes().get(home) != null ? home : -1;
  }

  private static long openNs(WorldPlan plan, int home, FailurePlan failure) {
    RecoveryRules rules = plan.homes().get(home).store().recovery();
    long upNs =
        failure instanceof FailurePlan.ZoneLost lost
            ? lost.upNs()
            : ((FailurePlan.HostsDown) failure).upNs();
    long learntNs = Math.min(upNs, failure.atNs() + rules.sessionTimeoutNs());
    return Math.min(learntNs + rules.recovery().valueAt(LONGEST_OF_MANY), plan.durationNs());
  }

  /** Messages to chats of a home in a stretch of the run. */
  private static double sent(WorldPlan plan, int home, long fromNs, long untilNs) {
    double sent = 0;
    for (RegionPlan region : plan.regions()) {
      sent += region.home() == home ? sent(region, fromNs, untilNs) : 0;
    }
    return sent;
  }

  private static double sent(RegionPlan region, long fromNs, long untilNs) {
    double factor =
        Estimate.meanFactor(region.shape(), untilNs) * untilNs
            - Estimate.meanFactor(region.shape(), fromNs) * fromNs;
    return region.messagesPerSecond() * factor / NS_PER_SECOND;
  }
}
