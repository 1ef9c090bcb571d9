package dev.haishin.model.push;

import static dev.haishin.model.push.PushWorld.COST_NS;
import static dev.haishin.model.push.PushWorld.LATENCY_NS;
import static dev.haishin.model.push.PushWorld.MS;
import static dev.haishin.model.push.PushWorld.PROVIDER_LINK_NS;
import static dev.haishin.model.push.PushWorld.RESPONSE_NS;
import static dev.haishin.model.push.PushWorld.SECOND;
import static dev.haishin.model.push.PushWorld.SMS_LATENCY_NS;
import static dev.haishin.model.push.PushWorld.SMS_LINK_NS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.model.push.Phones.Arrival;
import dev.haishin.model.redis.Laws;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The instants of a push on each of its ways, worked out by hand. */
class PushRelayTest {
  /** From a push's arrival at an idle relay to its arrival at the device. */
  private static final long ALONE_NS = COST_NS + PROVIDER_LINK_NS + LATENCY_NS;

  private static final Quota CLOSED = Quota.of(0, 60 * SECOND);

  private final PushWorld world = new PushWorld();

  @Test
  void anAcceptedPushTakesCostLinkAndLatency() {
    world.build();
    world.submitter.arrival(SECOND, 77, 7, Channel.APNS);
    world.submitter.arrival(2 * SECOND, 78, 8, Channel.FCM);
    world.run(10 * SECOND);
    assertEquals(
        List.of(
            new Arrival(SECOND + ALONE_NS, 77, 7, Channel.APNS),
            new Arrival(2 * SECOND + ALONE_NS, 78, 8, Channel.FCM)),
        world.phones.arrivals());
  }

  @Test
  void aPushCostsOneEventAndTheSharesOfItsCell() {
    world.fcmQuota = Quota.of(1_000, 0);
    world.build();
    for (int user = 0; user < 10; user++) {
      world.submitter.arrival(SECOND, 77, user, Channel.APNS);
      world.submitter.arrival(2 * SECOND, 78, user, Channel.FCM);
    }
    world.run(10 * SECOND);
    long taps = 20;
    long arrivals = 20;
    // The end of a cell at the worker, its submissions and its end at the relay.
    long handedOn = 2 * 3;
    long decided = 2;
    assertEquals(taps + arrivals + handedOn + decided, world.simulation.dispatched());
    assertEquals(0, world.apns.received(), "nobody asks a provider that never refuses");
    assertEquals(10, world.fcm.accepted());
  }

  @Test
  void aStreamIsHeldUntilTheAnswerIsBack() {
    world.streams = 2;
    world.cores = 1;
    world.build();
    for (int user = 0; user < 3; user++) {
      world.submitter.arrival(SECOND, 77, user, Channel.APNS);
    }
    world.run(10 * SECOND);
    long[] expectedNs = {
      SECOND + ALONE_NS, SECOND + COST_NS + ALONE_NS, SECOND + RESPONSE_NS + ALONE_NS
    };
    for (int user = 0; user < 3; user++) {
      assertEquals(expectedNs[user], world.phones.arrivals().get(user).atNs());
    }
  }

  @Test
  void anAnswerNeverComesBeforeTheWayThereAndBack() {
    world.response = Laws.fixed(1);
    world.streams = 1;
    world.build();
    world.submitter.arrival(SECOND, 77, 1, Channel.APNS);
    world.submitter.arrival(SECOND, 77, 2, Channel.APNS);
    world.run(10 * SECOND);
    assertEquals(SECOND + 2 * PROVIDER_LINK_NS + ALONE_NS, world.phones.arrivals().get(1).atNs());
  }

  @Test
  void aRefusedPushIsTriedAgainByThePolicyUntilTheWindowRefills() {
    world.fcmQuota = Quota.of(1.0 / 60, 60 * SECOND);
    world.build();
    world.submitter.arrival(SECOND, 1, 1, Channel.FCM);
    world.submitter.arrival(2 * SECOND, 2, 2, Channel.FCM);
    world.run(200 * SECOND);
    // Refused three times; base 10 s doubles: waits of 10, 20 and 40 s, each after an answer.
    long acceptedNs = 2 * SECOND + 3 * (COST_NS + RESPONSE_NS) + 70 * SECOND;
    assertEquals(
        List.of(
            new Arrival(SECOND + ALONE_NS, 1, 1, Channel.FCM),
            new Arrival(acceptedNs + ALONE_NS, 2, 2, Channel.FCM)),
        world.phones.arrivals());
    assertEquals(3, world.fcm.throttled());
    assertEquals(2, world.fcm.accepted());
  }

  @Test
  void expiresWhenAttemptsRunOut() {
    world.apnsQuota = CLOSED;
    world.attempts = 3;
    world.build();
    world.submitter.arrival(SECOND, 1, 1, Channel.APNS);
    world.run(200 * SECOND);
    long answeredNs = SECOND + 3 * (COST_NS + RESPONSE_NS) + 30 * SECOND;
    assertEquals(
        List.of(new Arrival(world.expiredNs(answeredNs), 1, 1, Phones.EXPIRED)),
        world.phones.arrivals());
    assertEquals(1, world.relay.tally().expired());
    assertEquals(0, world.relay.tally().held());
  }

  @Test
  void expiresAtTheDeadlineThoughAttemptsAreLeft() {
    world.apnsQuota = CLOSED;
    world.giveUpAfterNs = 25 * SECOND;
    world.build();
    world.submitter.arrival(SECOND, 1, 1, Channel.APNS);
    world.run(200 * SECOND);
    assertEquals(
        List.of(new Arrival(world.expiredNs(26 * SECOND), 1, 1, Phones.EXPIRED)),
        world.phones.arrivals());
    assertEquals(2, world.apns.throttled());
  }

  @Test
  void fallsBackToTextMessagesAtTheirPace() {
    world.apnsQuota = CLOSED;
    world.fallback = Fallback.SMS;
    world.giveUpAfterNs = 25 * SECOND;
    world.smsCapacity = 2;
    world.build();
    for (int user = 0; user < 3; user++) {
      world.submitter.arrival(SECOND, 1, user, Channel.APNS);
    }
    world.run(200 * SECOND);
    long refusedNs = 26 * SECOND + SMS_LINK_NS;
    long firstNs = refusedNs + SECOND + SMS_LATENCY_NS;
    assertEquals(
        List.of(
            new Arrival(refusedNs + Phones.LEAST_NS, 1, 2, Phones.EXPIRED),
            new Arrival(firstNs, 1, 0, Channel.SMS),
            new Arrival(firstNs + SECOND, 1, 1, Channel.SMS)),
        world.phones.arrivals());
    assertEquals(3, world.relay.tally().sentAsSms());
    assertEquals(2, world.sms.sent());
    assertEquals(1, world.sms.refused());
  }

  @Test
  void pushesOnceMoreLater() {
    world.fcmQuota = Quota.of(1.0 / 60, 60 * SECOND);
    world.fallback = Fallback.LATE_NOTIFICATION;
    world.attempts = 1;
    world.lateAfterNs = 90 * SECOND;
    world.build();
    for (int user = 0; user < 3; user++) {
      world.submitter.arrival(SECOND + user * MS, 1, user, Channel.FCM);
    }
    world.run(200 * SECOND);
    long againNs = SECOND + MS + COST_NS + RESPONSE_NS + 90 * SECOND;
    long refusedNs = againNs + MS + COST_NS + RESPONSE_NS;
    assertEquals(
        List.of(
            new Arrival(SECOND + ALONE_NS, 1, 0, Channel.FCM),
            new Arrival(world.expiredNs(refusedNs), 1, 2, Phones.EXPIRED),
            new Arrival(againNs + ALONE_NS, 1, 1, Channel.LATE)),
        world.phones.arrivals());
  }

  @Test
  void dropsWhatWaitedLongestWhenTheQueueIsFull() {
    world.apnsQuota = CLOSED;
    world.capacity = 2;
    world.build();
    for (int user = 0; user < 3; user++) {
      world.submitter.arrival(SECOND * (user + 1), 1, user, Channel.APNS);
    }
    world.run(4 * SECOND);
    assertEquals(
        List.of(new Arrival(world.expiredNs(3 * SECOND), 1, 0, Phones.EXPIRED)),
        world.phones.arrivals());
    assertEquals(2, world.relay.tally().held());
  }

  @Test
  void whatIsRefusedRetriedAndGivenUpIsCounted() {
    world.fcmQuota = CLOSED;
    world.apnsQuota = CLOSED;
    world.attempts = 3;
    world.build();
    for (int i = 0; i < 40; i++) {
      world.submitter.arrival(SECOND, i, i, i < 30 ? Channel.FCM : Channel.APNS);
    }
    world.run(3_600 * SECOND);
    assertEquals(90, world.recorded.value("push.fcm.throttled.count"));
    assertEquals(30, world.recorded.value("push.apns.throttled.count"));
    assertEquals(80, world.recorded.value("push.retries.count"));
    assertEquals(40, world.recorded.value("push.expired.count"));
    assertEquals(0, world.recorded.value("push.queue.last"));
    double heldSeconds = 40 * 30.15;
    assertEquals(heldSeconds / 3_600, world.recorded.value("push.queue.mean"), 1e-4);
  }

  @Test
  void stagesSplitTheWayToTheDevice() {
    world.streams = 1;
    world.build();
    for (int i = 0; i < 100; i++) {
      world.submitter.arrival(SECOND + i / 2 * SECOND, i, i, Channel.APNS);
    }
    world.run(3_600 * SECOND);
    world.rack.finishRun(3_600 * SECOND);
    assertEquals(RESPONSE_NS / 2.0, world.recorded.value("stage.push-queue.wait.mean"), 1);
    assertEquals(COST_NS, world.recorded.value("stage.push-queue.service.mean"), 1);
    assertEquals(LATENCY_NS, world.recorded.value("stage.push-provider.service.mean"), 1);
    assertEquals(0, world.recorded.value("push.queue.last"));
  }
}
