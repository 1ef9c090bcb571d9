package dev.haishin.scenario;

import java.util.List;

/** Checks of {@code traffic.hot}: the chat must exist, and be written to within the run. */
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
  }

  /** The entries that could be read. */
  static List<Section> of(Section root) {
    return root.find(Language.TRAFFIC)
        .flatMap(traffic -> traffic.find(TrafficKeys.HOT))
        .orElse(List.of());
  }

  private void check(Section hot, String path) {
    long durationNs = root.find(Language.DURATION).orElse(Types.NEVER);
    if (hot.find(TrafficKeys.AT).orElse(0L) >= durationNs) {
      problems.add(
          hot.position(TrafficKeys.AT), path + ".at", "comes after the end of the run", "");
    }
    RegionDraft region = region(hot, path);
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

  /** The region that a hot chat belongs to; null, the reason told, where there is none. */
  private RegionDraft region(Section hot, String path) {
    String name = hot.find(TrafficKeys.REGION).orElse(null);
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
        hot.position(TrafficKeys.REGION),
        path + ".region",
        "'" + name + "' is no region",
        nearest == null
            ? "known are " + String.join(", ", known)
            : "did you mean '" + nearest + "'?");
    return null;
  }
}
