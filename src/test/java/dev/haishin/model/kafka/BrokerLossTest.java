package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.RandomStream;
import dev.haishin.model.failure.Outages;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cluster does when it loses brokers. */
class BrokerLossTest {
  private static final int RECORDS = 2_000;
  private static final int KEYS = 24;
  private static final long LOAD_NS = 20 * SECOND;

  private static KafkaLab lab(Outages outages) {
    KafkaLab lab = new KafkaLab();
    lab.outages = outages;
    lab.partitions = 6;
    lab.producers = 3;
    lab.settings = ProducerSettings.of(Acks.ALL, MS);
    return lab;
  }

  private static Outages one(int broker, long fromNs, long untilNs, boolean silent) {
    Outages outages = new Outages(3);
    outages.add(broker, fromNs, untilNs, silent);
    return outages;
  }

  private static void load(KafkaLab lab) {
    RandomStream random = RandomStream.of(7, "test.taps", "lab");
    for (int id = 1; id <= RECORDS; id++) {
      int bytes = 50 + random.nextInt(900);
      long atNs = 500 * MS + LOAD_NS * id / RECORDS;
      int key = random.nextInt(KEYS);
      lab.producer[key % 3].tap(atNs, id, key, bytes);
    }
  }

  private static void run(KafkaLab lab, long untilNs) {
    lab.simulation.runBefore(untilNs);
    lab.rack.finishRun(untilNs);
  }

  /** All that is acknowledged arrives, once, and what one producer sends with a key in order. */
  private static void assertKept(KafkaLab lab) {
    Long2LongOpenHashMap last = new Long2LongOpenHashMap();
    for (int i = 0; i < lab.fetcher.messages.size(); i++) {
      long id = lab.fetcher.messages.getLong(i);
      long partition = lab.fetcher.partitions.getLong(i);
      for (int p = 0; p < 3; p++) {
        // Ids grow with time: within a producer's records of a partition none may go back.
        if (lab.producer[p].acked.contains(id)) {
          long way = partition * 3 + p;
          long before = last.put(way, id);
          assertTrue(before < id, id + " comes after " + before + " in " + partition);
        }
      }
    }
    assertEquals(RECORDS, lab.accepted.size());
    assertEquals(RECORDS, lab.fetcher.messages.size());
    assertEquals(RECORDS, new LongArrayList(lab.fetcher.messages).longStream().distinct().count());
    assertEquals(0, lab.lostPairs);
  }

  @ParameterizedTest
  @CsvSource({
    "0,3000,crash", "0,7777,vanish", "0,12001,crash", "1,3000,vanish", "1,7777,crash",
    "1,12001,vanish", "2,3000,crash", "2,7777,vanish", "2,12001,crash", "2,20499,crash"
  })
  void withAllInSyncNoLossOfOneBrokerLosesAnything(int broker, long atMs, String verb) {
    KafkaLab lab = lab(one(broker, atMs * MS, atMs * MS + 15 * SECOND, verb.equals("vanish")));
    lab.build();
    load(lab);
    run(lab, 90 * SECOND);
    for (int i = 0; i < 3; i++) {
      assertEquals(0, lab.producer[i].failed.size());
    }
    assertKept(lab);
    assertEquals(0, lab.heldPairs());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aBrokerThatStaysDownIsDoneWithout(int broker) {
    KafkaLab lab = lab(one(broker, 5 * SECOND, Outages.NEVER, false));
    lab.build();
    load(lab);
    run(lab, 90 * SECOND);
    assertKept(lab);
    for (int partition = 0; partition < 6; partition++) {
      int leader = lab.cluster.metadata().leader(lab.cluster.metadata().newest(), partition);
      assertTrue(leader != broker && leader != Metadata.NO_LEADER);
    }
  }

  @Test
  void aCrashedLeadersPartitionsAreServedAgainWhenItsSessionIsOver() {
    // Broker 1 of 3 heartbeats at 2/3 s and every 2 s after: 4.667 s is its last; 9 s later it is
    // fenced. The producer tries again at most a second later, and 20% of jitter.
    KafkaLab lab = lab(one(1, 6 * SECOND, Outages.NEVER, false));
    lab.build();
    long key = lab.keyOf(1);
    lab.producer[0].tap(7 * SECOND, 1, key, 100);
    run(lab, 60 * SECOND);
    long fencedNs = 2 * SECOND / 3 + 4 * SECOND + 9 * SECOND;
    long ackedNs = lab.producer[0].ackedNs(1);
    assertTrue(ackedNs > fencedNs, () -> ackedNs + " is before " + fencedNs);
    assertTrue(ackedNs < fencedNs + 1_200 * MS + 600 * MS, () -> ackedNs + " is late");
  }

  @Test
  void aProducerNoticesADarkLeaderByItsRequestTimeout() {
    KafkaLab lab = lab(one(1, 6 * SECOND, Outages.NEVER, true));
    lab.build();
    long key = lab.keyOf(1);
    lab.producer[0].tap(7 * SECOND, 1, key, 100);
    run(lab, 60 * SECOND);
    long ackedNs = lab.producer[0].ackedNs(1);
    assertTrue(ackedNs > 37 * SECOND, () -> ackedNs + " is early");
    assertTrue(ackedNs < 38 * SECOND, () -> ackedNs + " is late");
  }

  @Test
  void withTooFewInSyncRecordsWaitAndAreTakenWhenOneIsBack() {
    Outages outages = new Outages(3);
    outages.add(1, 2 * SECOND, 40 * SECOND, false);
    outages.add(2, 2 * SECOND, 40 * SECOND, false);
    KafkaLab lab = lab(outages);
    lab.build();
    lab.producer[0].tap(20 * SECOND, 1, lab.keyOf(0), 100);
    run(lab, 39 * SECOND);
    assertEquals(0, lab.accepted.size());
    run(lab, 60 * SECOND);
    assertEquals(1, lab.accepted.size());
    long ackedNs = lab.producer[0].ackedNs(1);
    assertTrue(ackedNs > 40 * SECOND && ackedNs < 42 * SECOND, () -> "at " + ackedNs);
  }

  @Test
  void whatIsTooOldIsGivenUp() {
    Outages outages = new Outages(3);
    outages.add(1, 2 * SECOND, Outages.NEVER, false);
    outages.add(2, 2 * SECOND, Outages.NEVER, false);
    KafkaLab lab = lab(outages);
    lab.planNs = 200 * SECOND;
    lab.build();
    lab.producer[0].tap(20 * SECOND, 1, lab.keyOf(0), 100);
    run(lab, 139 * SECOND);
    assertEquals(0, lab.producer[0].failed.size());
    run(lab, 142 * SECOND);
    assertEquals(1, lab.producer[0].failed.size());
  }

  @Test
  void withAcksOfTheLeaderAloneWhatOnlyItHadIsLost() {
    // Records of partition 0 every 100 us, by one producer in the leader's zone, linger 0. The
    // leader dies at 5 s + 50 us. A record that left at t is appended at t + 100 us + 35 us; the
    // follower gets it, having been woken, 400 us later. So it lacks those appended after
    // 5 s + 50 us - 400 us, as far as its fetch was there to be woken.
    Outages outages = one(0, 5 * SECOND + 50_000, Outages.NEVER, false);
    KafkaLab lab = lab(outages);
    lab.settings = new ProducerSettings(Acks.LEADER, 0, 1, 1_000, 1 << 20, 32L << 20);
    lab.build();
    long key = lab.keyOf(0);
    for (int id = 1; id <= 100; id++) {
      lab.producer[0].tap(5 * SECOND - 9_000_000 + id * 100_000L, id, key, 100);
    }
    run(lab, 60 * SECOND);
    assertTrue(lab.lostPairs > 0, "nothing is lost");
    LongArrayList acked = new LongArrayList(lab.producer[0].acked);
    acked.removeAll(new LongArrayList(lab.fetcher.messages));
    lab.lost.sort(null);
    assertEquals(lab.lost, acked, "what was acknowledged and never arrives is what is lost");
    assertEquals(100, lab.fetcher.messages.size() + lab.lostPairs);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void anyNumberOfPartitionsBringsAboutTheSame(int groupings) {
    assertEquals(digest(1), digest(groupings));
  }

  private static long digest(int groupings) {
    KafkaLab lab = lab(one(1, 6 * SECOND, 12 * SECOND, true));
    lab.groupings = groupings;
    lab.build();
    load(lab);
    run(lab, 60 * SECOND);
    return lab.simulation.digest();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void stepsThatAreLeftUntilTheyMatterBringAboutTheSame(int seed) {
    KafkaLab folded = random(seed, true);
    KafkaLab stepwise = random(seed, false);
    for (int i = 0; i < 3; i++) {
      assertEquals(stepwise.producer[i].acked, folded.producer[i].acked);
      assertEquals(stepwise.producer[i].ackedNs, folded.producer[i].ackedNs);
    }
    assertEquals(stepwise.fetcher.messages, folded.fetcher.messages);
    assertEquals(stepwise.fetcher.fetchedNs, folded.fetcher.fetchedNs);
    assertEquals(stepwise.lostPairs, folded.lostPairs);
    assertTrue(folded.simulation.dispatched() < stepwise.simulation.dispatched());
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
  void everyAcceptedRecordIsSomewhereOrLost(int seed) {
    KafkaLab lab = random(seed, true);
    assertEquals(
        lab.acceptedPairs + relayed(lab),
        lab.fetcher.receivedPairs + lab.lostPairs + lab.heldPairs());
    if (seed % 3 == 2 && seed % 4 != 0) {
      assertEquals(0, lab.lostPairs);
    }
  }

  private static long relayed(KafkaLab lab) {
    long sum = 0;
    for (TestProducer producer : lab.producer) {
      sum += producer.relayedPairs;
    }
    return sum;
  }

  /** Several brokers die, some twice, with any acks; some of the records are relayed. */
  private static KafkaLab random(int seed, boolean folds) {
    RandomStream random = RandomStream.of(seed, "test.outages", "lab");
    Outages outages = new Outages(3);
    for (int broker = 0; broker < 3; broker++) {
      if (random.nextInt(4) > 0) {
        long downNs = SECOND + random.nextLong(10 * SECOND);
        long upNs = downNs + random.nextLong(15 * SECOND);
        outages.add(broker, downNs, upNs, random.nextInt(2) == 0);
        outages.add(broker, upNs + random.nextLong(10 * SECOND), 50 * SECOND, seed % 2 == 0);
      }
    }
    if (!outages.any()) {
      outages.add(0, 4 * SECOND, 9 * SECOND, false);
    }
    KafkaLab lab = lab(outages);
    lab.folds = folds;
    lab.planNs = 80 * SECOND;
    lab.handlers = 1 + seed % 4;
    lab.kept = new Replication(2, seed % 4 == 0, 9 * SECOND, 30 * SECOND, (5 + seed) * SECOND);
    lab.settings = ProducerSettings.of(Acks.values()[seed % 3], MS);
    lab.build();
    for (int id = 1; id <= RECORDS; id++) {
      long atNs = 500 * MS + LOAD_NS * 2 * id / RECORDS;
      int key = random.nextInt(KEYS);
      if (random.nextInt(4) == 0) {
        lab.producer[key % 3].relay(atNs, id, key, 300, atNs - MS);
      } else {
        lab.producer[key % 3].tap(atNs, id, key, 300);
      }
    }
    run(lab, 75 * SECOND);
    return lab;
  }
}
