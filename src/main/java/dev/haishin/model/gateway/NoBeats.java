package dev.haishin.model.gateway;

/** Clients that never beat. */
final class NoBeats implements Beats {
  @Override
  public void opened(int user, int generation, long nowNs) {
    // Nothing will come of it.
  }

  @Override
  public void advance(long nowNs) {
    // Nothing is due.
  }

  @Override
  public void clear(long nowNs) {
    // Nothing is kept.
  }
}
