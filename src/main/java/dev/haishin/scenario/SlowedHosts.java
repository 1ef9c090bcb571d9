package dev.haishin.scenario;

/** Checks what {@code pause} and {@code degrade} say of hosts beside when and which. */
final class SlowedHosts {
  private static final double LEAST = 0.2;
  private static final double MOST = 10_000;
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long MILLI_NS = 1_000_000L;

  private final Reading reading;
  private final Section section;
  private final FailureKind kind;
  private final String path;

  SlowedHosts(Reading reading, Section section, FailureKind kind, String path) {
    this.reading = reading;
    this.section = section;
    this.kind = kind;
    this.path = path;
  }

  /**
   * Says all that is wrong.
   *
   * @param region in which the hosts stand, null if that is not known
   */
  boolean areRight(RegionDraft region) {
    return kind.verb().equals("pause") ? isRightPause(region) : isRightDegrade();
  }

  private boolean isRightDegrade() {
    double factor = section.find(FailureKeys.LATENCY).orElse(-1.0);
    if (!section.isGiven(FailureKeys.LATENCY)) {
      wrong(section.position(), path + ".latency", "is missing", "say how slow: latency: x10");
      return false;
    }
    if (factor >= 0 && !(factor >= LEAST && factor <= MOST)) {
      wrong(
          section.position(FailureKeys.LATENCY),
          path + ".latency",
          "is out of range for hosts",
          "x0.2 to x10000; a host that does nothing is paused");
      return false;
    }
    return factor >= 0;
  }

  private boolean isRightPause(RegionDraft region) {
    if (!section.isGiven(FailureKeys.FOR)) {
      wrong(
          section.position(),
          path + ".for",
          "is missing",
          "say how long: for: 1.4s; a host that does not come back is crashed or vanishes");
      return false;
    }
    long lastsNs = section.find(FailureKeys.FOR).orElse(-1L);
    if (lastsNs < 0 || region == null || !HostCounts.areKnown(region)) {
      return lastsNs >= 0;
    }
    long mostNs =
        PauseLimits.longestNs(
            kind.component(), region.clients(), region.kafka(), region.redis(), region.store());
    if (lastsNs > mostNs) {
      wrong(
          section.position(FailureKeys.FOR),
          path + ".for",
          "is so long that the host would be taken for dead, by "
              + PauseLimits.key(kind.component()),
          "at most " + text(mostNs) + ", or vanish with restart");
      return false;
    }
    return true;
  }

  private static String text(long ns) {
    return ns % SECOND_NS == 0 ? ns / SECOND_NS + "s" : ns / MILLI_NS + "ms";
  }

  private void wrong(Position position, String where, String wrong, String right) {
    reading.problems().add(position, where, wrong, right);
  }
}
