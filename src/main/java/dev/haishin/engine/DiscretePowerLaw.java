package dev.haishin.engine;

/**
 * The law P(k) ~ k^-alpha over the integers from {@code min} to {@code max}.
 *
 * <p>Cumulative probabilities of the first 4096 values are tabulated and searched from a guide. The
 * tail beyond is summed by the formula of Euler and Maclaurin, exact there to 12 digits.
 */
public final class DiscretePowerLaw implements Distribution {
  private static final int HEAD = 4096;
  private static final int GUIDE_BITS = 10;

  private final double alpha;
  private final long min;
  private final long max;
  private final double total;
  private final double mean;
  private final double[] above;
  private final int[] guide = new int[1 << GUIDE_BITS];

  DiscretePowerLaw(double alpha, long min, long max) {
    if (!(alpha >= 0 && alpha <= 100) || min < 1 || max < min || max > 1L << 52) {
      throw new IllegalArgumentException(
          "a power law needs an exponent in 0..100 and 1 <= min <= max <= 2^52, not "
              + alpha
              + " from "
              + min
              + " to "
              + max);
    }
    this.alpha = alpha;
    this.min = min;
    this.max = max;
    int head = (int) Math.min(HEAD, max - min + 1);
    above = new double[head + 1];
    double weighted = head < max - min + 1 ? tail(alpha - 1, min + head) : 0;
    above[head] = head < max - min + 1 ? tail(alpha, min + head) : 0;
    for (int i = head - 1; i >= 0; i--) {
      above[i] = above[i + 1] + weight(min + i);
      weighted += weight(min + i) * (min + i);
    }
    total = above[0];
    mean = weighted / total;
    int at = 0;
    for (int i = 0; i < guide.length; i++) {
      double left = 1 - i / (double) guide.length;
      while (at < head && above[at + 1] >= left * total) {
        at++;
      }
      guide[i] = at;
    }
  }

  @Override
  public long valueAt(long bits) {
    double left = (((~bits) >>> 11) + 0.5) * 0x1.0p-53 * total;
    int at = guide[(int) (bits >>> (64 - GUIDE_BITS))];
    int head = above.length - 1;
    while (at < head && above[at + 1] >= left) {
      at++;
    }
    return at < head ? min + at : beyondHead(left);
  }

  @Override
  public double mean() {
    return mean;
  }

  /** The least value. */
  public long min() {
    return min;
  }

  /** The greatest value. */
  public long max() {
    return max;
  }

  /** The probability of one value, 0 outside {@code min..max}. */
  public double probability(long k) {
    return k < min || k > max ? 0 : weight(k) / total;
  }

  private double weight(double k) {
    return StrictMath.pow(k, -alpha);
  }

  /** The last value whose own weight, with all beyond it, is at least what is left. */
  private long beyondHead(double left) {
    double end = max + 0.5;
    double power = 1 - alpha;
    double start;
    if (Math.abs(power) < 1e-9) {
      start = end * StrictMath.exp(-left);
    } else {
      double base = StrictMath.pow(end, power) - power * left;
      start = base > 0 ? StrictMath.pow(base, 1 / power) : max;
    }
    long k = Math.max(min + HEAD, Math.min(max, (long) (start + 0.5)));
    while (k > min + HEAD && tail(alpha, k) < left) {
      k--;
    }
    while (k < max && tail(alpha, k + 1) >= left) {
      k++;
    }
    return k;
  }

  /** The sum of j^-exponent over j from k to max, for k in the thousands. */
  private double tail(double exponent, double k) {
    double first = StrictMath.pow(k, -exponent);
    double last = StrictMath.pow(max, -exponent);
    double power = 1 - exponent;
    double integral;
    if (Math.abs(power) < 1e-9) {
      integral = StrictMath.log(max / k);
    } else {
      integral = (max * last - k * first) / power;
    }
    return integral + (first + last) / 2 + exponent * (first / k - last / max) / 12;
  }
}
