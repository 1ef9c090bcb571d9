package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads {@code failures}; those that are not modelled yet are checked and refused. */
final class FailureReader {
  private final Reading reading;
  private final List<RegionDraft> regions;
  private final long durationNs;
  private final double scale;
  private final List<String> notes;

  FailureReader(
      Reading reading,
      List<RegionDraft> regions,
      long durationNs,
      double scale,
      List<String> notes) {
    this.reading = reading;
    this.regions = regions;
    this.durationNs = durationNs;
    this.scale = scale;
    this.notes = notes;
  }

  /** The failures in the order of their time. */
  List<FailureSpec> read(List<Section> sections) {
    List<FailureSpec> failures = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      FailureSpec failure = read(sections.get(i), "failures[" + i + "]");
      if (failure != null) {
        failures.add(failure);
      }
    }
    failures.sort(Comparator.comparingLong(FailureSpec::atNs));
    return failures;
  }

  private FailureSpec read(Section section, String path) {
    if (section.find(FailureKeys.AT).orElse(0L) >= durationNs) {
      wrong(section.position(FailureKeys.AT), path + ".at", "comes after the end of the run", "");
    }
    String verb = verb(section, path);
    if (verb == null) {
      return null;
    }
    Key<?> key =
        section.type().keys().stream().filter(k -> k.name().equals(verb)).findFirst().get();
    Value target = section.written(key);
    String component = target instanceof Value.Scalar scalar ? scalar.text() : "";
    int region = region(section, path);
    boolean fits = fits(verb, component, target, path);
    FailureKind kind = FailureKind.find(verb, component).orElse(null);
    boolean modelled = kind != null;
    if (fits && !modelled && reading.refusesUnmodelled()) {
      wrong(
          section.position(key),
          path,
          "'" + verb + "' of this is not modelled yet",
          "modelled are " + FailureKind.all());
    }
    if (fits && modelled) {
      checkKeys(section, kind, path);
    }
    if (!fits || !modelled || region < 0 || section.find(FailureKeys.AT).isEmpty()) {
      return null;
    }
    return selected(section, verb, component, region, path);
  }

  /** A key that a verb does not take would be passed over in silence. */
  private void checkKeys(Section section, FailureKind kind, String path) {
    for (Key<?> key : section.type().keys()) {
      if (section.isGiven(key) && !key.name().equals(kind.verb()) && !kind.takes(key)) {
        wrong(
            section.position(key),
            path + "." + key.name(),
            "does not go with '" + kind.verb() + "'",
            "it takes at, " + String.join(", ", kind.keyNames()));
      }
    }
  }

  private FailureSpec selected(
      Section section, String verb, String component, int region, String path) {
    double share = section.find(FailureKeys.SHARE).orElse(-1.0);
    long count = section.find(FailureKeys.COUNT).orElse(-1L);
    long index = section.find(FailureKeys.INDEX).orElse(-1L);
    int given = (share >= 0 ? 1 : 0) + (count >= 0 ? 1 : 0) + (index >= 0 ? 1 : 0);
    if (given > 1 || (given == 0 && verb.equals("disconnect"))) {
      wrong(section.position(), path, "must choose by one of share, count and index", "give one");
      return null;
    }
    if (verb.equals("disconnect") && share < 0) {
      wrong(section.position(), path, "clients are chosen by share", "give share: 30%");
      return null;
    }
    if (!verb.equals("disconnect") && !hostsExist(section, region, count, index, path)) {
      return null;
    }
    String label = verb + " " + component + " in " + regions.get(region).name();
    return new FailureSpec(
        verb,
        region,
        section.get(FailureKeys.AT),
        share,
        (int) count,
        given == 0 ? 0 : (int) index,
        section.find(FailureKeys.RESTART).orElse(-1L),
        label);
  }

  private boolean hostsExist(Section section, int region, long count, long index, String path) {
    RegionDraft draft = regions.get(region);
    if (!draft.isWhole() || !Scaling.countsGateways(draft)) {
      return true;
    }
    long full = Scaling.gateways(draft);
    if (count > full || index >= full) {
      wrong(
          section.position(index >= 0 ? FailureKeys.INDEX : FailureKeys.COUNT),
          path,
          draft.name() + " has " + full + " gateways",
          "count up to " + full + ", index up to " + (full - 1));
      return false;
    }
    long scaled = Fleet.of(full, 1, scale, Scaling.zones(draft)).count();
    if (count > scaled || index >= scaled) {
      notes.add(
          path + ": " + draft.name() + " has " + scaled + " gateways at this scale; taken modulo");
    }
    return true;
  }

  private String verb(Section section, String path) {
    List<String> given = new ArrayList<>();
    for (Key<?> key : section.type().keys()) {
      if (FailureKeys.VERBS.contains(key.name()) && section.written(key) != null) {
        given.add(key.name());
      }
    }
    if (given.size() != 1) {
      wrong(
          section.position(),
          path,
          given.isEmpty() ? "has no verb" : "has several verbs: " + String.join(", ", given),
          "give one of " + String.join(", ", FailureKeys.VERBS));
      return null;
    }
    return given.get(0);
  }

  private boolean fits(String verb, String component, Value target, String path) {
    if (verb.equals("lose") || verb.equals("partition")) {
      return true;
    }
    if (FailureKeys.COMPONENTS.contains(component)) {
      return true;
    }
    String nearest = Spelling.nearest(component, FailureKeys.COMPONENTS);
    wrong(
        target.position(),
        path + "." + verb,
        "'" + component + "' is no component",
        nearest == null
            ? "known are " + String.join(", ", FailureKeys.COMPONENTS)
            : "did you mean '" + nearest + "'?");
    return false;
  }

  private int region(Section section, String path) {
    String name = section.find(FailureKeys.REGION).orElse(null);
    if (name == null) {
      if (regions.size() == 1) {
        return 0;
      }
      boolean needsOne = section.written(FailureKeys.PARTITION) == null;
      if (needsOne) {
        wrong(section.position(), path + ".region", "is missing", "name a region");
      }
      return -1;
    }
    for (int r = 0; r < regions.size(); r++) {
      if (regions.get(r).name().equals(name)) {
        return r;
      }
    }
    List<String> known = regions.stream().map(RegionDraft::name).toList();
    String nearest = Spelling.nearest(name, known);
    wrong(
        section.position(FailureKeys.REGION),
        path + ".region",
        "'" + name + "' is no region",
        nearest == null
            ? "known are " + String.join(", ", known)
            : "did you mean '" + nearest + "'?");
    return -1;
  }

  private void wrong(Position position, String path, String wrong, String right) {
    reading.problems().add(position, path, wrong, right);
  }
}
