package dev.haishin.model;

import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.population.LoadShape;
import dev.haishin.model.population.People;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a run will take, before it is built: events and heap, from the plan alone.
 *
 * <p>The event counts a message, recipient and session are those of the model's own path at low
 * load; the bytes are those of its tables, and of what waits for the collector. The performance
 * page sets them beside what runs took, which is close enough to refuse a run that cannot fit. Of a
 * failure it counts the connections that come back, at the count an attempt that is accepted takes,
 * and what the loss of store servers holds up; not the attempts that are refused.
 *
 * @param events that processes receive
 * @param peopleBytes tables of people, connections and sessions, their timers, and an event for
 *     each connection that a failure moves
 * @param messageBytes messages, duplicates' memory, what people missed, and who waits for a
 *     broadcast
 * @param recordingBytes recorders, what is under way, what waits for the collector, and the rest
 */
public record Estimate(double events, long peopleBytes, long messageBytes, long recordingBytes) {
  private static final double EVENTS_A_MESSAGE = 6;
  private static final double EVENTS_A_RECIPIENT = 1.9;
  private static final double EVENTS_A_LIVE_PAIR = 2;
  private static final double EVENTS_A_PUSHED_PAIR = 1.3;
  private static final double EVENTS_A_RECEIPT = 3;
  private static final double EVENTS_A_READ = 3;
  private static final double EVENTS_A_SESSION = 10;
  private static final double EVENTS_A_RECONNECTION = 10.5;
  private static final int BYTES_A_USER = 20;
  private static final double BYTES_A_CONNECTION = 11.2;
  private static final double BYTES_ALLOCATED_A_CONNECTION = 10.8;
  private static final int BYTES_A_RECONNECTION = 40;
  private static final int BYTES_A_SESSION_TIMER = 8;
  private static final int BYTES_A_HOST_INTERVAL = 24;
  private static final int BYTES_OF_THE_REST = 40 << 20;
  private static final int BYTES_A_REGION = 4 << 20;
  private static final int BYTES_OF_A_TRACED_PAIR = 150;
  private static final double MOST_TRACED_PAIRS = 330_000;
  private static final int BYTES_A_MESSAGE_NOT_FREED = 27;

  /** Requests, pairs, events and words under way at the fastest, for a message a second. */
  private static final double BYTES_UNDER_WAY = 3_500;

  private static final int BYTES_ALLOCATED_AT_THE_START = 40 << 20;
  private static final int BYTES_ALLOCATED_AN_EVENT = 30;

  /** What the serial collector fills of a young generation that is half of the old one. */
  private static final double UNCOLLECTED_SHARE = 0.4;

  /** What tables that grow with messages leave behind as they grow: fits New Year at 1%. */
  private static final double LEFT_BEHIND_SHARE = 0.25;

  /** The most of both, in the 256 MiB to which the launcher limits it. */
  private static final double MOST_BYTES_UNCOLLECTED = 205 << 20;

  private static final int SHAPE_STEPS = 1000;
  private static final double NS_PER_SECOND = 1e9;

  /** The estimate of a plan. */
  public static Estimate of(WorldPlan plan) {
    double recipients = meanRecipients(plan);
    double events = 0;
    double people = 0;
    double connections = 0;
    double hosts = 0;
    for (int r = 0; r < plan.regions().size(); r++) {
      RegionPlan region = plan.regions().get(r);
      double sent = region.messagesPerSecond() * meanFactor(region.shape(), plan.durationNs());
      double taps = sent * plan.durationNs() / NS_PER_SECOND;
      double typing =
          region.messagesPerSecond() > 0
              ? region.typingPerSecond() / region.messagesPerSecond()
              : 0;
      events += taps * eventsAMessage(region, recipients, typing);
      double connected = region.users() * region.clients().mostConnected();
      double sessions = sessions(region, connected, plan.durationNs());
      events += sessions * EVENTS_A_SESSION;
      events +=
          wakes(plan, region, taps * stepsAMessage(region, recipients, typing) + 2 * sessions);
      people += (double) region.users() * BYTES_A_USER + connected * BYTES_A_CONNECTION;
      people += sessions > 0 ? connected * BYTES_A_SESSION_TIMER : 0;
      connections += connected;
      double moved = connected * shareMoved(plan, r);
      events += moved * EVENTS_A_RECONNECTION;
      people += moved * BYTES_A_RECONNECTION;
      hosts += region.gateways() * (2.0 + region.gateway().loops());
    }
    for (WorldPlan.BroadcastPlan broadcast : plan.broadcasts()) {
      events += broadcast.audience() * (2.0 + EVENTS_A_PUSHED_PAIR);
      events += broadcast.audience() * openingShare(plan) * EVENTS_A_SESSION;
    }
    for (WorldPlan.HotChatPlan hot : plan.hotChats()) {
      RegionPlan region = plan.regions().get(hot.region());
      events += hot.messages() * eventsAMessage(region, hot.members() - 1, 0);
    }
    for (WorldPlan.HotKeyPlan hot : plan.hotKeys()) {
      events += hot.reads() * EVENTS_A_READ;
    }
    double allocated =
        events * BYTES_ALLOCATED_AN_EVENT + connections * BYTES_ALLOCATED_A_CONNECTION;
    double intervals = Math.min(3600, plan.durationNs() / NS_PER_SECOND);
    double messages = HeldMessages.most(plan, recipients);
    double rest =
        BYTES_OF_THE_REST
            + (double) plan.regions().size() * BYTES_A_REGION
            + hosts * intervals * BYTES_A_HOST_INTERVAL
            + underWayBytes(plan, recipients);
    double uncollected =
        uncollectedBytes(people + messages + rest, allocated, messages * LEFT_BEHIND_SHARE);
    return new Estimate(events, (long) people, (long) messages, (long) (rest + uncollected));
  }

  private static double uncollectedBytes(double held, double allocated, double leftBehind) {
    double filled = Math.min(allocated, held * UNCOLLECTED_SHARE) + leftBehind;
    return Math.min(MOST_BYTES_UNCOLLECTED, Math.max(BYTES_ALLOCATED_AT_THE_START, filled));
  }

  /** What messages take that are on their way, or have been and are not yet freed or are traced. */
  private static double underWayBytes(WorldPlan plan, double recipients) {
    double messages = 0;
    double mostPerSecond = 0;
    for (RegionPlan region : plan.regions()) {
      LoadShape shape = region.shape();
      double perSecond = region.messagesPerSecond();
      messages += perSecond * meanFactor(shape, plan.durationNs()) * plan.durationNs();
      mostPerSecond += perSecond * factors(shape, plan.durationNs()).max().orElse(0);
    }
    messages /= NS_PER_SECOND;
    return Math.min(MessageSweep.WORTH_BYTES, messages * BYTES_A_MESSAGE_NOT_FREED)
        + Math.min(MOST_TRACED_PAIRS, messages * recipients) * BYTES_OF_A_TRACED_PAIR
        + mostPerSecond * BYTES_UNDER_WAY;
  }

  /** All of it. */
  public long heapBytes() {
    return peopleBytes + messageBytes + recordingBytes;
  }

  private static double eventsAMessage(RegionPlan region, double recipients, double typing) {
    double online = Math.max(0.01, region.clients().connectedShare());
    double live = EVENTS_A_LIVE_PAIR + EVENTS_A_RECEIPT * region.clients().receiptsPerDelivery();
    double pair = EVENTS_A_RECIPIENT + online * live + (1 - online) * EVENTS_A_PUSHED_PAIR;
    return EVENTS_A_MESSAGE + recipients * pair + typing * (1 + 2 * recipients * online);
  }

  /** What client shards do by themselves: see the decision on steps. */
  private static double stepsAMessage(RegionPlan region, double recipients, double typing) {
    double online = region.clients().connectedShare();
    double small = typing + region.clients().receiptsPerDelivery();
    return 1 + typing + recipients * (1 - online + online * small);
  }

  /**
   * Events with which shards wake themselves for steps, of broadcasts too: none comes while one is
   * due.
   */
  private static double wakes(WorldPlan plan, RegionPlan region, double stepsOfChats) {
    double steps = stepsOfChats;
    for (WorldPlan.BroadcastPlan broadcast : plan.broadcasts()) {
      steps += broadcast.audience() * (double) region.users() / users(plan);
    }
    double shardNs = (double) People.shardsOf(region.users()) * plan.durationNs();
    return steps > 0 ? shardNs / (plan.accessFloorNs() / 2.0 + shardNs / steps) : 0;
  }

  static double users(WorldPlan plan) {
    return plan.regions().stream().mapToDouble(RegionPlan::users).sum();
  }

  /** How many sessions begin in a region in a run. */
  static double sessions(RegionPlan region, double connected, long durationNs) {
    if (region.clients().starts() != null) {
      return region.users() * region.clients().starts().sessionsAUser();
    }
    double share = region.clients().connectedShare();
    boolean moves = region.clients().online() != null && share > 0 && share < 1;
    return moves ? connected * durationNs / region.clients().online().mean() : 0;
  }

  /** The share of an audience that is offline and opens the app. */
  private static double openingShare(WorldPlan plan) {
    double opening = 0;
    double users = 0;
    for (RegionPlan region : plan.regions()) {
      double offline = 1 - region.clients().connectedShare();
      opening += region.users() * offline * region.clients().opensShare();
      users += region.users();
    }
    return opening / users;
  }

  /** How often a connection of a region is lost to the failures of a run, on the mean. */
  private static double shareMoved(WorldPlan plan, int region) {
    double gateways = plan.regions().get(region).gateways();
    double share = 0;
    for (FailurePlan failure : plan.failures()) {
      if (failure instanceof FailurePlan.HostsDown down
          && down.component() == Component.GATEWAYS
          && down.region() == region) {
        share += down.hosts().length / gateways;
      } else if (failure instanceof FailurePlan.HostsDrained drained
          && drained.region() == region) {
        share += drained.hosts().length / gateways;
      } else if (failure instanceof FailurePlan.ZoneLost lost && lost.region() == region) {
        share += 1.0 / plan.regions().get(region).zones();
      } else if (failure instanceof FailurePlan.CarrierDown down && down.region() == region) {
        share += down.share();
      }
    }
    return share;
  }

  private static double meanRecipients(WorldPlan plan) {
    double mean = 0;
    for (int k = 0; k < plan.kinds().length; k++) {
      mean += plan.shares()[k] * (plan.kinds()[k].sizeLaw().mean() - 1);
    }
    return mean;
  }

  static double meanFactor(LoadShape shape, long durationNs) {
    return factors(shape, durationNs).average().orElse(0);
  }

  /** The factors of a shape at instants all over a run. */
  private static DoubleStream factors(LoadShape shape, long durationNs) {
    return IntStream.range(0, SHAPE_STEPS)
        .mapToDouble(i -> shape.factor((long) ((i + 0.5) / SHAPE_STEPS * durationNs)));
  }
}
