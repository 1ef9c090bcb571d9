package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Checks that span several keys. */
final class CrossChecks {
  private static final double SUM_TOLERANCE = 1e-9;

  private final Reading reading;
  private final Problems problems;
  private final Section root;
  private final List<RegionDraft> regions;
  private final List<String> warnings = new ArrayList<>();

  CrossChecks(Reading reading, Section root, List<RegionDraft> regions) {
    this.reading = reading;
    this.problems = reading.problems();
    this.root = root;
    this.regions = regions;
  }

  void check() {
    chats();
    rekeys();
    fanout();
    new HotChats(problems, root, regions).check();
    double connected = 0;
    for (RegionDraft region : regions) {
      if (region.isWhole()) {
        platforms(region);
        home(region);
        connected += region.section().get(Language.CONNECTED).base();
        comings(region);
        new FailoverChecks(problems, regions).check(region);
      }
      if (region.kafka() != null) {
        kafka(region);
      }
      idleCutoff(region);
      balance(region);
      copies(region);
    }
    if (connected == 0 && regions.stream().allMatch(RegionDraft::isWhole) && !regions.isEmpty()) {
      problems.add(
          root.position(Language.REGIONS), "regions", "nobody is connected", "give connected: 38%");
    }
  }

  /** A share that varies needs people who come and go. */
  private void comings(RegionDraft region) {
    Section clients = region.clients();
    Section session = clients == null ? null : clients.find(ClientKeys.SESSION).orElse(null);
    if (session == null) {
      return;
    }
    boolean moves = session.find(ClientKeys.ONLINE).isPresent();
    if (region.section().get(Language.CONNECTED).varies() && !moves) {
      problems.add(
          region.section().position(Language.CONNECTED),
          "regions." + region.name() + ".connected",
          "a shape needs people who come and go, and clients.session is static",
          "give clients.session: {online: lognormal(p50=3m p99=60m)}");
    }
  }

  /** What is allowed and probably not meant, also of what fails. */
  List<String> warnings(List<FailureSpec> failures) {
    quotas(failures);
    return List.copyOf(warnings);
  }

  /** Of no quota, any share is none. */
  private void quotas(List<FailureSpec> failures) {
    Section push = regions.isEmpty() ? null : regions.get(0).push();
    for (Key<Section> key : List.of(PushKeys.APNS, PushKeys.FCM)) {
      Key<Double> quota = key == PushKeys.APNS ? PushKeys.QUOTA : PushKeys.FCM_QUOTA;
      Section provider = push == null ? null : push.find(key).orElse(null);
      boolean isUnlimited =
          provider != null && provider.find(quota).filter(rate -> rate.isInfinite()).isPresent();
      boolean isCut =
          failures.stream()
              .anyMatch(
                  failure ->
                      failure.component().equals(key.name()) && failure.effect().quota() < 1);
      if (isUnlimited && isCut) {
        warnings.add(
            "failures: degrade "
                + key.name()
                + " names a quota, and push."
                + key.name()
                + ".quota is none: nothing is throttled");
      }
    }
  }

  private void chats() {
    Section chats = root.find(Language.CHATS).orElse(null);
    if (chats == null) {
      return;
    }
    double sum = 0;
    boolean whole = true;
    int kinds = 0;
    for (Key<Section> kind : List.of(ClientKeys.DIRECT, ClientKeys.GROUP, ClientKeys.OPEN)) {
      if (chats.isGiven(kind)) {
        Section section = chats.get(kind);
        kinds++;
        whole &= section.find(ClientKeys.SHARE).isPresent();
        sum += section.find(ClientKeys.SHARE).orElse(0.0);
      }
    }
    if (kinds > 0 && whole && Math.abs(sum - 1) > SUM_TOLERANCE) {
      problems.add(
          root.position(Language.CHATS),
          "chats",
          "the shares add up to " + percent(sum),
          "they must add up to 100%");
    }
  }

  /** Only groups have keys of their own. */
  private void rekeys() {
    Section encryption = root.find(Language.ENCRYPTION).orElse(null);
    Section chats = root.find(Language.CHATS).orElse(null);
    if (encryption == null) {
      return;
    }
    double rate = encryption.find(Keys.Encryption.REKEY_RATE).orElse(0.0);
    Section group = chats == null ? null : chats.find(ClientKeys.GROUP).orElse(null);
    double share = group == null ? 0 : group.find(ClientKeys.SHARE).orElse(1.0);
    if (rate > 0 && share == 0) {
      problems.add(
          encryption.position(Keys.Encryption.REKEY_RATE),
          "encryption.rekey-rate",
          "there are no groups whose keys could be made anew",
          "give chats.group.share");
    }
  }

  /** What only the strategy itself can say of its settings. */
  private void fanout() {
    Section delivery = root.find(Language.DELIVERY).orElse(null);
    Section fanout = delivery == null ? null : delivery.find(Keys.Delivery.FANOUT).orElse(null);
    boolean isWhole =
        fanout != null
            && fanout.find(Keys.Delivery.STRATEGY).isPresent()
            && fanout.find(Keys.Delivery.WRITE_UP_TO).isPresent()
            && fanout.find(Keys.Delivery.PUSH_COST).isPresent()
            && fanout.find(Keys.Delivery.PULL_COST).isPresent();
    if (!isWhole || !problems.isEmpty() || !reading.refusesUnmodelled()) {
      return;
    }
    List<String> plugged = reading.plugged().strategies();
    String strategy = fanout.get(Keys.Delivery.STRATEGY);
    String refusal = plugged.contains(strategy) ? reading.plugged().refusal(fanout) : "";
    if (!refusal.isEmpty()) {
      problems.add(
          fanout.position(Keys.Delivery.SETTINGS),
          "delivery.fanout.settings." + strategy,
          "the strategy says: " + refusal,
          "");
    }
    for (String name : fanout.find(Keys.Delivery.SETTINGS).orElse(new TreeMap<>()).keySet()) {
      if (!plugged.contains(name)) {
        warnings.add(
            "delivery.fanout.settings." + name + ": no strategy of that name is plugged in");
      }
    }
  }

  private void platforms(RegionDraft region) {
    Section platforms = region.section().find(Language.PLATFORMS).orElse(null);
    if (platforms == null || !region.section().isGiven(Language.PLATFORMS)) {
      return;
    }
    double sum =
        platforms.find(Language.IOS).orElse(0.0) + platforms.find(Language.ANDROID).orElse(0.0);
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      problems.add(
          region.section().position(Language.PLATFORMS),
          "regions." + region.name() + ".platforms",
          "the shares add up to " + percent(sum),
          "they must add up to 100%");
    }
  }

  private void home(RegionDraft region) {
    String home = region.home();
    RegionDraft there =
        regions.stream().filter(other -> other.name().equals(home)).findFirst().orElse(null);
    if (there == null || !there.home().equals(home)) {
      problems.add(
          region.section().position(Language.HOME),
          "regions." + region.name() + ".home",
          there == null ? "'" + home + "' is no region" : "'" + home + "' is not its own home",
          "name a region that holds its own data");
    }
  }

  private void idleCutoff(RegionDraft region) {
    Section gateways = region.gateways();
    Long cutoffNs = gateways == null ? null : gateways.find(GatewayKeys.IDLE_CUTOFF).orElse(null);
    HeartbeatSpec beats =
        region.clients() == null ? null : region.clients().find(ClientKeys.HEARTBEAT).orElse(null);
    if (cutoffNs != null && beats != null && cutoffNs <= beats.maxNs()) {
      problems.add(
          gateways.position(GatewayKeys.IDLE_CUTOFF),
          "gateways.idle-cutoff",
          "would close healthy connections between two beats",
          "it must be longer than clients.heartbeat, which may not be never");
    }
  }

  /** A region asks one copy of what is kept elsewhere. */
  private void copies(RegionDraft region) {
    Section store = region.store();
    Section edge = store == null ? null : store.find(Keys.Store.EDGE).orElse(null);
    if (edge != null
        && edge.find(Keys.Store.EDGE_HIT_RATE).orElse(0.0) > 0
        && store.isGiven(Keys.Store.READ_REPLICA)) {
      problems.add(
          store.position(Keys.Store.READ_REPLICA),
          "store.read-replica",
          "a region has an edge cache or a read replica, not both",
          "leave out one, or give store.edge.hit-rate: 0%");
    }
  }

  /** A dead gateway holds the fewest connections of all. */
  private void balance(RegionDraft region) {
    Section gateways = region.gateways();
    boolean counts =
        gateways != null
            && !gateways.find(GatewayKeys.BALANCE).orElse("random").equals("random")
            && gateways.find(GatewayKeys.HEALTH_CHECK).orElse(0L) >= Types.NEVER;
    if (counts) {
      warnings.add(
          region.name()
              + ": gateways.balance counts connections without gateways.health-check: a gateway"
              + " that is down has the fewest, and is chosen");
    }
  }

  private void kafka(RegionDraft region) {
    Section kafka = region.kafka();
    long brokers = kafka.find(KafkaKeys.BROKERS).orElse(Long.MAX_VALUE);
    long replication = kafka.find(KafkaKeys.REPLICATION).orElse(1L);
    long minInsync = kafka.find(KafkaKeys.MIN_INSYNC).orElse(1L);
    if (replication > brokers) {
      problems.add(
          kafka.position(KafkaKeys.REPLICATION),
          "kafka.replication",
          replication + " replicas need as many brokers, and there are " + brokers,
          "at most " + brokers);
    }
    if (minInsync > replication) {
      problems.add(
          kafka.position(KafkaKeys.MIN_INSYNC),
          "kafka.min-insync",
          minInsync + " in-sync replicas of " + replication,
          "at most " + replication);
    }
    boolean twoZones = region.isWhole() && region.section().get(Language.ZONES) == 2;
    if (twoZones && region.home().equals(region.name()) && replication == 3 && minInsync == 2) {
      warnings.add(
          region.name()
              + ": with two zones, replication 3 and min-insync 2, losing the zone that holds two"
              + " replicas stops writes");
    }
  }

  private static String percent(double fraction) {
    return Math.round(fraction * 1e6) / 10_000.0 + "%";
  }
}
