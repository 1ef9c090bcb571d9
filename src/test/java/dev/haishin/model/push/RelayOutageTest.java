package dev.haishin.model.push;

import static dev.haishin.model.push.PushWorld.COST_NS;
import static dev.haishin.model.push.PushWorld.LATENCY_NS;
import static dev.haishin.model.push.PushWorld.MS;
import static dev.haishin.model.push.PushWorld.PROVIDER_LINK_NS;
import static dev.haishin.model.push.PushWorld.RESPONSE_NS;
import static dev.haishin.model.push.PushWorld.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.Backoff;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.failure.Degradation;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.push.Phones.Arrival;
import dev.haishin.model.redis.Laws;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A relay that goes down takes its queue with it, and workers find their way round it. */
class RelayOutageTest {
  private static final long ALONE_NS = COST_NS + PROVIDER_LINK_NS + LATENCY_NS;

  private final PushWorld world = new PushWorld();

  @Test
  void theRetryQueueDiesWithTheRelayAndNobodyIsToldOfIt() {
    world.fcmQuota = Quota.of(0, 60 * SECOND);
    world.outages.add(0, 5 * SECOND, 6 * SECOND, false);
    world.build();
    for (int user = 0; user < 10; user++) {
      world.submitter.arrival(SECOND, 1, user, Channel.FCM);
    }
    world.run(100 * SECOND);
    world.rack.finishRun(100 * SECOND);
    assertEquals(List.of(), world.phones.arrivals());
    assertEquals(10, world.relay.tally().abandoned());
    assertEquals(0, world.relay.tally().held());
    assertEquals(10, world.fcm.throttled(), "nobody tries again");
    assertEquals(10, world.recorded.value("push.abandoned.count"));
    assertEquals(10 * 4.0 / 3_600, world.recorded.value("push.queue.mean"), 1e-6);
  }

  @Test
  void whatWasSentBeforeReachesItsDeviceAndWhatWaitsForAStreamDoesNot() {
    world.streams = 1;
    world.outages.add(0, SECOND + 60 * MS, 2 * SECOND, true);
    world.build();
    for (int user = 0; user < 3; user++) {
      world.submitter.arrival(SECOND, 1, user, Channel.APNS);
    }
    world.run(100 * SECOND);
    world.rack.finishRun(100 * SECOND);
    // The second request leaves when the first is answered, 50 ms later; the third never.
    assertEquals(
        List.of(
            new Arrival(SECOND + ALONE_NS, 1, 0, Channel.APNS),
            new Arrival(SECOND + RESPONSE_NS + ALONE_NS, 1, 1, Channel.APNS)),
        world.phones.arrivals());
    assertEquals(1, world.relay.tally().accepted());
    assertEquals(2, world.relay.tally().abandoned());
    assertEquals(2, world.relay.tally().requests());
  }

  @Test
  void aRefusalForTheRelayThatWasIsVoid() {
    world.fcmQuota = Quota.of(0, 60 * SECOND);
    world.attempts = 1;
    // Down while the refusal of the first push is on its way, and up again before it is there.
    world.outages.add(0, SECOND + 20 * MS, SECOND + 30 * MS, false);
    world.build();
    world.submitter.arrival(SECOND, 1, 1, Channel.FCM);
    world.submitter.arrival(SECOND + 40 * MS, 2, 2, Channel.FCM);
    world.run(100 * SECOND);
    world.rack.finishRun(100 * SECOND);
    long answeredNs = SECOND + 40 * MS + COST_NS + RESPONSE_NS;
    assertEquals(
        List.of(new Arrival(world.expiredNs(answeredNs), 2, 2, Phones.EXPIRED)),
        world.phones.arrivals());
    assertEquals(1, world.relay.tally().abandoned());
  }

  @Test
  void aWorkerWithoutARelayTriesAgainOnceATimeout() {
    world.outages.add(0, 900 * MS, 3_500 * MS, false);
    world.build();
    world.submitter.arrival(SECOND, 1, 1, Channel.APNS);
    world.run(100 * SECOND);
    // It leaves at 1 s less the link, knows of the crash by then, and tries again each second.
    assertEquals(
        List.of(new Arrival(4 * SECOND + ALONE_NS, 1, 1, Channel.APNS)), world.phones.arrivals());
  }

  @Test
  void aWorkerKeepsForEverWhatNoRelayWillTake() {
    world.outages.add(0, 900 * MS, Outages.NEVER, true);
    world.build();
    world.submitter.arrival(SECOND, 1, 1, Channel.APNS);
    world.run(100 * SECOND);
    assertEquals(List.of(), world.phones.arrivals());
    assertEquals(0, world.relay.tally().submitted());
  }

  @Test
  void everyPushIsInOnePlaceWheneverTheRelayFails() {
    RandomStream random = RandomStream.of(5, "test.outages", "relay");
    for (int round = 0; round < 20; round++) {
      PushWorld many = failing(1, round);
      long atNs = 0;
      for (int i = 0; i < 6; i++) {
        long downNs = atNs + 1 + random.nextInt(20_000) * MS;
        atNs = downNs + 1 + random.nextInt(10_000) * MS;
        many.outages.add(0, downNs, atNs, i % 2 == 0);
      }
      many.build();
      many.submitter.stream(2_000, Laws.exponential(SECOND / 20), Channel.FCM);
      many.run(600 * SECOND);
      many.rack.finishRun(600 * SECOND);
      RelayTally tally = many.relay.tally();
      assertEquals(2_000, tally.submitted());
      assertTrue(tally.abandoned() > 10);
      assertEquals(
          tally.submitted(),
          tally.accepted()
              + tally.sentAsSms()
              + tally.expired()
              + tally.abandoned()
              + tally.held());
      assertEquals(
          tally.requests(), many.fcm.accepted() + many.fcm.throttled() + many.fcm.failed());
      long reached = many.phones.count(Channel.FCM) + many.phones.count(Channel.SMS);
      assertTrue(reached >= tally.accepted() + many.sms.sent());
    }
  }

  @Test
  void theGroupingIntoPartitionsChangesNothing() {
    long one = digest(1, 1);
    assertEquals(one, digest(2, 1));
    assertEquals(one, digest(3, 1));
    assertNotEquals(one, digest(1, 2), "another seed is another run");
  }

  private static long digest(int partitions, long seed) {
    PushWorld world = failing(partitions, seed);
    world.outages.add(0, 20 * SECOND, 25 * SECOND, false);
    world.outages.add(0, 60 * SECOND, 63 * SECOND, true);
    world.build();
    world.submitter.stream(3_000, Laws.exponential(SECOND / 20), Channel.FCM);
    world.run(400 * SECOND);
    assertTrue(world.relay.tally().abandoned() > 10);
    return world.simulation.digest();
  }

  private static PushWorld failing(int partitions, long seed) {
    PushWorld world = new PushWorld();
    world.partitions = partitions;
    world.seed = seed;
    world.fcmQuota = Quota.of(10, 10 * SECOND);
    world.fcmTrouble =
        world.fcmTrouble.and(10 * SECOND, 80 * SECOND, new Degradation.Step(2, 0.3, 0.8));
    world.backoff = Backoff.FULL_JITTER;
    world.response = Laws.exponential(RESPONSE_NS);
    world.fallback = Fallback.SMS;
    world.giveUpAfterNs = 120 * SECOND;
    return world;
  }
}
