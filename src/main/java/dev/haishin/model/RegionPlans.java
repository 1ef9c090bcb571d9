package dev.haishin.model;

import dev.haishin.delivery.AdaptiveHeartbeat;
import dev.haishin.delivery.HeartbeatPolicy;
import dev.haishin.delivery.KeyDistribution;
import dev.haishin.delivery.OutboxPolicy;
import dev.haishin.delivery.ReconnectPolicy;
import dev.haishin.engine.Distribution;
import dev.haishin.model.failure.Standby;
import dev.haishin.model.gateway.Balancing;
import dev.haishin.model.gateway.Framing;
import dev.haishin.model.gateway.GatewayConfig;
import dev.haishin.model.network.Residency;
import dev.haishin.model.population.ClientConfig;
import dev.haishin.model.population.SessionStarts;
import dev.haishin.model.store.EdgeRules;
import dev.haishin.scenario.ClientKeys;
import dev.haishin.scenario.Fleet;
import dev.haishin.scenario.GatewayKeys;
import dev.haishin.scenario.HeartbeatSpec;
import dev.haishin.scenario.Key;
import dev.haishin.scenario.Keys;
import dev.haishin.scenario.Law;
import dev.haishin.scenario.PushKeys;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ResidencyKeys;
import dev.haishin.scenario.ScenarioSpec;
import dev.haishin.scenario.Section;
import dev.haishin.scenario.TrafficKeys;
import java.util.Optional;

/** The plan of one region's front: people, devices and gateways. */
final class RegionPlans {
  private final ScenarioSpec scenario;
  private final RegionSpec region;

  RegionPlans(ScenarioSpec scenario, RegionSpec region) {
    this.scenario = scenario;
    this.region = region;
  }

  RegionPlan plan() {
    double typing =
        scenario
            .traffic()
            .find(TrafficKeys.TYPING)
            .map(section -> section.get(TrafficKeys.PER_MESSAGE))
            .orElse(0.0);
    return new RegionPlan(
        region.name(),
        region.users(),
        region.zones(),
        region.home(),
        region.failover(),
        region
            .standby()
            .map(there -> new Standby(there.region(), there.lagNs(), there.promoteAfterNs()))
            .orElse(null),
        region.iosShare(),
        region.fleets().gateways().count(),
        gateway(),
        clients(),
        heartbeat(),
        adaptive(),
        region.messagesPerSecond(),
        region.messagesPerSecond() * typing,
        new Shapes(scenario, region).shape(),
        residency(),
        edge());
  }

  /** Its cache or its replica; a file that has both is refused. */
  private EdgeRules edge() {
    Optional<Section> replica = region.store().find(Keys.Store.READ_REPLICA);
    if (replica.isPresent()) {
      return EdgeRules.replica(
          replica.get().get(Keys.Store.REPLICA_EVERY),
          replica.get().get(Keys.Store.REPLICA_GET).distribution());
    }
    Section edge = region.store().get(Keys.Store.EDGE);
    double hitRate = edge.get(Keys.Store.EDGE_HIT_RATE);
    return hitRate == 0
        ? null
        : EdgeRules.cache(
            hitRate, edge.get(Keys.Store.EDGE_LAG), edge.get(Keys.Store.EDGE_GET).distribution());
  }

  private Residency residency() {
    Section rules = region.residency();
    Residency residency =
        new Residency(
            staysHome(rules, ResidencyKeys.BODY),
            staysHome(rules, ResidencyKeys.METADATA),
            staysHome(rules, ResidencyKeys.KEYS),
            rules.get(ResidencyKeys.ON_VIOLATION).equals("block"));
    boolean isFree = !residency.bodyStays() && !residency.metadataStays() && !residency.keysStay();
    return isFree ? null : residency;
  }

  private static boolean staysHome(Section rules, Key<String> key) {
    return rules.get(key).equals("home");
  }

  private HeartbeatPolicy heartbeat() {
    HeartbeatSpec beats = region.clients().get(ClientKeys.HEARTBEAT);
    long timeoutNs = region.clients().get(ClientKeys.HEARTBEAT_TIMEOUT);
    HeartbeatPolicy standard =
        HeartbeatPolicy.of(beats.isOn() ? beats.maxNs() : HeartbeatPolicy.NEVER, timeoutNs);
    return region
        .gateways()
        .find(GatewayKeys.IDLE_CUTOFF)
        .map(cutoffNs -> new HeartbeatPolicy(standard.intervalNs(), timeoutNs, cutoffNs))
        .orElse(standard);
  }

  private AdaptiveHeartbeat adaptive() {
    HeartbeatSpec beats = region.clients().get(ClientKeys.HEARTBEAT);
    return beats.isAdaptive()
        ? new AdaptiveHeartbeat(beats.minNs(), beats.maxNs(), beats.stepNs())
        : null;
  }

  private GatewayConfig gateway() {
    Section gateways = region.gateways();
    Fleet fleet = region.fleets().gateways();
    return new GatewayConfig(
        fleet.cores(),
        gateways.get(GatewayKeys.LOOPS).equals("shared"),
        Math.max(1, (long) (gateways.get(GatewayKeys.MEMORY) * fleet.share())),
        gateways.get(GatewayKeys.BYTES_PER_CONNECTION),
        gateways.get(GatewayKeys.NIC) * fleet.share(),
        cost(GatewayKeys.CONNECT_COST),
        cost(GatewayKeys.RESUME_COST),
        cost(GatewayKeys.FRAME_IN_COST),
        cost(GatewayKeys.FRAME_OUT_COST),
        cost(GatewayKeys.ACK_COST),
        cost(GatewayKeys.HEARTBEAT_COST),
        Math.toIntExact(Math.min(Integer.MAX_VALUE, gateways.get(GatewayKeys.ACCEPT_QUEUE))),
        region.clients().get(ClientKeys.HEARTBEATS).equals("cohort"),
        gateways
            .find(GatewayKeys.ACCEPT_RATE)
            .map(rate -> rate * fleet.share())
            .orElse(Double.POSITIVE_INFINITY),
        gateways.get(GatewayKeys.RETRY_AFTER),
        framing(gateways),
        patienceNs(TrafficKeys.TYPING),
        patienceNs(TrafficKeys.RECEIPTS),
        balancing(gateways));
  }

  private long patienceNs(Key<Section> small) {
    return scenario.traffic().find(small).map(rules -> rules.get(TrafficKeys.BUNDLE)).orElse(0L);
  }

  private static Framing framing(Section gateways) {
    return switch (gateways.get(GatewayKeys.PROTOCOL)) {
      case "binary" -> Framing.BINARY;
      case "http2" -> Framing.HTTP2;
      case "http2-plain" -> Framing.HTTP2_PLAIN;
      default -> Framing.STREAM;
    };
  }

  private static Balancing balancing(Section gateways) {
    Balancing.Rule rule =
        switch (gateways.get(GatewayKeys.BALANCE)) {
          case "least-connections" -> Balancing.Rule.LEAST_CONNECTIONS;
          case "two-choices" -> Balancing.Rule.TWO_CHOICES;
          default -> Balancing.Rule.RANDOM;
        };
    return new Balancing(rule, gateways.get(GatewayKeys.HEALTH_CHECK));
  }

  private Distribution cost(Key<Law> key) {
    return region.fleets().gateways().cost(region.gateways().get(key)).distribution();
  }

  private ClientConfig clients() {
    Section clients = region.clients();
    Section reconnect = clients.get(ClientKeys.RECONNECT);
    Section outbox = clients.get(ClientKeys.OUTBOX);
    Optional<Section> receipts = scenario.traffic().find(TrafficKeys.RECEIPTS);
    Distribution online =
        clients.get(ClientKeys.SESSION).find(ClientKeys.ONLINE).map(Law::distribution).orElse(null);
    SessionStarts starts = new Shapes(scenario, region).sessionStarts(online);
    return new ClientConfig(
        starts == null ? region.connected().base() : starts.share(0),
        online,
        starts,
        new ReconnectPolicy(
            Backoffs.of(reconnect.get(ClientKeys.BACKOFF)),
            reconnect.get(ClientKeys.BASE),
            Math.max(reconnect.get(ClientKeys.BASE), reconnect.get(ClientKeys.CAP))),
        clients.get(ClientKeys.CONNECT_TIMEOUT),
        region.gateways().get(GatewayKeys.RESUMED),
        new OutboxPolicy(
            outbox.get(ClientKeys.TIMEOUT),
            Math.toIntExact(Math.min(1000, outbox.get(ClientKeys.RETRIES))),
            Math.max(outbox.get(ClientKeys.TIMEOUT), outbox.get(ClientKeys.KEEP))),
        scenario.traffic().get(TrafficKeys.PAYLOAD).distribution(),
        keys(scenario.encryption()),
        receipts.map(section -> section.get(TrafficKeys.PER_DELIVERY)).orElse(0.0),
        region.push().get(PushKeys.OPENS),
        region.push().get(PushKeys.OPENS_AFTER).distribution(),
        natTimeout(clients.get(ClientKeys.NAT_TIMEOUT)));
  }

  /** What sealing takes. */
  static KeyDistribution keys(Section encryption) {
    return encryption.get(Keys.Encryption.LETTER_SEALING)
        ? new KeyDistribution(
            Math.toIntExact(encryption.get(Keys.Encryption.OVERHEAD)),
            Math.toIntExact(encryption.get(Keys.Encryption.GROUP_KEY_BYTES)))
        : KeyDistribution.NONE;
  }

  private static Distribution natTimeout(Law law) {
    return law.text().equals("never") ? null : law.distribution();
  }
}
