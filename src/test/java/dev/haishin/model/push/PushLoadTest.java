package dev.haishin.model.push;

import static dev.haishin.model.push.PushWorld.LATENCY_NS;
import static dev.haishin.model.push.PushWorld.RESPONSE_NS;
import static dev.haishin.model.push.PushWorld.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.haishin.delivery.Backoff;
import dev.haishin.model.push.Phones.Arrival;
import dev.haishin.model.redis.Laws;
import dev.haishin.model.redis.Replications;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Relays and providers under load: quotas, conservation, streams as a queue, determinism. */
class PushLoadTest {
  private static final long WINDOW_NS = 60 * SECOND;
  private static final int PER_WINDOW = 600;
  private static final long LONG_RESPONSE_NS = 1_000 * SECOND;

  @Test
  void theRateAcceptedIsTheQuotaInEveryWindowHoweverMuchIsOffered() {
    PushWorld world = overloaded();
    world.submitter.stream(6_000, Laws.exponential(SECOND / 20), Channel.FCM);
    world.run(3_600 * SECOND);
    int[] accepted = new int[60];
    for (Arrival arrival : world.phones.arrivals()) {
      if (arrival.channel() == Channel.FCM) {
        accepted[(int) ((arrival.atNs() - LATENCY_NS) / WINDOW_NS)]++;
      }
    }
    for (int window = 0; window < 5; window++) {
      assertEquals(PER_WINDOW, accepted[window], "window " + window);
    }
    for (int window = 5; window < accepted.length; window++) {
      assertTrue(accepted[window] <= PER_WINDOW, "window " + window);
    }
    assertTrue(world.fcm.throttled() > 6_000 - 5 * PER_WINDOW, "twice the quota was offered");
  }

  @Test
  void everyPushIsAcceptedHandedOnExpiredOrHeldAtAnyTime() {
    PushWorld world = overloaded();
    world.submitter.stream(6_000, Laws.exponential(SECOND / 20), Channel.FCM);
    for (long atNs = 0; atNs < 600 * SECOND; atNs += SECOND) {
      world.run(atNs);
      PushRelay relay = world.relay;
      assertEquals(
          relay.tally().submitted(),
          relay.tally().accepted()
              + relay.tally().sentAsSms()
              + relay.tally().expired()
              + relay.tally().held());
    }
    world.run(3_600 * SECOND);
    world.rack.finishRun(3_600 * SECOND);
    assertEquals(6_000, world.relay.tally().submitted());
    assertEquals(0, world.relay.tally().held());
    assertEquals(world.relay.tally().requests(), world.fcm.accepted() + world.fcm.throttled());
    assertEquals(world.relay.tally().accepted(), world.fcm.accepted());
    assertEquals(world.fcm.accepted(), world.phones.count(Channel.FCM));
    assertEquals(world.sms.sent(), world.phones.count(Channel.SMS));
    assertEquals(
        world.relay.tally().expired() + world.sms.refused(), world.phones.count(Phones.EXPIRED));
    assertTrue(world.sms.sent() > 0 && world.sms.refused() > 0);
    assertEquals(6_000, world.phones.arrivals().size());
  }

  @Test
  void streamsAreAnErlangQueue() {
    Replications waits = new Replications();
    for (int seed = 1; seed <= 20; seed++) {
      PushWorld world = new PushWorld();
      world.seed = seed;
      world.streams = 2;
      world.dispatchCost = Laws.fixed(0);
      world.rules = new ProviderRules(Long.MAX_VALUE, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE);
      // So long that the way there and back, below which no answer comes, does not tell.
      world.response = Laws.exponential(LONG_RESPONSE_NS);
      world.build();
      world.submitter.stream(44_000, Laws.exponential(LONG_RESPONSE_NS), Channel.APNS);
      world.run(70_000 * LONG_RESPONSE_NS);
      waits.add(meanWaitNs(world, 4_000) / LONG_RESPONSE_NS);
    }
    waits.assertAgreeWith(0.333333);
    waits.assertDifferFrom(0.176741);
  }

  @Test
  void theGroupingIntoPartitionsChangesNothing() {
    long one = digest(1, 1);
    assertEquals(one, digest(2, 1));
    assertEquals(one, digest(3, 1));
    assertNotEquals(one, digest(1, 2), "another seed is another run");
  }

  @Test
  void pushesAllocateNothing() {
    PushWorld world = overloaded();
    world.phones.silence();
    world.submitter.stream(200_000, Laws.exponential(SECOND / 20), Channel.FCM);
    world.run(2_000 * SECOND);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long events = world.simulation.dispatched();
    long before = threads.getCurrentThreadAllocatedBytes();
    world.run(3_600 * SECOND);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    events = world.simulation.dispatched() - events;
    assertTrue(events > 100_000, "too few events to tell: " + events);
    assertTrue(bytes < events / 10, bytes + " bytes for " + events + " events");
  }

  /** Waits of messages from a number on, each from the relay to the start of its request. */
  private static double meanWaitNs(PushWorld world, int firstMessage) {
    double sumNs = 0;
    int count = 0;
    for (Arrival arrival : world.phones.arrivals()) {
      if (arrival.messageId() >= firstMessage) {
        long arrivedNs = world.submitter.arrivalNs(arrival.messageId());
        sumNs += arrival.atNs() - LATENCY_NS - world.providerLinkNs - arrivedNs;
        count++;
      }
    }
    return sumNs / count;
  }

  private static long digest(int partitions, long seed) {
    PushWorld world = overloaded(partitions, seed);
    world.submitter.stream(3_000, Laws.exponential(SECOND / 20), Channel.FCM);
    world.run(400 * SECOND);
    assertTrue(world.phones.count(Channel.FCM) > 1_000);
    assertTrue(world.phones.count(Channel.SMS) > 10);
    return world.simulation.digest();
  }

  private static PushWorld overloaded() {
    return overloaded(1, 1);
  }

  /** A quota of 10 a second in windows of a minute; two minutes until text messages go out. */
  private static PushWorld overloaded(int partitions, long seed) {
    PushWorld world = new PushWorld();
    world.partitions = partitions;
    world.seed = seed;
    world.fcmQuota = Quota.of((double) PER_WINDOW / 60, WINDOW_NS);
    world.backoff = Backoff.FULL_JITTER;
    world.response = Laws.exponential(RESPONSE_NS);
    world.fallback = Fallback.SMS;
    world.giveUpAfterNs = 120 * SECOND;
    world.smsCapacity = 60;
    return world.build();
  }
}
