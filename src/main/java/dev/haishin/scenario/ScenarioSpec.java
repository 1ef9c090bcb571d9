package dev.haishin.scenario;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One scenario in one variant, as it is run.
 *
 * @param name names the results folder
 * @param description one line, may be empty
 * @param variant {@code baseline} for the file itself
 * @param seed the only source of randomness
 * @param durationNs simulated time
 * @param warmupNs what happens before it is not measured
 * @param clock date and time at t=0, if the file gives one
 * @param regions in the order of the file
 * @param links between them
 * @param broadcasts in the order of the file
 * @param failures in the order of the file
 * @param expects in the order of the file
 * @param variants names of all variants of the file
 * @param scale how the run differs in size from the file
 */
public record ScenarioSpec(
    String name,
    String description,
    String variant,
    long seed,
    long durationNs,
    long warmupNs,
    Optional<OffsetDateTime> clock,
    List<RegionSpec> regions,
    LinksSpec links,
    List<BroadcastSpec> broadcasts,
    List<FailureSpec> failures,
    List<ExpectSpec> expects,
    List<String> variants,
    ScaleSpec scale) {
  /** Name of the variant that changes nothing. */
  public static final String BASELINE = "baseline";

  /** Copies the lists and checks the ranges. */
  public ScenarioSpec {
    regions = List.copyOf(regions);
    broadcasts = List.copyOf(broadcasts);
    failures = List.copyOf(failures);
    expects = List.copyOf(expects);
    variants = List.copyOf(variants);
    Require.positive("duration", durationNs);
    Require.notNegative("warmup", warmupNs);
    if (warmupNs >= durationNs) {
      throw new IllegalArgumentException("warmup " + warmupNs + " of " + durationNs);
    }
    if (regions.isEmpty()) {
      throw new IllegalArgumentException("no region");
    }
  }

  /** Whether a region holds the primary data of some region's users. */
  public boolean isHome(int region) {
    return regions.stream().anyMatch(one -> one.home() == region);
  }

  /** Indexes of the regions that hold primary data, ascending. */
  public List<Integer> homes() {
    return regions.stream().map(RegionSpec::home).distinct().sorted().toList();
  }

  /** Users of the whole world. */
  public long users() {
    return regions.stream().mapToLong(RegionSpec::users).sum();
  }
}
