package dev.haishin.experiment.chaos;

import dev.haishin.experiment.Fleets;
import dev.haishin.scenario.ChaosSpec;
import dev.haishin.scenario.FailureKind;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import java.util.List;

/** The promise within which failures are drawn and stay while they are shrunk. */
final class Limits {
  /** The verb that is about two regions instead of one. */
  static final String PARTITION = "partition";

  private final ScenarioSpec scenario;
  private final ChaosSpec chaos;

  Limits(ScenarioSpec scenario) {
    this.scenario = scenario;
    this.chaos = scenario.chaos();
  }

  /** The kinds that may happen: modelled, allowed, and of something that a region has. */
  List<FailureKind> kinds() {
    return FailureKind.MODELLED.stream()
        .filter(chaos::allows)
        .filter(kind -> regions(kind).size() > (kind.verb().equals(PARTITION) ? 1 : 0))
        .toList();
  }

  /** The regions in which a kind can happen. */
  List<RegionSpec> regions(FailureKind kind) {
    boolean ofHosts = isOfHosts(kind);
    return scenario.regions().stream()
        .filter(region -> !ofHosts || hosts(kind.component(), region) > 0)
        .toList();
  }

  /** Whether a kind hits hosts that can be counted. */
  static boolean isOfHosts(FailureKind kind) {
    return kind.takes("count") || kind.takes("index");
  }

  /** Hosts of a component in a region. */
  int hosts(String component, RegionSpec region) {
    return new Fleets(scenario).hosts(component, region);
  }

  /** How many hosts of {@code hosts} one failure may hit. */
  int mostHosts(int hosts) {
    return Math.max(1, (int) Math.floor(chaos.share() * hosts + 1e-9));
  }

  /** The largest share of clients that one failure may hit. */
  long mostShare() {
    return Math.max(1, (long) Math.floor(chaos.share() * 100 * Measure.PER_PERCENT + 1e-9));
  }

  /** How many failures a schedule may have. */
  int most() {
    return chaos.most();
  }

  /** The first moment at which something fails: what comes before is not measured. */
  long firstNs() {
    return scenario.warmupNs();
  }

  /** When the run ends. */
  long endNs() {
    return scenario.durationNs();
  }

  /** Whether a schedule stays inside the promise. */
  boolean allow(Schedule schedule) {
    return schedule.keepsTo(chaos.atOnce())
        && schedule.incidents().stream()
            .allMatch(
                incident ->
                    incident.atNs() >= firstNs()
                        && incident.atNs() < endNs()
                        && incident.value("for") <= longestNs(incident));
  }

  /**
   * How long hosts may do what a verb says: the language bounds pauses, {@code for} nothing else.
   */
  long longestNs(String verb, String component, RegionSpec region) {
    return verb.equals("pause") ? region.longestPauseNs(component) : Long.MAX_VALUE;
  }

  private long longestNs(Incident incident) {
    return scenario.regions().stream()
        .filter(region -> region.name().equals(incident.region()))
        .mapToLong(region -> longestNs(incident.verb(), incident.component(), region))
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
