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

  List<RegionSpec> regions(int clockOffsetSeconds) {
    double connected = 0;
    for (RegionDraft draft : drafts) {
      connected +=
          draft.section().get(Language.USERS) * draft.section().get(Language.CONNECTED).base();
    }
    List<RegionSpec> regions = new ArrayList<>();
    for (RegionDraft draft : drafts) {
      regions.add(region(draft, connected, clockOffsetSeconds));
    }
    if (scale < 1 && !HotChats.of(root).isEmpty()) {
      notes.add(
          "traffic.hot: a chat has as many members at any scale and only its rate is scaled; what"
              + " it makes hot needs the full scale");
    }
    if (scale < 1 && !HotChats.keys(root).isEmpty()) {
      notes.add(
          "traffic.hot-keys: a key has one shard at any scale and only its rate is scaled; what it"
              + " makes hot needs the full scale");
    }
    boolean hasQuotas =
        drafts.stream().anyMatch(draft -> draft.kafka().find(KafkaKeys.QUOTAS).isPresent());
    if (scale < 1 && hasQuotas) {
      notes.add("kafka.quotas: fewer gateways and brokers share the load, and each may do as much");
    }
    return regions;
  }

  private RegionSpec region(RegionDraft draft, double connectedOfAll, int clockOffsetSeconds) {
    Section section = draft.section();
    Section messages = root.get(Language.TRAFFIC).get(TrafficKeys.MESSAGES);
    double connected = section.get(Language.USERS) * section.get(Language.CONNECTED).base();
    double rate = messages.get(TrafficKeys.RATE) * scale * load * connected / connectedOfAll;
    long users = Math.max(1, Math.round(section.get(Language.USERS) * scale * load));
    Section platforms = section.get(Language.PLATFORMS);
    return new RegionSpec(
        draft.name(),
        Math.toIntExact(users),
        section.get(Language.CONNECTED),
        Math.toIntExact(HostCounts.zones(draft)),
        platforms.get(Language.IOS),
        number(draft.home()),
        section.find(Language.FAILOVER).orElse(List.of()).stream().map(this::number).toList(),
        section.find(Language.STANDBY).map(this::standby),
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
        section.get(Language.RESIDENCY),
        fleets(draft));
  }

  private StandbySpec standby(Section section) {
    return new StandbySpec(
        number(section.get(StandbyKeys.REGION)),
        section.get(StandbyKeys.LAG),
        section.get(StandbyKeys.PROMOTE_AFTER));
  }

  private RegionSpec.Fleets fleets(RegionDraft draft) {
    Section kafka = draft.kafka();
    Fleet workers = fleet(draft, "worker", kafka.get(KafkaKeys.WORKERS).get(KafkaKeys.CORES));
    return new RegionSpec.Fleets(
        fleet(draft, "gateway", draft.gateways().get(GatewayKeys.CORES)),
        fleet(draft, "broker", kafka.get(KafkaKeys.THREADS)),
        partitions(draft, workers),
        workers,
        fleet(draft, "redis", 1),
        fleet(draft, "store", draft.store().get(Keys.Store.HANDLERS)),
        fleet(draft, "relay", draft.push().get(PushKeys.RELAYS).get(PushKeys.CORES)));
  }

  private Fleet fleet(RegionDraft draft, String component, long cores) {
    long full = HostCounts.full(draft, component);
    return Fleet.of(full, cores, scale, HostCounts.least(draft, component));
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

  private int number(String region) {
    for (int r = 0; r < drafts.size(); r++) {
      if (drafts.get(r).name().equals(region)) {
        return r;
      }
    }
    throw new IllegalStateException("no region " + region);
  }
}
