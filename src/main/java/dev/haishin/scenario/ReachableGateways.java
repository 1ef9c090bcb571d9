package dev.haishin.scenario;

import java.util.List;

/**
 * Checks how many gateways the people of a region may dial: those of their own, of the regions of
 * their {@code failover}, and what failures add to either.
 */
final class ReachableGateways {
  /** As a person's row keeps its gateway in 15 bits. */
  static final int MOST = 1 << 15;

  private final Problems problems;
  private final List<RegionDraft> regions;
  private final List<FailureSpec> failures;
  private final double scale;

  ReachableGateways(
      Problems problems, List<RegionDraft> regions, List<FailureSpec> failures, double scale) {
    this.problems = problems;
    this.regions = regions;
    this.failures = failures;
    this.scale = scale;
  }

  void check() {
    for (RegionDraft region : regions) {
      if (HostCounts.areKnown(region)) {
        check(region);
      }
    }
  }

  private void check(RegionDraft region) {
    long own = gateways(region);
    List<String> failover = region.section().find(Language.FAILOVER).orElse(List.of());
    long all = own;
    for (RegionDraft other : regions) {
      boolean isListed = failover.contains(other.name()) && other != region;
      all += isListed && HostCounts.areKnown(other) ? gateways(other) : 0;
    }
    if (all <= MOST) {
      return;
    }
    boolean isAlone = own > MOST;
    problems.add(
        isAlone ? region.position() : region.section().position(Language.FAILOVER),
        "regions." + region.name() + (isAlone ? "" : ".failover"),
        "its people may dial " + all + " gateways" + (isAlone ? "" : ", those elsewhere included"),
        "at most " + MOST + ": have fewer and larger ones, or give a scale");
  }

  private long gateways(RegionDraft region) {
    long full = HostCounts.full(region, "gateway");
    long count = Fleet.of(full, 1, scale, HostCounts.least(region, "gateway")).count();
    for (FailureSpec failure : failures) {
      if (failure.verb().equals("add") && failure.region() == regions.indexOf(region)) {
        count += Math.max(1, Math.round(failure.which().count() * scale));
      }
    }
    return count;
  }
}
