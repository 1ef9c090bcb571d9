package dev.haishin.model.failure;

/** One failure of a run, its hosts chosen. */
public sealed interface FailurePlan {

  /** When it begins. */
  long atNs();

  /**
   * Hosts of one component go down.
   *
   * @param component a number of the model's table of components
   * @param hosts their numbers in the region
   * @param upNs when they are back, {@link Outages#NEVER} if they stay down
   * @param silent whether they vanish (no reset) instead of crashing
   */
  record HostsDown(int component, int region, int[] hosts, long atNs, long upNs, boolean silent)
      implements FailurePlan {}

  /**
   * All hosts of a zone vanish.
   *
   * @param upNs when they are back, {@link Outages#NEVER} if they stay dark
   */
  record ZoneLost(int region, int zone, long atNs, long upNs) implements FailurePlan {}

  /**
   * Nothing crosses between two regions.
   *
   * @param untilNs when they meet again, {@link Outages#NEVER} if they do not
   */
  record Parted(int region, int other, long atNs, long untilNs) implements FailurePlan {

    /** Whether these are the two regions, in any order. */
    public boolean isBetween(int one, int another) {
      return region == one && other == another || region == another && other == one;
    }
  }

  /**
   * Hosts of one component, or a service beyond the platform, do worse than they should.
   *
   * @param component a number of the model's table of components
   * @param region of the hosts, -1 for a service of the whole world
   * @param hosts their numbers in the region
   * @param untilNs when they are sound again, {@link Outages#NEVER} if never
   */
  record Degraded(
      int component, int region, int[] hosts, long atNs, long untilNs, Degradation.Step step)
      implements FailurePlan {}

  /**
   * Hosts stand still for a while and lose nothing: what reaches them waits.
   *
   * @param component a number of the model's table of components
   * @param hosts their numbers in the region
   * @param mostNs how long a host can be still without being taken for dead; pauses that run into
   *     each other last no longer than that together
   */
  record HostsPaused(int component, int region, int[] hosts, long atNs, long untilNs, long mostNs)
      implements FailurePlan {}

  /**
   * What slows all hosts of a component at all times. It has no beginning, and comes behind what
   * has.
   *
   * @param component a number of the model's table of components
   * @param background the share of their processors that other work takes, 0 to below 1
   * @param pauses that each host makes by itself, null for none
   */
  record Burden(int component, int region, double background, PauseLaw pauses)
      implements FailurePlan {
    @Override
    public long atNs() {
      return Outages.NEVER;
    }
  }

  /**
   * Gateways are taken out of service: no new connections from {@code atNs} on, the clients are
   * asked to move, spread over a time, and at its end the process stops.
   *
   * @param component a number of the model's table of components: the gateways
   * @param upNs when they are back, {@link Outages#NEVER} if they stay away
   */
  record HostsDrained(int component, int region, int[] hosts, long atNs, long overNs, long upNs)
      implements FailurePlan {
    /** When the processes stop. */
    public long stopNs() {
      return atNs + overNs;
    }
  }

  /**
   * More gateways than there are at first, numbered behind them.
   *
   * @param readyNs when they serve
   */
  record GatewaysAdded(int region, int count, long atNs, long readyNs) implements FailurePlan {}

  /**
   * People come online at once, beside those who come by themselves.
   *
   * @param share of all people of the region; those who are online already are passed over
   * @param overNs from the first to the last
   */
  record ClientsOpen(int region, long atNs, double share, long overNs) implements FailurePlan {}

  /**
   * A carrier drops clients at once.
   *
   * @param share of those connected, above 0, at most 1
   */
  record CarrierDown(int region, long atNs, double share) implements FailurePlan {}
}
