package dev.haishin.model.push;

import dev.haishin.delivery.Backoff;
import dev.haishin.delivery.PushRules;
import dev.haishin.delivery.RetryPolicy;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
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

  final Recorded recorded = new Recorded(1, 3_600 * SECOND, 1);

  Simulation simulation;
  Phones phones;
  PushProvider apns;
  PushProvider fcm;
  SmsGateway sms;
  PushRelay relay;
  Submitter submitter;

  PushWorld build() {
    Links links =
        new Links(Groups.COUNT)
            .connect(Groups.WORKERS, Groups.PUSH, Submitter.LINK_NS)
            .connect(Groups.PUSH, Groups.PROVIDERS, providerLinkNs)
            .connect(Groups.PROVIDERS, Groups.PUSH, providerLinkNs)
            .connect(Groups.PROVIDERS, Groups.CLIENTS, Phones.LEAST_NS)
            .connect(Groups.PUSH, Groups.CLIENTS, Phones.LEAST_NS);
    simulation = new Simulation(links, partitions, HeapQueue::new);
    phones = simulation.add(new Phones(), 0);
    apns = simulation.add(provider("world/apns", Channel.APNS, apnsQuota), 1 % partitions);
    fcm = simulation.add(provider("world/fcm", Channel.FCM, fcmQuota), 2 % partitions);
    Distribution smsLatency = Laws.fixed(SMS_LATENCY_NS);
    sms =
        simulation.add(
            new SmsGateway(
                "world/sms", seed, SECOND, smsCapacity, smsLatency, phones, recorded.recorder()),
            1 % partitions);
    relay =
        simulation.add(
            new PushRelay(
                "tokyo/push/0",
                seed,
                config(),
                new ProviderConnections(apns.id(), providerLinkNs, streams, response),
                new ProviderConnections(fcm.id(), providerLinkNs, streams, response),
                phones,
                recorded.recorder(),
                0),
            0);
    PushRelays relays = new PushRelays(new int[] {relay.id()});
    submitter = simulation.add(new Submitter("tokyo/worker/0", seed, relays), 1 % partitions);
    simulation.seal();
    return this;
  }

  void run(long untilNs) {
    simulation.runBefore(untilNs);
  }

  private PushProvider provider(String name, int channel, Quota quota) {
    return new PushProvider(name, seed, channel, quota, latency, phones, recorded.recorder());
  }

  private RelayConfig config() {
    RetryPolicy retry = new RetryPolicy(backoff, 10 * SECOND, 600 * SECOND, attempts);
    PushRules rules =
        new PushRules(capacity, PushRules.Overflow.DROP_OLDEST, retry, fallback != Fallback.NONE);
    return new RelayConfig(
        cores, dispatchCost, rules, giveUpAfterNs, fallback, lateAfterNs, sms.id(), SMS_LINK_NS);
  }
}
