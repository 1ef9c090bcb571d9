package dev.haishin.engine;

/** The waits of one run: their mean, how many waited at all, and percentiles from equal cells. */
final class WaitRecord implements SingleQueue.Waits {
  private final int[] cells = new int[10_001];
  private final double cellSeconds;
  private double sum;
  private int count;
  private int waiting;

  WaitRecord(double largestSeconds) {
    cellSeconds = largestSeconds / (cells.length - 1);
  }

  @Override
  public void waited(double seconds) {
    sum += seconds;
    count++;
    if (seconds > 0) {
      waiting++;
    }
    cells[(int) Math.min(seconds / cellSeconds, cells.length - 1)]++;
  }

  double mean() {
    return sum / count;
  }

  double waitingShare() {
    return waiting / (double) count;
  }

  double percentile(double share) {
    double below = share * count;
    int at = 0;
    while (cells[at] < below) {
      below -= cells[at++];
    }
    return (at + below / cells[at]) * cellSeconds;
  }
}
