package dev.haishin.model.push;

import static dev.haishin.model.push.PushWorld.COST_NS;
import static dev.haishin.model.push.PushWorld.LATENCY_NS;
import static dev.haishin.model.push.PushWorld.PROVIDER_LINK_NS;
import static dev.haishin.model.push.PushWorld.RESPONSE_NS;
import static dev.haishin.model.push.PushWorld.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.Backoff;
import dev.haishin.delivery.BreakerRules;
import dev.haishin.model.failure.Degradation;
import dev.haishin.model.failure.Degradation.Step;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.push.Phones.Arrival;
import dev.haishin.model.redis.Laws;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that are slow, fail, throttle, or do not know a device: hand-worked. */
class ProviderTroubleTest {
  private static final long ALONE_NS = COST_NS + PROVIDER_LINK_NS + LATENCY_NS;
  private static final Step FAILING = new Step(1, 1, 1);

  private final PushWorld world = new PushWorld();

  @ParameterizedTest
  @ValueSource(ints = {Channel.APNS, Channel.FCM})
  void aFailedRequestIsTriedAgainWhenTheProviderIsBack(int platform) {
    // Apple's service is not asked, Google's is: they answer the same.
    world.fcmQuota = Quota.of(1_000, 0);
    trouble(SECOND, 20 * SECOND, FAILING);
    world.build();
    world.submitter.arrival(2 * SECOND, 1, 1, platform);
    world.run(100 * SECOND);
    // Fails at 2 s and 12 s, for the first wait is 10 s; the second is 20 s.
    long thirdNs = 2 * SECOND + 2 * (COST_NS + RESPONSE_NS) + 30 * SECOND;
    assertEquals(List.of(new Arrival(thirdNs + ALONE_NS, 1, 1, platform)), world.phones.arrivals());
    String name = platform == Channel.APNS ? "apns" : "fcm";
    assertEquals(2, world.recorded.value("push." + name + ".errors.count"));
  }

  @Test
  void slownessHoldsTheStreamAndDelaysTheDevice() {
    world.streams = 1;
    trouble(0, 10 * SECOND, new Step(10, 0, 1));
    world.build();
    world.submitter.arrival(SECOND, 1, 1, Channel.APNS);
    world.submitter.arrival(SECOND, 1, 2, Channel.APNS);
    world.submitter.arrival(20 * SECOND, 1, 3, Channel.APNS);
    world.run(100 * SECOND);
    long slowNs = COST_NS + PROVIDER_LINK_NS + 10 * LATENCY_NS;
    assertEquals(
        List.of(
            new Arrival(SECOND + slowNs, 1, 1, Channel.APNS),
            new Arrival(SECOND + 10 * RESPONSE_NS + slowNs, 1, 2, Channel.APNS),
            new Arrival(20 * SECOND + ALONE_NS, 1, 3, Channel.APNS)),
        world.phones.arrivals());
  }

  @ParameterizedTest
  @ValueSource(ints = {Channel.APNS, Channel.FCM})
  void anAnswerThatComesTooLateCountsAsAFailureThoughTheProviderAccepted(int platform) {
    world.fcmQuota = Quota.of(1_000, 0);
    world.rules = new ProviderRules(300_000_000, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE);
    trouble(0, 5 * SECOND, new Step(10, 0, 1));
    world.build();
    world.submitter.arrival(SECOND, 1, 1, platform);
    world.run(100 * SECOND);
    world.rack.finishRun(100 * SECOND);
    long againNs = SECOND + COST_NS + 300_000_000 + 10 * SECOND;
    assertEquals(
        List.of(
            new Arrival(SECOND + COST_NS + PROVIDER_LINK_NS + 10 * LATENCY_NS, 1, 1, platform),
            new Arrival(againNs + ALONE_NS, 1, 1, platform)),
        world.phones.arrivals());
    assertEquals(1, world.relay.tally().accepted());
    assertEquals(2, world.relay.tally().requests());
  }

  @Test
  void retryAfterIsServedInFullAndTheBackoffComesOnTop() {
    world.fcmQuota = Quota.of(1.0 / 60, 60 * SECOND);
    world.rules = new ProviderRules(60 * SECOND, 60 * SECOND, 0, Long.MAX_VALUE, Long.MAX_VALUE);
    world.build();
    world.submitter.arrival(SECOND, 1, 1, Channel.FCM);
    world.submitter.arrival(2 * SECOND, 2, 2, Channel.FCM);
    world.run(200 * SECOND);
    long acceptedNs = 2 * SECOND + COST_NS + RESPONSE_NS + 70 * SECOND;
    assertEquals(
        new Arrival(acceptedNs + ALONE_NS, 2, 2, Channel.FCM), world.phones.arrivals().get(1));
    assertEquals(1, world.fcm.throttled());
  }

  @Test
  void aDeviceGetsItsShareOfAMinuteAndNoMore() {
    world.fcmQuota = Quota.none();
    world.rules = new ProviderRules(60 * SECOND, 0, 0, 3, Long.MAX_VALUE);
    world.attempts = 1;
    world.build();
    for (int message = 0; message < 5; message++) {
      world.submitter.arrival(SECOND + message, message, 1, Channel.FCM);
      world.submitter.arrival(61 * SECOND + message, message + 10, 1, Channel.FCM);
    }
    world.submitter.arrival(2 * SECOND, 7, 2, Channel.FCM);
    world.run(200 * SECOND);
    assertEquals(7, world.fcm.accepted());
    assertEquals(4, world.fcm.throttled());
    assertEquals(4, world.phones.count(Phones.EXPIRED));
  }

  @Test
  void aDeviceGetsItsShareOfAnHourEvenWhereTheMinuteHasRoom() {
    world.fcmQuota = Quota.none();
    world.rules = new ProviderRules(60 * SECOND, 0, 0, 3, 5);
    world.attempts = 1;
    world.build();
    for (int message = 0; message < 4; message++) {
      world.submitter.arrival(SECOND + message, message, 1, Channel.FCM);
      world.submitter.arrival(61 * SECOND + message, message + 10, 1, Channel.FCM);
      world.submitter.arrival(121 * SECOND + message, message + 20, 1, Channel.FCM);
      world.submitter.arrival(3_601 * SECOND + message, message + 30, 1, Channel.FCM);
    }
    world.submitter.arrival(122 * SECOND, 40, 2, Channel.FCM);
    world.run(3_700 * SECOND);
    // Device 1: 3 by the minute, 2 by the hour, none, and 3 of the hour after; device 2 its one.
    assertEquals(9, world.fcm.accepted());
    assertEquals(8, world.fcm.throttled());
    assertEquals(9, world.phones.count(Channel.FCM));
    assertEquals(8, world.phones.count(Phones.EXPIRED));
  }

  @ParameterizedTest
  @ValueSource(ints = {Channel.APNS, Channel.FCM})
  void aVoidTokenIsRetiredWithTheFirstRequest(int platform) {
    world.fcmQuota = Quota.of(1_000, 0);
    world.rules = new ProviderRules(60 * SECOND, 0, 1, Long.MAX_VALUE, Long.MAX_VALUE);
    world.build();
    world.submitter.arrival(SECOND, 1, 1, platform);
    world.submitter.arrival(2 * SECOND, 2, 1, platform);
    world.run(100 * SECOND);
    assertEquals(2, world.phones.count(Phones.EXPIRED));
    assertEquals(1, world.relay.tally().requests());
    assertEquals(1, world.recorded.value("push.invalid-tokens.count"));
  }

  @Test
  void theShareOfVoidTokensIsWhatWasAskedFor() {
    world.rules = new ProviderRules(60 * SECOND, 0, 0.2, Long.MAX_VALUE, Long.MAX_VALUE);
    world.build();
    world.submitter.stream(10_000, Laws.exponential(SECOND / 100), Channel.APNS);
    world.run(300 * SECOND);
    // Binomial: 2,000 with a standard deviation of 40.
    assertEquals(2_000, world.recorded.value("push.invalid-tokens.count"), 160);
    assertEquals(10_000, world.phones.count(Channel.APNS) + world.phones.count(Phones.EXPIRED));
  }

  @Test
  void whoHasNoTokenGetsATextMessageAtOnce() {
    world.rules = new ProviderRules(60 * SECOND, 0, 1, Long.MAX_VALUE, Long.MAX_VALUE);
    world.fallback = Fallback.SMS;
    world.build();
    world.submitter.arrival(SECOND, 1, 1, Channel.APNS);
    world.run(100 * SECOND);
    long answeredNs = SECOND + COST_NS + RESPONSE_NS;
    long sentNs = answeredNs + PushWorld.SMS_LINK_NS + SECOND + PushWorld.SMS_LATENCY_NS;
    assertEquals(List.of(new Arrival(sentNs, 1, 1, Channel.SMS)), world.phones.arrivals());
  }

  @Test
  void theRateStaysBelowWhatIsLeftOfTheQuota() {
    world.fcmQuota = Quota.of(10, 60 * SECOND);
    world.fcmTrouble = world.fcmTrouble.and(60 * SECOND, 180 * SECOND, new Step(1, 0, 0.3));
    world.backoff = Backoff.FULL_JITTER;
    world.build();
    world.submitter.stream(6_000, Laws.exponential(SECOND / 20), Channel.FCM);
    world.run(1_000 * SECOND);
    int[] accepted = new int[17];
    for (Arrival arrival : world.phones.arrivals()) {
      if (arrival.channel() == Channel.FCM) {
        accepted[(int) ((arrival.atNs() - LATENCY_NS) / (60 * SECOND))]++;
      }
    }
    assertEquals(600, accepted[0]);
    assertEquals(180, accepted[1]);
    assertEquals(180, accepted[2]);
    assertEquals(600, accepted[3]);
  }

  @Test
  void anOutageWithoutEndLeavesNothingButExpiries() {
    trouble(0, Outages.NEVER, FAILING);
    world.build();
    world.submitter.arrival(SECOND, 1, 1, Channel.APNS);
    world.run(3_000 * SECOND);
    assertEquals(1, world.phones.count(Phones.EXPIRED));
    // It is given up after 5 minutes, before the wait of 160 s after the fifth attempt is over.
    assertEquals(5, world.relay.tally().requests());
  }

  @Test
  void offeredIsAcceptedThrottledFailedAndQueued() {
    PushWorld brownOut = brownOut(1, 1, BreakerRules.none());
    brownOut.run(70 * SECOND);
    RelayTally tally = brownOut.relay.tally();
    assertTrue(tally.held() > 100, "in the middle of it");
    assertEquals(
        tally.submitted(), tally.accepted() + tally.sentAsSms() + tally.expired() + tally.held());
    brownOut.run(1_000 * SECOND);
    brownOut.rack.finishRun(1_000 * SECOND);
    assertEquals(
        tally.requests(),
        brownOut.fcm.accepted() + brownOut.fcm.throttled() + brownOut.fcm.failed());
    assertEquals(0, tally.held());
    assertEquals(tally.submitted(), tally.accepted() + tally.expired());
    assertEquals(
        tally.submitted(),
        brownOut.phones.count(Channel.FCM) + brownOut.phones.count(Phones.EXPIRED));
  }

  @Test
  void aBreakerSparesTheProviderAndTheAttempts() {
    PushWorld without = brownOut(1, 1, BreakerRules.none());
    PushWorld with = brownOut(1, 1, new BreakerRules(0.5, 20, 10 * SECOND, 5));
    without.run(1_000 * SECOND);
    with.run(1_000 * SECOND);
    assertTrue(
        with.fcm.failed() * 10 < without.fcm.failed(),
        () -> with.fcm.failed() + " requests fail instead of " + without.fcm.failed());
    assertTrue(with.recorded.value("push.breaker-opened.count") >= 5);
    assertEquals(0, without.recorded.value("push.breaker-opened.count"));
    assertEquals(0, with.phones.count(Phones.EXPIRED));
    assertEquals(3_000, with.phones.count(Channel.FCM));
  }

  @Test
  void theGroupingIntoPartitionsChangesNothing() {
    long one = digest(1, 1);
    assertEquals(one, digest(2, 1));
    assertEquals(one, digest(3, 1));
    assertNotEquals(one, digest(1, 2), "another seed is another run");
  }

  private static long digest(int partitions, long seed) {
    PushWorld world = brownOut(partitions, seed, new BreakerRules(0.5, 20, 10 * SECOND, 5));
    world.run(300 * SECOND);
    return world.simulation.digest();
  }

  /** 20 a second for 150 s; from 30 s to 90 s all requests fail, and slowly. */
  private static PushWorld brownOut(int partitions, long seed, BreakerRules breaker) {
    PushWorld world = new PushWorld();
    world.partitions = partitions;
    world.seed = seed;
    world.breaker = breaker;
    world.fcmQuota = Quota.of(1_000, 0);
    world.fcmTrouble = world.fcmTrouble.and(30 * SECOND, 90 * SECOND, new Step(3, 1, 1));
    world.backoff = Backoff.FULL_JITTER;
    world.response = Laws.exponential(RESPONSE_NS);
    world.build();
    world.submitter.stream(3_000, Laws.exponential(SECOND / 20), Channel.FCM);
    return world;
  }

  private void trouble(long fromNs, long untilNs, Step step) {
    world.apnsTrouble = new Degradation().and(fromNs, untilNs, step);
    world.fcmTrouble = new Degradation().and(fromNs, untilNs, step);
  }
}
