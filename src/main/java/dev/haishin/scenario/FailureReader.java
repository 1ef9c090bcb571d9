package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads {@code failures}; those that are not modelled yet are checked and refused. */
final class FailureReader {
  private static final int UNKNOWN = -2;
  private static final long MOST_REPEATS = 1000;

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
      String path = "failures[" + i + "]";
      Section section = sections.get(i);
      FailureSpec failure = read(section, path);
      if (failure != null) {
        repeat(failure, section.find(FailureKeys.REPEAT).orElse(null), path, failures);
      }
    }
    failures.sort(Comparator.comparingLong(FailureSpec::atNs));
    return failures;
  }

  /** Adds a failure as often as it happens before the end of the run. */
  private void repeat(FailureSpec first, Section repeat, String path, List<FailureSpec> failures) {
    failures.add(first);
    if (repeat == null || repeat.find(FailureKeys.EVERY).isEmpty()) {
      return;
    }
    long everyNs = repeat.get(FailureKeys.EVERY);
    long fit = 1 + (durationNs - 1 - first.atNs()) / everyNs;
    long times = Math.min(fit, repeat.find(FailureKeys.TIMES).orElse(fit));
    if (times > MOST_REPEATS) {
      wrong(
          repeat.position(),
          path + ".repeat",
          "would happen " + times + " times",
          "at most " + MOST_REPEATS);
      return;
    }
    long atNs = first.atNs();
    for (long i = 1; i < times; i++) {
      atNs += everyNs;
      failures.add(first.at(atNs));
    }
  }

  private FailureSpec read(Section section, String path) {
    if (section.find(FailureKeys.AT).orElse(0L) >= durationNs) {
      wrong(section.position(FailureKeys.AT), path + ".at", "comes after the end of the run", "");
    }
    String verb = verb(section, path);
    if (verb == null) {
      return null;
    }
    if (verb.equals("partition")) {
      return parted(section, path);
    }
    Key<?> key =
        section.type().keys().stream().filter(k -> k.name().equals(verb)).findFirst().get();
    Value target = section.written(key);
    String component = target instanceof Value.Scalar scalar ? scalar.text() : "";
    int region = region(section, component, path);
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
    if (!fits || !modelled || region == UNKNOWN || section.find(FailureKeys.AT).isEmpty()) {
      return null;
    }
    return selected(section, kind, region, path);
  }

  /** Two regions that nothing crosses between, or null if that is not what is said. */
  private FailureSpec parted(Section section, String path) {
    FailureKind kind = FailureKind.find("partition", "").orElseThrow();
    checkKeys(section, kind, path);
    List<String> names = section.find(FailureKeys.PARTITION).orElse(null);
    if (names == null || section.find(FailureKeys.AT).isEmpty()) {
      return null;
    }
    Position position = section.position(FailureKeys.PARTITION);
    int one = region(names.get(0), position, path + ".partition");
    int other = region(names.get(1), position, path + ".partition");
    if (one == UNKNOWN || other == UNKNOWN) {
      return null;
    }
    return new FailureSpec(
        kind.verb(),
        kind.component(),
        one,
        other,
        section.get(FailureKeys.AT),
        section.find(FailureKeys.FOR).orElse((long) FailureSpec.NONE),
        FailureSpec.Which.all(),
        FailureSpec.Effect.PLAIN,
        "partition of " + names.get(0) + " and " + names.get(1));
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

  private FailureSpec selected(Section section, FailureKind kind, int region, String path) {
    FailureSpec.Which which = which(section, kind, region, path);
    if (which == null || !slowsWell(section, kind, region, path)) {
      return null;
    }
    FailureSpec.Effect effect =
        new FailureSpec.Effect(
            section.find(FailureKeys.OVER).orElse(0L),
            section.find(FailureKeys.READY).orElse(0L),
            section.find(FailureKeys.LATENCY).orElse(1.0),
            section.find(FailureKeys.ERRORS).orElse(0.0),
            section.find(FailureKeys.QUOTA).orElse(1.0));
    long lastsNs =
        section
            .find(FailureKeys.RESTART)
            .orElse(section.find(FailureKeys.FOR).orElse((long) FailureSpec.NONE));
    String zone = which.zone() < 0 ? "" : " " + which.zone();
    String place = region < 0 ? "" : " in " + regions.get(region).name();
    return new FailureSpec(
        kind.verb(),
        kind.component(),
        region,
        FailureSpec.NONE,
        section.get(FailureKeys.AT),
        lastsNs,
        which,
        effect,
        kind.verb() + " " + kind.component() + zone + place);
  }

  /** What a failure hits, or null if that cannot be said. */
  private FailureSpec.Which which(Section section, FailureKind kind, int region, String path) {
    double share = section.find(FailureKeys.SHARE).orElse(-1.0);
    long count = section.find(FailureKeys.COUNT).orElse(-1L);
    long index = section.find(FailureKeys.INDEX).orElse(-1L);
    long zone = section.find(FailureKeys.ZONE).orElse(-1L);
    int given = (share >= 0 ? 1 : 0) + (count >= 0 ? 1 : 0) + (index >= 0 ? 1 : 0);
    boolean ofClients = kind.component().equals("clients");
    if (given > 1 || (given == 0 && ofClients)) {
      wrong(section.position(), path, "must choose by one of share, count and index", "give one");
      return null;
    }
    if (ofClients && share < 0) {
      wrong(section.position(), path, "clients are chosen by share", "give share: 30%");
      return null;
    }
    if (!zoneExists(section, kind, region, zone, path)) {
      return null;
    }
    boolean ofHosts =
        HostCounts.COMPONENTS.contains(kind.component()) && !kind.verb().equals("add");
    if (ofHosts && !hostsExist(section, kind.component(), region, count, index, path)) {
      return null;
    }
    if (index >= 0 && zone >= 0) {
      wrong(section.position(), path, "names a host and a zone", "give index or zone");
      return null;
    }
    boolean first = ofHosts && given == 0 && zone < 0;
    return new FailureSpec.Which(share, (int) count, first ? 0 : (int) index, (int) zone);
  }

  private boolean zoneExists(
      Section section, FailureKind kind, int region, long zone, String path) {
    if (zone < 0 && kind.component().equals("zone")) {
      wrong(section.position(), path + ".zone", "is missing", "zones count from 0");
      return false;
    }
    if (zone < 0 || region < 0 || !regions.get(region).isWhole()) {
      return true;
    }
    long zones = HostCounts.zones(regions.get(region));
    if (zone >= zones) {
      wrong(
          section.position(FailureKeys.ZONE),
          path + ".zone",
          regions.get(region).name() + " has " + zones + (zones == 1 ? " zone" : " zones"),
          zones == 1 ? "give 0" : "give 0 to " + (zones - 1));
      return false;
    }
    return true;
  }

  private boolean hostsExist(
      Section section, String component, int region, long count, long index, String path) {
    if (region < 0 || !HostCounts.areKnown(regions.get(region))) {
      return true;
    }
    RegionDraft draft = regions.get(region);
    if (!component.equals("gateway") && !draft.home().equals(draft.name())) {
      wrong(
          section.position(FailureKeys.REGION),
          path + ".region",
          draft.name() + " has no " + component + "; its people's data lives elsewhere",
          "name " + draft.home());
      return false;
    }
    long full = HostCounts.full(draft, component);
    String hosts = component.equals("redis") || component.equals("store") ? "" : "s";
    if (count > full || index >= full) {
      wrong(
          section.position(index >= 0 ? FailureKeys.INDEX : FailureKeys.COUNT),
          path,
          draft.name() + " has " + full + " " + component + hosts,
          "count up to " + full + ", index up to " + (full - 1));
      return false;
    }
    long scaled = Fleet.of(full, 1, scale, HostCounts.least(draft, component)).count();
    if (count > scaled || index >= scaled) {
      notes.add(
          path
              + ": "
              + draft.name()
              + " has "
              + scaled
              + " "
              + component
              + hosts
              + " at this scale; taken modulo");
    }
    return true;
  }

  private boolean slowsWell(Section section, FailureKind kind, int region, String path) {
    boolean isOfHosts = HostCounts.COMPONENTS.contains(kind.component());
    if (!isOfHosts || !(kind.verb().equals("pause") || kind.verb().equals("degrade"))) {
      return true;
    }
    RegionDraft draft = region < 0 ? null : regions.get(region);
    return new SlowedHosts(reading, section, kind, path).areRight(draft);
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
    List<String> known = verb.equals("lose") ? FailureKeys.LOSABLE : FailureKeys.COMPONENTS;
    if (known.contains(component)) {
      return true;
    }
    String nearest = Spelling.nearest(component, known);
    wrong(
        target.position(),
        path + "." + verb,
        "'" + component + "' is no component",
        nearest == null
            ? "known are " + String.join(", ", known)
            : "did you mean '" + nearest + "'?");
    return false;
  }

  private int region(Section section, String component, String path) {
    String name = section.find(FailureKeys.REGION).orElse(null);
    if (name == null) {
      if (regions.size() == 1) {
        return 0;
      }
      boolean isEverywhere = FailureKeys.PROVIDERS.contains(component);
      if (!isEverywhere) {
        wrong(section.position(), path + ".region", "is missing", "name a region");
      }
      return isEverywhere ? FailureSpec.EVERYWHERE : UNKNOWN;
    }
    return region(name, section.position(FailureKeys.REGION), path + ".region");
  }

  private int region(String name, Position position, String path) {
    for (int r = 0; r < regions.size(); r++) {
      if (regions.get(r).name().equals(name)) {
        return r;
      }
    }
    List<String> known = regions.stream().map(RegionDraft::name).toList();
    String nearest = Spelling.nearest(name, known);
    wrong(
        position,
        path,
        "'" + name + "' is no region",
        nearest == null
            ? "known are " + String.join(", ", known)
            : "did you mean '" + nearest + "'?");
    return UNKNOWN;
  }

  private void wrong(Position position, String path, String wrong, String right) {
    reading.problems().add(position, path, wrong, right);
  }
}
