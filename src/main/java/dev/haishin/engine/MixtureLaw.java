package dev.haishin.engine;

import java.util.Arrays;

/**
 * One of several laws, each with its weight: the same 64 bits choose the part and, stretched to the
 * full range again, the value in it. Grows with its bits inside each part.
 */
final class MixtureLaw implements Distribution {
  private static final double LEAST_SHARE = 0x1.0p-50;

  private final double[] shares;
  private final Distribution[] parts;
  private final long[] starts;
  private final int[] shifts;
  private final long[] reciprocals;

  /** Parts with a share of at least 2^-50 each; at least two. */
  MixtureLaw(double[] shares, Distribution[] parts) {
    this.parts = parts.clone();
    this.shares = shares.clone();
    starts = new long[parts.length];
    shifts = new int[parts.length];
    reciprocals = new long[parts.length];
    double below = 0;
    for (int i = 0; i < parts.length; i++) {
      starts[i] = Unsigned.bits(below);
      below += shares[i];
    }
    for (int i = 0; i < parts.length; i++) {
      long end = i + 1 < parts.length ? starts[i + 1] : 0;
      long width = end - starts[i];
      shifts[i] = Long.numberOfLeadingZeros(width);
      reciprocals[i] = Unsigned.reciprocal(width << shifts[i]);
    }
  }

  static Distribution of(double[] weights, Distribution[] parts) {
    if (weights.length != parts.length) {
      throw new IllegalArgumentException(
          weights.length + " weights for " + parts.length + " parts of a mixture");
    }
    double sum = 0;
    for (double weight : weights) {
      if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("a weight is not negative, not " + weight);
      }
      sum += weight;
    }
    double[] shares = new double[weights.length];
    Distribution[] kept = new Distribution[weights.length];
    int count = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] / sum >= LEAST_SHARE) {
        shares[count] = weights[i] / sum;
        kept[count++] = parts[i];
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException("the weights of a mixture sum to nothing");
    }
    return count == 1
        ? kept[0]
        : new MixtureLaw(Arrays.copyOf(shares, count), Arrays.copyOf(kept, count));
  }

  @Override
  public long valueAt(long bits) {
    int part = parts.length - 1;
    while (part > 0 && Long.compareUnsigned(bits, starts[part]) < 0) {
      part--;
    }
    long within = (bits - starts[part]) << shifts[part];
    return parts[part].valueAt(Unsigned.multiplyHigh(within, reciprocals[part]) << 1);
  }

  @Override
  public double mean() {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += shares[i] * parts[i].mean();
    }
    return sum;
  }

  int size() {
    return parts.length;
  }

  double share(int part) {
    return shares[part];
  }

  Distribution part(int part) {
    return parts[part];
  }
}
