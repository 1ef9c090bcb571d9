package dev.haishin.model;

/**
 * Is told how far a run has come, from the run's own thread, a few times a second of wall-clock
 * time at most.
 *
 * <p>It sees the run and cannot change it, except for ending it: whatever {@link #advanced} throws
 * ends the run at once and is thrown on to the caller.
 */
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener NONE =
      new ProgressListener() {
        @Override
        public void started(long endNs) {}

        @Override
        public void advanced(long nowNs, long events) {}
      };

  /** The world stands and the clock starts; it will stop at {@code endNs} of simulated time. */
  void started(long endNs);

  /** The run has reached {@code nowNs} of simulated time after so many events. */
  void advanced(long nowNs, long events);
}
