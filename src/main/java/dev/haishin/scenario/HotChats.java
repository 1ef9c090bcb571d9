package dev.haishin.scenario;

import java.util.List;

/**
 * Checks of {@code traffic.hot} and {@code traffic.hot-keys}: the chat and the region must exist,
 * and the load must begin within the run.
 */
final class HotChats {
  private final Problems problems;
  private final Section root;
  private final List<RegionDraft> regions;

  HotChats(Problems problems, Section root, List<RegionDraft> regions) {
    this.problems = problems;
    this.root = root;
    this.regions = regions;
  }

  void check() {
    List<Section> hot = of(root);
    for (int i = 0; i < hot.size(); i++) {
      check(hot.get(i), "traffic.hot[" + i + "]");
    }
    List<Section> keys = keys(root);
    for (int i = 0; i < keys.size(); i++) {
      String path = "traffic.hot-keys[" + i + "]";
      begin(keys.get(i), path);
      region(keys.get(i), TrafficKeys.KEY_REGION, path);
    }
  }

  /** The hot keys that could be read. */
  static List<Section> keys(Section root) {
    return root.find(Language.TRAFFIC)
        .flatMap(traffic -> traffic.find(TrafficKeys.HOT_KEYS))
        .orElse(List.of());
  }

  /** The hot chats that could be read. */
  static List<Section> of(Section root) {
    return root.find(Language.TRAFFIC)
        .flatMap(traffic -> traffic.find(TrafficKeys.HOT))
        .orElse(List.of());
  }

  private void check(Section hot, String path) {
    begin(hot, path);
    RegionDraft region = region(hot, TrafficKeys.REGION, path);
    Section chats = root.find(Language.CHATS).orElse(null);
    if (hot.find(TrafficKeys.CHAT).isEmpty() || chats == null) {
      return;
    }
    ChatDefaults kind = ChatDefaults.named(hot.get(TrafficKeys.CHAT));
    String key = kind.key().name();
    if (kind.share(chats) == 0) {
      problems.add(
          hot.position(TrafficKeys.CHAT),
          path + ".chat",
          "there are no chats of the kind '" + key + "'",
          "give chats." + key + ".share");
    } else if (region != null && region.isWhole() && !hasOne(region, kind, chats)) {
      problems.add(
          hot.position(TrafficKeys.CHAT),
          path + ".chat",
          region.name() + " has too few people for a chat of the kind '" + key + "'",
          "give more users, smaller chats or more of them for each user");
    }
  }

  /** Chats lie in layers of memberships, the largest of which holds one of each user at most. */
  private static boolean hasOne(RegionDraft region, ChatDefaults kind, Section chats) {
    double memberships = region.section().get(Language.USERS) * Math.min(1, kind.perUser(chats));
    return memberships >= kind.size(chats).mean();
  }

  private void begin(Section hot, String path) {
    long durationNs = root.find(Language.DURATION).orElse(Types.NEVER);
    if (hot.find(TrafficKeys.AT).orElse(0L) >= durationNs) {
      problems.add(
          hot.position(TrafficKeys.AT), path + ".at", "comes after the end of the run", "");
    }
  }

  /** The region that a hot chat or key belongs to; null, the reason told, where there is none. */
  private RegionDraft region(Section hot, Key<String> key, String path) {
    String name = hot.find(key).orElse(null);
    if (name == null) {
      return regions.isEmpty() ? null : regions.get(0);
    }
    for (RegionDraft region : regions) {
      if (region.name().equals(name)) {
        return region;
      }
    }
    List<String> known = regions.stream().map(RegionDraft::name).toList();
    String nearest = Spelling.nearest(name, known);
    problems.add(
        hot.position(key),
        path + ".region",
        "'" + name + "' is no region",
        nearest == null
            ? "known are " + String.join(", ", known)
            : "did you mean '" + nearest + "'?");
    return null;
  }
}
