package dev.haishin.experiment.chaos;

import dev.haishin.engine.RandomStream;
import dev.haishin.scenario.FailureKind;
import dev.haishin.scenario.RegionSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws schedules: the number of a schedule and the seed decide it, and nothing else.
 *
 * <p>A schedule has one to {@code most} failures; kind, region and hosts are uniform, lengths of
 * time log-uniform from one second to half the run, so that short and long ones are equally likely.
 */
final class ScheduleGenerator {
  private static final int ATTEMPTS = 50;
  private static final long GRAIN_NS = 100_000_000;
  private static final long SHORTEST_NS = 1_000_000_000;
  private static final int NEVER_BACK_ONE_IN = 6;
  private static final int WORST_FACTOR = 20;

  private final Limits limits;
  private final long seed;
  private final List<FailureKind> kinds;

  /**
   * A generator.
   *
   * @throws IllegalArgumentException when nothing may happen
   */
  ScheduleGenerator(Limits limits, long seed) {
    this.limits = limits;
    this.seed = seed;
    this.kinds = limits.kinds();
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("no failure may happen");
    }
  }

  /** Schedule number {@code number}. */
  Schedule draw(int number) {
    RandomStream random = RandomStream.of(seed, "chaos", "schedule-" + number);
    int size = 1 + random.nextInt(limits.most());
    Schedule schedule = Schedule.NONE;
    for (int attempt = 0; attempt < ATTEMPTS && schedule.size() < size; attempt++) {
      Schedule longer = schedule.and(incident(random));
      if (limits.allow(longer)) {
        schedule = longer;
      }
    }
    return schedule;
  }

  private Incident incident(RandomStream random) {
    FailureKind kind = kinds.get(random.nextInt(kinds.size()));
    List<RegionSpec> regions = limits.regions(kind);
    RegionSpec region = regions.get(random.nextInt(regions.size()));
    List<Amount> amounts = new ArrayList<>();
    long spanNs = limits.endNs() - limits.firstNs();
    amounts.add(amount("at", limits.firstNs() + grain(random.nextLong(spanNs))));
    addHosts(kind, region, random, amounts);
    for (String key : kind.keyNames()) {
      if (!key.equals("zone") || !Limits.isOfHosts(kind)) {
        addRest(key, kind, region, random, amounts);
      }
    }
    if (kind.verb().equals(Limits.PARTITION)) {
      RegionSpec other = otherThan(region, regions, random);
      String pair = "[" + region.name() + ", " + other.name() + "]";
      return new Incident(kind.verb(), pair, "", amounts);
    }
    String where = kind.takes("region") ? region.name() : "";
    return new Incident(kind.verb(), kind.component(), where, amounts);
  }

  private static RegionSpec otherThan(
      RegionSpec region, List<RegionSpec> regions, RandomStream random) {
    int own = regions.indexOf(region);
    return regions.get((own + 1 + random.nextInt(regions.size() - 1)) % regions.size());
  }

  private void addHosts(
      FailureKind kind, RegionSpec region, RandomStream random, List<Amount> amounts) {
    if (!Limits.isOfHosts(kind)) {
      if (kind.takes("share")) {
        amounts.add(amount("share", 1 + random.nextLong(limits.mostShare())));
      }
      return;
    }
    int hosts = limits.hosts(kind.component(), region);
    int most = limits.mostHosts(hosts);
    if (kind.takes("index") && (most == 1 || random.nextInt(2) == 0)) {
      amounts.add(amount("index", random.nextInt(hosts)));
    } else {
      amounts.add(amount("count", 1 + random.nextInt(most)));
    }
  }

  /** What a failure says besides its place and time. */
  private void addRest(
      String key, FailureKind kind, RegionSpec region, RandomStream random, List<Amount> amounts) {
    switch (key) {
      case "restart" -> {
        long backNs = lengthNs(random);
        if (random.nextInt(NEVER_BACK_ONE_IN) > 0) {
          amounts.add(amount(key, backNs));
        }
      }
      case "for" ->
          amounts.add(
              amount(
                  key,
                  Math.min(
                      lengthNs(random), limits.longestNs(kind.verb(), kind.component(), region))));
      case "over", "ready" -> amounts.add(amount(key, lengthNs(random)));
      case "zone" -> amounts.add(amount(key, random.nextInt(region.zones())));
      case "latency" -> amounts.add(amount(key, 2 + random.nextInt(WORST_FACTOR - 1)));
      case "errors", "quota" ->
          amounts.add(amount(key, Measure.PER_PERCENT * (1 + random.nextInt(99))));
      default -> {
        // region, share, count and index are chosen before; repeat is what schedules do anyway.
      }
    }
  }

  private static Amount amount(String key, long value) {
    return new Amount(key, Measure.of(key), value);
  }

  private long lengthNs(RandomStream random) {
    double longest = Math.max(SHORTEST_NS, (limits.endNs() - limits.firstNs()) / 2.0);
    double exponent = random.nextDouble() * StrictMath.log(longest / SHORTEST_NS);
    return Math.max(SHORTEST_NS, grain((long) (SHORTEST_NS * StrictMath.exp(exponent))));
  }

  private static long grain(long ns) {
    return ns / GRAIN_NS * GRAIN_NS;
  }
}
