package dev.haishin.scenario;

import java.util.List;

/**
 * What random failures may do: the promise within which a finding is a defect.
 *
 * @param verbs that may happen, each alone or with the one thing that it may happen to, as in
 *     {@code crash broker}
 * @param atOnce how many failures may last at the same time, at least 1
 * @param share of a component's hosts in a region, or of a region's clients, that one failure may
 *     hit, above 0 to 1; one host may always be hit
 * @param most failures in one schedule, at least 1
 * @param known files of findings that are not reported again, relative to the scenario's
 */
public record ChaosSpec(
    List<String> verbs, int atOnce, double share, int most, List<String> known) {
  private static final double STANDARD_SHARE = 0.1;
  private static final long STANDARD_MOST = 4;

  /** Copies the lists. */
  public ChaosSpec {
    verbs = List.copyOf(verbs);
    known = List.copyOf(known);
  }

  /** Whether a failure of that kind may happen. */
  public boolean allows(FailureKind kind) {
    return verbs.contains(kind.verb()) || verbs.contains(kind.name());
  }

  /** The file's own words, or what holds without them. */
  static ChaosSpec of(Section root) {
    Section chaos =
        root.find(Language.CHAOS).orElseGet(() -> new Section(ChaosKeys.TYPE, root.position()));
    return new ChaosSpec(
        chaos.find(ChaosKeys.VERBS).orElse(FailureKind.verbs()),
        Math.toIntExact(chaos.find(ChaosKeys.AT_ONCE).orElse(1L)),
        chaos.find(ChaosKeys.SHARE).orElse(STANDARD_SHARE),
        Math.toIntExact(chaos.find(ChaosKeys.MOST).orElse(STANDARD_MOST)),
        chaos.find(ChaosKeys.KNOWN).orElse(List.of()));
  }
}
