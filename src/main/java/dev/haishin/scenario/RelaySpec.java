package dev.haishin.scenario;

/**
 * The push relays of a home region.
 *
 * @param pushCost CPU of one push
 * @param queue pushes that wait in one relay, retries included
 * @param dropOldest whether the oldest makes room when it is full, else the new one is refused
 */
public record RelaySpec(int count, int cores, Quantity pushCost, long queue, boolean dropOldest) {
  /** Checks the ranges. */
  public RelaySpec {
    Require.positive("relays.count", count);
    Require.positive("relays.cores", cores);
    Require.positive("relays.queue", queue);
  }
}
