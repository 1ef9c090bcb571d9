package dev.haishin.scenario;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Applies scale and load: fewer people and hosts, the same load on each host. */
final class Scaling {
  private static final double NOTEWORTHY = 0.02;

  private final Section root;
  private final List<RegionDraft> drafts;
  private final double scale;
  private final double load;
  private final List<String> notes;

  Scaling(Section root, List<RegionDraft> drafts, double scale, List<String> notes) {
    this.root = root;
    this.drafts = drafts;
    this.scale = scale;
    this.load = root.get(Language.LOAD);
    this.notes = notes;
  }

  /** Whether the count of a region's gateways could be read. */
  static boolean countsGateways(RegionDraft region) {
    Section gateways = region.gateways();
    return gateways != null
        && (gateways.find(GatewayKeys.PER_REGION).isPresent()
            || gateways.find(GatewayKeys.CONNECTIONS_EACH).isPresent());
  }

  /** Gateways of a region at full scale. */
  static long gateways(RegionDraft region) {
    Section gateways = region.gateways();
    if (gateways.find(GatewayKeys.PER_REGION).isPresent()) {
      return gateways.get(GatewayKeys.PER_REGION);
    }
    double connected =
        region.section().get(Language.USERS) * region.section().get(Language.CONNECTED);
    long each = gateways.get(GatewayKeys.CONNECTIONS_EACH);
    return Math.max(zones(region), (long) Math.ceil(connected / each - 1e-9));
  }

  static long zones(RegionDraft region) {
    return region.section().get(Language.ZONES);
  }

  List<RegionSpec> regions(int clockOffsetSeconds) {
    double connected = 0;
    for (RegionDraft draft : drafts) {
      connected += draft.section().get(Language.USERS) * draft.section().get(Language.CONNECTED);
    }
    List<RegionSpec> regions = new ArrayList<>();
    for (RegionDraft draft : drafts) {
      regions.add(region(draft, connected, clockOffsetSeconds));
    }
    return regions;
  }

  private RegionSpec region(RegionDraft draft, double connectedOfAll, int clockOffsetSeconds) {
    Section section = draft.section();
    Section messages = root.get(Language.TRAFFIC).get(TrafficKeys.MESSAGES);
    double connected = section.get(Language.USERS) * section.get(Language.CONNECTED);
    double rate = messages.get(TrafficKeys.RATE) * scale * load * connected / connectedOfAll;
    long users = Math.max(1, Math.round(section.get(Language.USERS) * scale * load));
    Section platforms = section.get(Language.PLATFORMS);
    return new RegionSpec(
        draft.name(),
        Math.toIntExact(users),
        section.get(Language.CONNECTED),
        Math.toIntExact(zones(draft)),
        platforms.get(Language.IOS),
        home(draft),
        rate,
        section.find(Language.SHAPE).orElse(messages.get(TrafficKeys.SHAPE)),
        section
            .find(Language.TIME_ZONE)
            .map(zone -> ZoneOffset.of(zone).getTotalSeconds())
            .orElse(clockOffsetSeconds),
        draft.clients(),
        draft.gateways(),
        draft.kafka(),
        draft.redis(),
        draft.store(),
        draft.push(),
        draft.costs(),
        fleets(draft));
  }

  private RegionSpec.Fleets fleets(RegionDraft draft) {
    Section kafka = draft.kafka();
    Section workers = kafka.get(KafkaKeys.WORKERS);
    Section relays = draft.push().get(PushKeys.RELAYS);
    long zones = zones(draft);
    long replicas = Math.max(zones, kafka.get(KafkaKeys.REPLICATION));
    Fleet brokers =
        Fleet.of(kafka.get(KafkaKeys.BROKERS), kafka.get(KafkaKeys.THREADS), scale, replicas);
    Fleet workerFleet =
        Fleet.of(workers.get(KafkaKeys.COUNT), workers.get(KafkaKeys.CORES), scale, zones);
    return new RegionSpec.Fleets(
        Fleet.of(gateways(draft), draft.gateways().get(GatewayKeys.CORES), scale, zones),
        brokers,
        partitions(draft, workerFleet),
        workerFleet,
        Fleet.of(draft.redis().get(Keys.Redis.SHARDS), 1, scale, zones),
        Fleet.of(
            draft.store().get(Keys.Store.REGION_SERVERS),
            draft.store().get(Keys.Store.HANDLERS),
            scale,
            zones),
        Fleet.of(relays.get(PushKeys.COUNT), relays.get(PushKeys.CORES), scale, 1));
  }

  private int partitions(RegionDraft draft, Fleet workers) {
    double wanted = draft.kafka().get(KafkaKeys.PARTITIONS) * scale;
    long rounded = Math.max(1, Math.round(wanted));
    if (draft.home().equals(draft.name()) && Math.abs(rounded - wanted) > NOTEWORTHY * wanted) {
      notes.add(
          draft.name()
              + ": "
              + rounded
              + " partitions stand for "
              + Math.round(wanted * 100) / 100.0);
    }
    if (scale < 1 && draft.home().equals(draft.name()) && rounded < workers.count()) {
      notes.add(draft.name() + ": fewer partitions than fan-out workers, some workers are idle");
    }
    return Math.toIntExact(rounded);
  }

  private int home(RegionDraft draft) {
    for (int r = 0; r < drafts.size(); r++) {
      if (drafts.get(r).name().equals(draft.home())) {
        return r;
      }
    }
    throw new IllegalStateException(draft.name() + " has no home");
  }
}
