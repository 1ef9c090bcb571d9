package dev.haishin.model.push;

import dev.haishin.delivery.Backoff;
import dev.haishin.delivery.BreakerRules;
import dev.haishin.delivery.PushRules;
import dev.haishin.delivery.RetryPolicy;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import dev.haishin.model.failure.Degradation;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.Network;
import dev.haishin.model.redis.Laws;
import dev.haishin.model.redis.Recorded;

/**
 * One relay, both providers, a gateway for text messages, and phones; each figure can be changed
 * before {@link #build}. Exponential backoff without jitter, so that instants can be worked out.
 */
final class PushWorld {
  static final long MS = 1_000_000;
  static final long SECOND = 1_000 * MS;
  static final long COST_NS = 20_000;
  static final long PROVIDER_LINK_NS = 5 * MS;
  static final long RESPONSE_NS = 50 * MS;
  static final long LATENCY_NS = 800 * MS;
  static final long SMS_LINK_NS = 10 * MS;
  static final long SMS_LATENCY_NS = 5 * SECOND;

  int partitions = 1;
  long seed = 1;
  int cores = 4;
  int streams = 1_000;
  int capacity = 1_000_000;
  int attempts = 6;
  int smsCapacity = 1_000;
  long providerLinkNs = PROVIDER_LINK_NS;
  long giveUpAfterNs = 300 * SECOND;
  long lateAfterNs = 300 * SECOND;
  Fallback fallback = Fallback.NONE;
  Backoff backoff = Backoff.EXPONENTIAL;
  Quota apnsQuota = Quota.none();
  Quota fcmQuota = Quota.none();
  Distribution dispatchCost = Laws.fixed(COST_NS);
  Distribution response = Laws.fixed(RESPONSE_NS);
  Distribution latency = Laws.fixed(LATENCY_NS);

  Degradation apnsTrouble = new Degradation();
  Degradation fcmTrouble = new Degradation();
  Outages outages = new Outages(1);
  ProviderRules rules = ProviderRules.plain();
  StorageRules storage = StorageRules.awake();
  BreakerRules breaker = BreakerRules.none();

  final Recorded recorded = new Recorded(1, 3_600 * SECOND, 1);

  PushCells cells;
  Simulation simulation;
  Phones phones;
  PushProvider apns;
  PushProvider fcm;
  SmsGateway sms;
  PushRelay relay;
  RelayRack rack;
  Submitter submitter;

  PushWorld build() {
    cells = PushCells.of(Submitter.LINK_NS, Submitter.LINK_NS, providerLinkNs);
    Links links =
        new Links(Groups.COUNT)
            .connect(Groups.WORKERS, Groups.PUSH, Submitter.LINK_NS)
            .connect(Groups.PUSH, Groups.PROVIDERS, Submitter.LINK_NS)
            .connect(Groups.PROVIDERS, Groups.PUSH, Submitter.LINK_NS)
            .connect(Groups.PROVIDERS, Groups.CLIENTS, Phones.LEAST_NS)
            .connect(Groups.PUSH, Groups.CLIENTS, Phones.LEAST_NS);
    simulation = new Simulation(links, partitions, HeapQueue::new);
    phones = simulation.add(new Phones(), 0);
    apns =
        simulation.add(
            provider("world/apns", Channel.APNS, apnsQuota, apnsTrouble), 1 % partitions);
    fcm = simulation.add(provider("world/fcm", Channel.FCM, fcmQuota, fcmTrouble), 2 % partitions);
    Distribution smsLatency = Laws.fixed(SMS_LATENCY_NS);
    sms =
        simulation.add(
            new SmsGateway(
                "world/sms", seed, SECOND, smsCapacity, smsLatency, phones, recorded.recorder()),
            1 % partitions);
    PushRelays relays = new PushRelays(simulation.nextId(), 1, cells);
    Network network = new Network(Submitter.LINK_NS, Submitter.LINK_NS, new long[1][1]);
    rack = new RelayRack(relays, network, outages, phones, SECOND, apns.id(), fcm.id());
    relay =
        simulation.add(
            new PushRelay(
                "tokyo/push/0",
                seed,
                rack,
                config(),
                plan(apnsQuota).connections(apns.id(), 1, health(apnsTrouble)),
                plan(fcmQuota).connections(fcm.id(), 1, health(fcmTrouble)),
                phones,
                recorded.recorder(),
                0),
            0);
    submitter = simulation.add(new Submitter("tokyo/worker/0", seed, relays), 1 % partitions);
    simulation.seal();
    return this;
  }

  /** When an expiry that is settled at an instant becomes known. */
  long expiredNs(long atNs) {
    return cells.relayNs(cells.relayEndNs(atNs)) + Phones.LEAST_NS;
  }

  void run(long untilNs) {
    simulation.runBefore(untilNs);
  }

  private PushProvider provider(String name, int channel, Quota quota, Degradation trouble) {
    return new PushProvider(
        name, seed, channel, plan(quota), health(trouble), cells, phones, recorded.recorder());
  }

  private ProviderHealth health(Degradation trouble) {
    return new ProviderHealth(seed, trouble, rules.invalidTokens());
  }

  private ProviderPlan plan(Quota quota) {
    double perSecond =
        quota.isLimited() ? quota.perWindow() * 1e9 / quota.windowNs() : Double.POSITIVE_INFINITY;
    long windowNs = quota.steady() ? 0 : quota.windowNs();
    return new ProviderPlan(
        perSecond, windowNs, streams, 1, response, latency, providerLinkNs, rules, storage);
  }

  private RelayConfig config() {
    RetryPolicy retry = new RetryPolicy(backoff, 10 * SECOND, 600 * SECOND, attempts);
    PushRules rules =
        new PushRules(
            capacity, PushRules.Overflow.DROP_OLDEST, retry, fallback != Fallback.NONE, breaker);
    return new RelayConfig(
        cores, dispatchCost, rules, giveUpAfterNs, fallback, lateAfterNs, sms.id(), SMS_LINK_NS);
  }
}
