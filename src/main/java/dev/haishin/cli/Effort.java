package dev.haishin.cli;

/**
 * What a run took of the machine.
 *
 * @param events that processes received
 * @param wallNs of wall-clock time, building the world included
 * @param peakHeapBytes the most heap in use at once
 */
record Effort(long events, long wallNs, long peakHeapBytes, int threads) {
  private static final double NS_PER_SECOND = 1e9;

  double eventsPerSecond() {
    return events / (wallNs / NS_PER_SECOND);
  }
}
