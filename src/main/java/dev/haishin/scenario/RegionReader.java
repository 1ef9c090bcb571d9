package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code regions}: each region's own keys, and every component with its overrides merged in.
 */
final class RegionReader {
  private final Reading reading;
  private final Section root;
  private final Value.Mapping tree;

  RegionReader(Reading reading, Section root, Value.Mapping tree) {
    this.reading = reading;
    this.root = root;
    this.tree = tree;
  }

  List<RegionDraft> read() {
    List<RegionDraft> drafts = new ArrayList<>();
    Value regions = root.find(Language.REGIONS).orElse(null);
    if (regions == null) {
      return drafts;
    }
    if (!(regions instanceof Value.Mapping mapping) || mapping.entries().isEmpty()) {
      reading.wrong(
          regions, "regions", "names no region", "write regions: {tokyo: {users: 1M, …}}");
      return drafts;
    }
    if (mapping.entries().size() > 200) {
      reading.wrong(regions, "regions", "names more than 200 regions", "merge some");
      return drafts;
    }
    for (Value.Entry entry : mapping.entries().values()) {
      drafts.add(region(entry));
    }
    mapping.duplicates().forEach(this::region);
    return drafts;
  }

  private RegionDraft region(Value.Entry entry) {
    String path = "regions." + entry.key();
    if (!entry.key().matches("[a-z0-9-]{1,64}")) {
      String right = "1 to 64 of a-z, 0-9 and -";
      reading.problems().add(entry.keyPosition(), path, "is no name of a region", right);
    }
    Section section = Language.REGION.read(entry.value(), path, reading);
    Value.Mapping own =
        entry.value() instanceof Value.Mapping mapping
            ? mapping
            : Value.Mapping.at(entry.value().position());
    return new RegionDraft(
        entry.key(),
        entry.keyPosition(),
        section,
        component(Language.CLIENTS, own, path),
        gateways(own, path),
        component(Language.KAFKA, own, path),
        component(Language.REDIS, own, path),
        component(Language.STORE, own, path),
        component(Language.PUSH, own, path),
        component(Language.COSTS, own, path));
  }

  /** A region's count of gateways replaces the file's, whichever way either is given. */
  private Section gateways(Value.Mapping own, String path) {
    Section merged = component(Language.GATEWAYS, own, path);
    Value ownGateways = own.get("gateways");
    Value fileGateways = tree.get("gateways");
    checkOneCount(ownGateways, path + ".gateways");
    checkOneCount(fileGateways, "gateways");
    if (merged != null
        && ownGateways instanceof Value.Mapping mapping
        && mapping.get("connections-each") != null) {
      merged.put(GatewayKeys.PER_REGION, null, mapping, true);
    }
    return merged;
  }

  private void checkOneCount(Value gateways, String path) {
    if (gateways instanceof Value.Mapping mapping
        && mapping.get("connections-each") != null
        && mapping.get("per-region") != null) {
      reading
          .problems()
          .add(
              mapping.entries().get("connections-each").keyPosition(),
              path,
              "sets both per-region and connections-each",
              "the count follows from one of them");
    }
  }

  private Section component(Key<Section> key, Value.Mapping own, String path) {
    Value overrides = own.get(key.name());
    Value base = tree.get(key.name());
    if (!(overrides instanceof Value.Mapping over)) {
      return root.find(key).orElse(null);
    }
    Value merged = base instanceof Value.Mapping below ? Overrides.merge(below, over) : over;
    Problems found = new Problems();
    Reading apart =
        new Reading(
            found,
            reading.folder(),
            reading.refusesUnmodelled(),
            reading.plugged(),
            reading.files());
    Section section = key.type().read(merged, path + "." + key.name(), apart);
    for (Problem problem : found.list()) {
      Problem ofTheFile = problem.at(problem.path().substring(path.length() + 1));
      if (!reading.problems().contains(ofTheFile)) {
        reading.problems().add(problem);
      }
    }
    return section;
  }
}
