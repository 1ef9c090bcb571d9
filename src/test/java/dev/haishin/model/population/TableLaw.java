package dev.haishin.model.population;

import dev.haishin.engine.Distribution;

/** A discrete power law by a plain table: slow, obvious, and independent of the engine's own. */
final class TableLaw implements Distribution {
  private final int min;
  private final double[] upTo;
  private final double mean;

  TableLaw(double alpha, int min, int max) {
    this.min = min;
    upTo = new double[max - min + 1];
    double sum = 0;
    double weighted = 0;
    for (int k = min; k <= max; k++) {
      double weight = StrictMath.pow(k, -alpha);
      sum += weight;
      weighted += k * weight;
      upTo[k - min] = sum;
    }
    for (int i = 0; i < upTo.length; i++) {
      upTo[i] /= sum;
    }
    mean = weighted / sum;
  }

  @Override
  public long valueAt(long bits) {
    double p = (bits >>> 11) * 0x1.0p-53;
    int i = 0;
    while (i < upTo.length - 1 && upTo[i] <= p) {
      i++;
    }
    return min + i;
  }

  @Override
  public double mean() {
    return mean;
  }

  double probability(int k) {
    int i = k - min;
    return upTo[i] - (i == 0 ? 0 : upTo[i - 1]);
  }
}
