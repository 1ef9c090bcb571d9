package dev.haishin.model.push;

import static dev.haishin.model.push.PushWorld.COST_NS;
import static dev.haishin.model.push.PushWorld.LATENCY_NS;
import static dev.haishin.model.push.PushWorld.PROVIDER_LINK_NS;
import static dev.haishin.model.push.PushWorld.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distribution;
import dev.haishin.model.push.Phones.Arrival;
import dev.haishin.model.redis.Laws;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that sleep, and what providers keep for them: closed forms and hand-worked cases. */
class StorageTest {
  private static final long INTERVAL_NS = 600 * SECOND;
  private static final Distribution EVERY_INTERVAL = Laws.fixed(INTERVAL_NS);

  /** Such that no device wakes in a test. */
  private static final Distribution HARDLY_EVER = Laws.fixed(1L << 60);

  private static final long MONTH_NS = 30L * 24 * 3_600 * SECOND;
  private static final long TO_PROVIDER_NS = COST_NS + PROVIDER_LINK_NS;

  private final PushWorld world = new PushWorld();

  @Test
  void whoSleepsWaitsUniformlyForTheNextWake() {
    keep(1, EVERY_INTERVAL, MONTH_NS, 100);
    world.submitter.stream(10_000, Laws.exponential(SECOND / 10), Channel.FCM);
    world.run(2_000 * SECOND);
    assertEquals(10_000, world.phones.count(Channel.FCM));
    double sumNs = 0;
    int inFirstQuarter = 0;
    for (Arrival arrival : world.phones.arrivals()) {
      long acceptedNs = world.submitter.arrivalNs(arrival.messageId()) + TO_PROVIDER_NS;
      long waitedNs = arrival.atNs() - LATENCY_NS - acceptedNs;
      assertTrue(waitedNs > -SECOND && waitedNs <= INTERVAL_NS, () -> "waited " + waitedNs);
      sumNs += waitedNs;
      inFirstQuarter += waitedNs < INTERVAL_NS / 4 ? 1 : 0;
    }
    // Four standard deviations of the mean of 10,000 uniform waits, and of the binomial.
    assertEquals(0.5, sumNs / 10_000 / INTERVAL_NS, 0.0116);
    assertEquals(2_500, inFirstQuarter, 174);
  }

  @Test
  void theShareThatOutlivesItsTimeIsWhatTheIntervalLeaves() {
    keep(0.4, EVERY_INTERVAL, INTERVAL_NS / 4, 100);
    world.submitter.stream(10_000, Laws.exponential(SECOND / 10), Channel.FCM);
    world.run(3_000 * SECOND);
    // Of 4,000 sleepers' notifications three quarters; standard deviation 46.
    assertEquals(3_000, world.fcm.storage().lapsed(), 184);
    assertEquals(world.fcm.storage().lapsed(), world.phones.count(Phones.EXPIRED));
    assertEquals(10_000 - world.fcm.storage().lapsed(), world.phones.count(Channel.FCM));
    assertEquals(world.fcm.storage().lapsed(), world.recorded.value("push.lapsed.count"));
  }

  @Test
  void ofPoissonArrivalsApnsBringsOneForEachIntervalThatHasAny() {
    int devices = 200;
    int wakes = 30;
    keep(1, EVERY_INTERVAL, MONTH_NS, 1);
    SplittableRandom random = new SplittableRandom(5);
    long messageId = 0;
    for (int user = 0; user < devices; user++) {
      double atNs = SECOND;
      while ((atNs -= INTERVAL_NS * StrictMath.log(1 - random.nextDouble()))
          < wakes * INTERVAL_NS) {
        world.submitter.arrival((long) atNs, messageId++, user, Channel.APNS);
      }
    }
    world.run(wakes * INTERVAL_NS);
    // One arrival an interval on average: 1 - 1/e of them have any, of those cut short at the
    // start 1/e; standard deviation 38.
    double some = 1 - StrictMath.exp(-1);
    double expected = devices * ((wakes - 1) * some + 1 - some);
    Storage apns = world.apns.storage();
    assertEquals(expected, apns.brought(), 152);
    assertEquals(world.apns.accepted() - apns.brought() - apns.kept(), apns.collapsed());
    assertEquals(apns.collapsed(), world.phones.count(Phones.EXPIRED));
  }

  @Test
  void aLaterNotificationReplacesTheOneThatApnsKeeps() {
    keep(1, HARDLY_EVER, MONTH_NS, 1);
    for (int message = 1; message <= 3; message++) {
      world.submitter.arrival(message * SECOND, message, 1, Channel.APNS);
    }
    world.submitter.arrival(3 * SECOND, 4, 2, Channel.APNS);
    world.run(100 * SECOND);
    long toldNs = TO_PROVIDER_NS + Phones.LEAST_NS;
    assertEquals(
        List.of(
            new Arrival(2 * SECOND + toldNs, 1, 1, Phones.EXPIRED),
            new Arrival(3 * SECOND + toldNs, 2, 1, Phones.EXPIRED)),
        world.phones.arrivals());
    assertEquals(2, world.apns.storage().kept());
    assertEquals(2, world.recorded.value("push.collapsed.count"));
  }

  @Test
  void theHundredAndFirstDropsAllThatFcmKeeps() {
    keep(1, HARDLY_EVER, MONTH_NS, 100);
    for (int message = 1; message <= 100; message++) {
      world.submitter.arrival(message * SECOND, message, 1, Channel.FCM);
    }
    world.submitter.arrival(200 * SECOND, 101, 1, Channel.FCM);
    world.submitter.arrival(300 * SECOND, 102, 1, Channel.FCM);
    world.run(150 * SECOND);
    assertEquals(100, world.fcm.storage().kept());
    assertEquals(0, world.phones.count(Phones.EXPIRED));
    world.run(250 * SECOND);
    assertEquals(0, world.fcm.storage().kept());
    assertEquals(101, world.phones.count(Phones.EXPIRED));
    assertEquals(101, world.recorded.value("push.discarded.count"));
    world.run(350 * SECOND);
    assertEquals(1, world.fcm.storage().kept());
  }

  @Test
  void whoWakesGetsAllThatWasKeptAtOnce() {
    keep(1, EVERY_INTERVAL, MONTH_NS, 100);
    for (int message = 1; message <= 3; message++) {
      world.submitter.arrival(SECOND + message, message, 1, Channel.FCM);
    }
    world.run(700 * SECOND);
    long wakesNs = new Sleepers(world.seed, world.storage).reachableNs(1, 2 * SECOND);
    assertEquals(
        List.of(
            new Arrival(wakesNs + LATENCY_NS, 1, 1, Channel.FCM),
            new Arrival(wakesNs + LATENCY_NS, 2, 1, Channel.FCM),
            new Arrival(wakesNs + LATENCY_NS, 3, 1, Channel.FCM)),
        world.phones.arrivals());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 10 * SECOND})
  void aTimeToLiveEndsToTheNanosecond(long ttlNs) {
    keep(1, HARDLY_EVER, ttlNs, 100);
    world.submitter.arrival(SECOND, 1, 1, Channel.FCM);
    world.run(100 * SECOND);
    assertEquals(
        List.of(
            new Arrival(SECOND + TO_PROVIDER_NS + ttlNs + Phones.LEAST_NS, 1, 1, Phones.EXPIRED)),
        world.phones.arrivals());
  }

  @Test
  void whatIsAcceptedIsBroughtReplacedDroppedLapsedOrKept() {
    SplittableRandom random = new SplittableRandom(11);
    for (int run = 0; run < 40; run++) {
      PushWorld any = new PushWorld();
      any.seed = run;
      any.storage =
          new StorageRules(
              random.nextDouble(),
              Laws.exponential(1 + random.nextInt(300) * SECOND),
              random.nextInt(200) * SECOND,
              1 + random.nextInt(4),
              false);
      any.build();
      for (int message = 0; message < 500; message++) {
        long atNs = SECOND + random.nextLong(900 * SECOND);
        any.submitter.arrival(atNs, message, random.nextInt(20), random.nextInt(2));
      }
      for (long untilNs = 0; untilNs <= 1_000 * SECOND; untilNs += 125 * SECOND) {
        any.run(untilNs);
        assertConserved(any.apns);
        assertConserved(any.fcm);
      }
      Storage apns = any.apns.storage();
      Storage fcm = any.fcm.storage();
      assertEquals(500, any.apns.accepted() + any.fcm.accepted());
      assertEquals(
          500 - apns.brought() - fcm.brought() - apns.kept() - fcm.kept(),
          any.phones.count(Phones.EXPIRED));
    }
  }

  private static void assertConserved(PushProvider provider) {
    Storage storage = provider.storage();
    assertEquals(
        provider.accepted(),
        storage.brought()
            + storage.collapsed()
            + storage.discarded()
            + storage.lapsed()
            + storage.kept());
  }

  private void keep(double asleep, Distribution wake, long ttlNs, int most) {
    world.storage = new StorageRules(asleep, wake, ttlNs, most, false);
    world.build();
  }
}
