package dev.haishin.scenario;

import java.util.List;

/** Reads {@code network.between}: a round trip for every pair of regions. */
final class RegionPairs {
  private final Reading reading;
  private final Section root;
  private final List<RegionDraft> regions;

  RegionPairs(Reading reading, Section root, List<RegionDraft> regions) {
    this.reading = reading;
    this.root = root;
    this.regions = regions;
  }

  /** One way between regions, nanoseconds; halves of the round trips. */
  long[][] read() {
    long[][] oneWayNs = new long[regions.size()][regions.size()];
    Section network = root.find(Language.NETWORK).orElse(null);
    Value between = network == null ? null : network.find(Keys.Network.BETWEEN).orElse(null);
    if (between != null && !(between instanceof Value.Mapping)) {
      reading.wrong(between, "network.between", "is " + between.kind(), "it takes a map");
      return oneWayNs;
    }
    if (between instanceof Value.Mapping mapping) {
      mapping.entries().values().forEach(entry -> readPair(entry, oneWayNs));
      mapping
          .duplicates()
          .forEach(entry -> readPair(entry, new long[regions.size()][regions.size()]));
    }
    for (int a = 0; a < regions.size(); a++) {
      for (int b = 0; b < a; b++) {
        if (oneWayNs[a][b] == 0) {
          String pair = regions.get(b).name() + "-" + regions.get(a).name();
          reading
              .problems()
              .add(
                  between == null ? regions.get(a).position() : between.position(),
                  "network.between",
                  "has no round trip for " + pair,
                  "write " + pair + ": 40ms");
        }
      }
    }
    return oneWayNs;
  }

  private void readPair(Value.Entry entry, long[][] oneWayNs) {
    String path = "network.between." + entry.key();
    Long rttNs = Keys.LINK.read(entry.value(), path, reading);
    for (int a = 0; a < regions.size(); a++) {
      for (int b = 0; b < regions.size(); b++) {
        if (a != b && entry.key().equals(regions.get(a).name() + "-" + regions.get(b).name())) {
          if (oneWayNs[a][b] != 0) {
            String right = "round trips are the same both ways; keep one of them";
            reading.problems().add(entry.keyPosition(), path, "is given both ways", right);
          }
          oneWayNs[a][b] = rttNs == null ? 1 : Math.max(1, rttNs / 2);
          oneWayNs[b][a] = oneWayNs[a][b];
          return;
        }
      }
    }
    List<String> known = regions.stream().map(RegionDraft::name).toList();
    reading
        .problems()
        .add(
            entry.keyPosition(),
            path,
            "is no pair of regions",
            "write two of " + String.join(", ", known) + " with a - between");
  }
}
