package dev.haishin.model;

import dev.haishin.delivery.Repertoire;
import dev.haishin.model.plugin.Plugins;
import dev.haishin.model.population.ChatKind;
import dev.haishin.model.push.ProviderPlan;
import dev.haishin.model.push.ProviderRules;
import dev.haishin.model.push.StorageRules;
import dev.haishin.results.View;
import dev.haishin.scenario.ChatDefaults;
import dev.haishin.scenario.ClientKeys;
import dev.haishin.scenario.Key;
import dev.haishin.scenario.Keys;
import dev.haishin.scenario.Law;
import dev.haishin.scenario.PushKeys;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import dev.haishin.scenario.Section;
import dev.haishin.scenario.TrafficKeys;
import java.util.ArrayList;
import java.util.List;

/** Turns a scenario into the plan of a world. */
public final class Plans {
  /** One way to a push provider, at the least: they stand outside the platform. */
  private static final long PROVIDER_LINK_NS = 10_000_000L;

  /** Notifications kept for a device, facts.md rows N03 and N24. */
  private static final int KEPT_BY_APNS = 1;

  private static final int KEPT_BY_FCM = 100;

  private static final double SECONDS_PER_MINUTE = 60;
  private static final double MINUTES_PER_HOUR = 60;

  private final ScenarioSpec scenario;

  private Plans(ScenarioSpec scenario) {
    this.scenario = scenario;
  }

  /**
   * The plan of a scenario.
   *
   * @param views what expectations ask to be recorded
   */
  public static WorldPlan of(ScenarioSpec scenario, List<View> views) {
    return new Plans(scenario).plan(views);
  }

  private WorldPlan plan(List<View> views) {
    List<RegionPlan> regions = new ArrayList<>();
    List<HomePlan> homes = new ArrayList<>();
    for (int r = 0; r < scenario.regions().size(); r++) {
      RegionSpec region = scenario.regions().get(r);
      regions.add(new RegionPlans(scenario, region).plan());
      homes.add(region.home() == r ? new HomePlans(region).plan() : null);
    }
    Section network = scenario.network();
    List<ChatKind> kinds = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    addKinds(kinds, shares);
    Section push = scenario.regions().get(0).push();
    Section fallback = push.get(PushKeys.FALLBACK);
    return new WorldPlan(
        scenario.seed(),
        scenario.durationNs(),
        scenario.warmupNs(),
        regions,
        homes,
        network.get(Keys.Network.SAME_ZONE),
        network.get(Keys.Network.SAME_REGION),
        scenario.betweenNs(),
        network.find(Keys.Network.JITTER).map(Law::distribution).orElse(null),
        network.get(Keys.Network.ACCESS).distribution(),
        network.get(Keys.Network.ACCESS_FLOOR),
        network.get(Keys.Network.LOSS),
        network.get(Keys.Network.RTO),
        kinds.toArray(new ChatKind[0]),
        shares.stream().mapToDouble(Double::doubleValue).toArray(),
        scenario.chats().get(ClientKeys.LOCALITY),
        code(),
        scenario.delivery().get(Keys.Delivery.DEDUP_WINDOW),
        scenario.delivery().get(Keys.Delivery.ROUTE_TIMEOUT),
        provider(
            push.get(PushKeys.APNS),
            PushKeys.QUOTA,
            PushKeys.STEADY_QUOTA,
            PushKeys.RETRY_AFTER,
            PushKeys.PER_DEVICE,
            PushKeys.PER_DEVICE_HOUR,
            storage(push.get(PushKeys.APNS), PushKeys.TTL, KEPT_BY_APNS, false)),
        provider(
            push.get(PushKeys.FCM),
            PushKeys.FCM_QUOTA,
            PushKeys.QUOTA_WINDOW,
            PushKeys.FCM_RETRY_AFTER,
            PushKeys.FCM_PER_DEVICE,
            PushKeys.FCM_PER_DEVICE_HOUR,
            fcmStorage(push.get(PushKeys.FCM))),
        (long) (1e9 / (fallback.get(PushKeys.PACE) * scenario.scale() * scenario.load())),
        fallback.get(PushKeys.SMS_LATENCY).distribution(),
        broadcasts(),
        hotChats(kinds),
        hotKeys(),
        new FailurePlans(scenario).plans(),
        views);
  }

  private DeliveryCode code() {
    Section fanout = scenario.delivery().get(Keys.Delivery.FANOUT);
    Repertoire repertoire = Plugins.of(scenario).repertoire();
    return new DeliveryCode(
        repertoire.strategy(fanout.get(Keys.Delivery.STRATEGY), Plugins.settings(fanout)),
        repertoire.router(scenario.delivery().get(Keys.Delivery.ROUTER)),
        fanout.get(Keys.Delivery.READ_EVERY).distribution(),
        groupKeys(),
        new NewDevices(
            scenario.encryption().get(Keys.Encryption.DEVICE_ADDS),
            Math.toIntExact(scenario.encryption().get(Keys.Encryption.HISTORY))));
  }

  private GroupKeys groupKeys() {
    Section encryption = scenario.encryption();
    double rate = encryption.get(Keys.Encryption.REKEY_RATE);
    boolean sealed = encryption.get(Keys.Encryption.LETTER_SEALING);
    if (!sealed || ChatDefaults.GROUP.share(scenario.chats()) == 0) {
      return GroupKeys.LASTING;
    }
    int kind = ChatDefaults.DIRECT.share(scenario.chats()) > 0 ? 1 : 0;
    return new GroupKeys(RegionPlans.keys(encryption), kind, rate);
  }

  private void addKinds(List<ChatKind> kinds, List<Double> shares) {
    Section chats = scenario.chats();
    for (ChatDefaults kind : ChatDefaults.ALL) {
      if (kind.share(chats) > 0) {
        double popularity = chats.get(kind.key()).get(ClientKeys.POPULARITY);
        kinds.add(new ChatKind(kind.ordinal(), kind.size(chats), kind.perUser(chats), popularity));
        shares.add(kind.share(chats));
      }
    }
    if (kinds.isEmpty()) {
      ChatDefaults direct = ChatDefaults.DIRECT;
      kinds.add(new ChatKind(0, direct.size(chats), direct.perUser(chats), 0));
      shares.add(1.0);
    }
  }

  private ProviderPlan provider(
      Section provider,
      Key<Double> quota,
      Key<Long> window,
      Key<Long> retryAfter,
      Key<Double> perDevice,
      Key<Double> perDeviceHour,
      StorageRules storage) {
    long connections =
        Math.max(1, Math.round(provider.get(PushKeys.CONNECTIONS) * scenario.scale()));
    return new ProviderPlan(
        provider.get(quota) * scenario.scale(),
        provider.get(window),
        Math.toIntExact(provider.get(PushKeys.STREAMS)),
        Math.toIntExact(connections),
        provider.get(PushKeys.RESPONSE).distribution(),
        provider.get(PushKeys.LATENCY).distribution(),
        providerLinkNs(),
        rules(provider, retryAfter, perDevice, perDeviceHour),
        storage);
  }

  private static StorageRules fcmStorage(Section fcm) {
    boolean collapsible = fcm.get(PushKeys.COLLAPSIBLE);
    return storage(fcm, PushKeys.FCM_TTL, collapsible ? 1 : KEPT_BY_FCM, collapsible);
  }

  private static StorageRules storage(
      Section provider, Key<Long> ttl, int most, boolean collapsible) {
    return new StorageRules(
        provider.get(PushKeys.ASLEEP),
        provider.get(PushKeys.WAKE).distribution(),
        provider.get(ttl),
        most,
        collapsible);
  }

  /** An hour that the minutes of the run cannot fill is not counted. */
  private ProviderRules rules(
      Section provider, Key<Long> retryAfter, Key<Double> perDevice, Key<Double> perDeviceHour) {
    long inMinute = perDevice(provider.get(perDevice) * SECONDS_PER_MINUTE);
    long inHour = perDevice(provider.get(perDeviceHour) * SECONDS_PER_MINUTE * MINUTES_PER_HOUR);
    double minutes = Math.ceil(scenario.durationNs() / 1e9 / SECONDS_PER_MINUTE);
    return new ProviderRules(
        provider.get(PushKeys.TIMEOUT),
        provider.get(retryAfter),
        provider.get(PushKeys.INVALID_TOKENS),
        inMinute,
        minutes * inMinute <= inHour ? Long.MAX_VALUE : inHour);
  }

  /** A device's share of a window: whole requests, at least one. */
  private static long perDevice(double requests) {
    return Double.isInfinite(requests) ? Long.MAX_VALUE : Math.max(1, Math.round(requests));
  }

  private long providerLinkNs() {
    Section network = scenario.network();
    long farthestNs =
        Math.max(network.get(Keys.Network.SAME_ZONE), network.get(Keys.Network.SAME_REGION));
    return Math.max(PROVIDER_LINK_NS, 4 * farthestNs);
  }

  private List<WorldPlan.BroadcastPlan> broadcasts() {
    double factor = scenario.scale() * scenario.load();
    List<WorldPlan.BroadcastPlan> broadcasts = new ArrayList<>();
    for (Section broadcast : scenario.traffic().find(TrafficKeys.BROADCASTS).orElse(List.of())) {
      broadcasts.add(
          new WorldPlan.BroadcastPlan(
              broadcast.get(TrafficKeys.FROM),
              broadcast.get(TrafficKeys.AT),
              Math.max(1, Math.round(broadcast.get(TrafficKeys.AUDIENCE) * factor)),
              broadcast.get(TrafficKeys.PACE) * factor,
              Math.toIntExact(broadcast.get(TrafficKeys.BODY))));
    }
    return broadcasts;
  }

  private List<WorldPlan.HotKeyPlan> hotKeys() {
    List<WorldPlan.HotKeyPlan> hot = new ArrayList<>();
    List<String> regions = scenario.regions().stream().map(RegionSpec::name).toList();
    for (Section key : scenario.traffic().find(TrafficKeys.HOT_KEYS).orElse(List.of())) {
      long atNs = key.get(TrafficKeys.AT);
      hot.add(
          new WorldPlan.HotKeyPlan(
              key.find(TrafficKeys.KEY_REGION).map(regions::indexOf).orElse(0),
              key.get(TrafficKeys.KEY),
              key.get(TrafficKeys.READ_RATE) * scenario.scale() * scenario.load(),
              atNs,
              Math.min(scenario.durationNs(), atNs + key.get(TrafficKeys.FOR))));
    }
    return hot;
  }

  private List<WorldPlan.HotChatPlan> hotChats(List<ChatKind> kinds) {
    List<WorldPlan.HotChatPlan> hot = new ArrayList<>();
    List<String> regions = scenario.regions().stream().map(RegionSpec::name).toList();
    for (Section chat : scenario.traffic().find(TrafficKeys.HOT).orElse(List.of())) {
      int number = ChatDefaults.named(chat.get(TrafficKeys.CHAT)).ordinal();
      int kind = 0;
      while (kinds.get(kind).number() != number) {
        kind++;
      }
      long atNs = chat.get(TrafficKeys.AT);
      hot.add(
          new WorldPlan.HotChatPlan(
              chat.find(TrafficKeys.REGION).map(regions::indexOf).orElse(0),
              kind,
              Math.toIntExact(chat.get(TrafficKeys.MEMBERS)),
              chat.get(TrafficKeys.CHAT_RATE) * scenario.scale() * scenario.load(),
              atNs,
              Math.min(scenario.durationNs(), atNs + chat.get(TrafficKeys.FOR))));
    }
    return hot;
  }
}
