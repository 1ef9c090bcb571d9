package dev.haishin.experiment.size;

import dev.haishin.experiment.Fleets;
import dev.haishin.scenario.FailureKind;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import dev.haishin.scenario.WrittenFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Takes a host, or a zone's share of the hosts, of what is sized away before a size is tried: N +
 * 1.
 *
 * <p>Where the language can fail it, it fails at the very beginning and never comes back, so that
 * what is measured after the warm-up is the system without it. Where it cannot, a count of hosts is
 * tried with as many less.
 */
final class SpareHosts {
  private static final String AT_ONCE = "at: 1ms";

  /** Which component a path is about, by how it begins; the first that fits. */
  private static final Map<String, String> COMPONENTS = new LinkedHashMap<>();

  /** Paths that count hosts. */
  private static final List<String> COUNTS =
      List.of(
          "gateways.per-region",
          "kafka.brokers",
          "kafka.fanout-workers.count",
          "redis.shards",
          "store.region-servers",
          "push.relays.count");

  static {
    COMPONENTS.put("gateways.", "gateway");
    COMPONENTS.put("kafka.fanout-workers.", "worker");
    COMPONENTS.put("kafka.", "broker");
    COMPONENTS.put("redis.", "redis");
    COMPONENTS.put("store.", "store");
    COMPONENTS.put("push.relays.", "relay");
  }

  private final Spare spare;
  private final List<SizeRange> ranges;
  private final List<FailureKind> kinds;

  /**
   * What to take away.
   *
   * @param kinds of failure that have an effect
   */
  SpareHosts(Spare spare, List<SizeRange> ranges, List<FailureKind> kinds) {
    this.spare = spare;
    this.kinds = List.copyOf(kinds);
    this.ranges = List.copyOf(ranges);
  }

  /** Whether anything is taken away at all. */
  boolean takesAway() {
    return spare != Spare.NONE;
  }

  /** The option that asks for it, if anything is spared. */
  Optional<String> option() {
    return spare == Spare.NONE
        ? Optional.empty()
        : Optional.of("--spare " + spare.name().toLowerCase(Locale.ROOT));
  }

  /** Why a scenario has nothing to spare; empty if it has. */
  List<String> errors(ScenarioSpec scenario) {
    return scenario.regions().stream()
        .filter(region -> spare == Spare.ZONE && region.zones() == 1)
        .map(
            region ->
                "--spare zone: region "
                    + region.name()
                    + " has one zone, and nothing would be left; set regions."
                    + region.name()
                    + ".zones=3")
        .toList();
  }

  /** Why nothing can be taken away, path by path; empty if it can. */
  List<String> errors() {
    List<String> errors = new ArrayList<>();
    if (spare == Spare.NONE) {
      return errors;
    }
    for (SizeRange range : ranges) {
      if (!canCrash(component(range)) && !isCount(range)) {
        errors.add(
            "--spare: nothing of what "
                + range.path()
                + " is about can be taken away in this version; size a count of hosts");
      } else if (isFewer(range) && range.number(0).compareTo(BigDecimal.ONE) <= 0) {
        errors.add(
            "--spare: with one less of "
                + range.path()
                + "="
                + range.value(0)
                + " nothing is left; begin the range at 2");
      }
    }
    return errors;
  }

  /** What is done, in words; empty for nothing. */
  String words() {
    if (spare == Spare.NONE) {
      return "";
    }
    boolean host = spare == Spare.HOST;
    List<String> words = new ArrayList<>();
    for (String component : components()) {
      if (canCrash(component)) {
        String part = host ? "one of the hosts" : "a zone's share of the hosts";
        words.add(part + " of kind " + component + " is down in every region");
      }
    }
    for (SizeRange range : ranges) {
      if (isFewer(range)) {
        String part = host ? "one" : "a zone's share";
        words.add(range.path() + " is tried with " + part + " less");
      }
    }
    return String.join("; ", words);
  }

  /** The setting of a path at a step, with what is spare taken away where it is a mere count. */
  String setting(SizeRange range, int step, int zones) {
    if (!isFewer(range)) {
      return range.setting(step);
    }
    long value = range.number(step).longValueExact();
    long less = spare == Spare.HOST ? 1 : (value + zones - 1) / zones;
    return range.path() + "=" + (value - less);
  }

  /**
   * The failures to add to those of a scenario, as one setting; none where nothing fails.
   *
   * @param part of the full world that this one is: a host of a full world is that part of one
   */
  List<String> failures(ScenarioSpec scenario, double part) {
    if (spare == Spare.NONE) {
      return List.of();
    }
    List<String> added = new ArrayList<>();
    for (RegionSpec region : scenario.regions()) {
      for (String component : components()) {
        int hosts = new Fleets(scenario).hosts(component, region);
        int count =
            spare == Spare.HOST
                ? (int) Math.round(part)
                : (hosts + region.zones() - 1) / region.zones();
        if (hosts > 0 && count > 0 && canCrash(component)) {
          added.add(
              "{"
                  + AT_ONCE
                  + ", crash: "
                  + component
                  + ", region: "
                  + region.name()
                  + ", count: "
                  + count
                  + "}");
        }
      }
    }
    if (added.isEmpty()) {
      return List.of();
    }
    WrittenFailure.of(scenario).forEach(failure -> added.add(failure.text()));
    return List.of("failures=[" + String.join(", ", added) + "]");
  }

  private boolean canCrash(String component) {
    return kinds.stream()
        .filter(kind -> kind.verb().equals("crash") && kind.component().equals(component))
        .anyMatch(kind -> kind.takes("region") && kind.takes("count"));
  }

  private boolean isFewer(SizeRange range) {
    return spare != Spare.NONE && isCount(range) && !canCrash(component(range));
  }

  private static boolean isCount(SizeRange range) {
    return COUNTS.stream().anyMatch(count -> inFile(range.path()).equals(count));
  }

  private SortedSet<String> components() {
    SortedSet<String> components = new TreeSet<>();
    ranges.forEach(range -> components.add(component(range)));
    if (components.remove("")) {
      components.addAll(COMPONENTS.values());
    }
    return components;
  }

  /** The component that a path is about; empty where it is about all, such as the load. */
  private static String component(SizeRange range) {
    return COMPONENTS.entrySet().stream()
        .filter(entry -> inFile(range.path()).startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** A region's own path as the file's: {@code regions.tokyo.redis.shards} as the shards' path. */
  private static String inFile(String path) {
    return path.replaceFirst("^regions\\.[^.]+\\.", "");
  }
}
