package dev.haishin.scenario;

import java.util.List;

/**
 * A scenario, read and resolved: scale, load, overrides and defaults applied.
 *
 * @param clock ISO-8601 instant at t=0, or empty
 * @param betweenNs one way between regions
 * @param variants names of the file's variants
 * @param notes what scale or a missing piece distorts, for the summary
 * @param warnings what is allowed and probably not meant
 * @param resolved the file with every default filled in
 * @param sha256 of the files it was read from
 */
public record ScenarioSpec(
    String name,
    String description,
    long seed,
    long durationNs,
    long warmupNs,
    String clock,
    double scale,
    double load,
    List<RegionSpec> regions,
    long[][] betweenNs,
    Section network,
    Section chats,
    Section traffic,
    Section delivery,
    Section encryption,
    List<FailureSpec> failures,
    List<ExpectSpec> expectations,
    ChaosSpec chaos,
    List<String> variants,
    List<String> notes,
    List<String> warnings,
    String resolved,
    String sha256) {}
