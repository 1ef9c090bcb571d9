package dev.haishin.model.population;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;

/**
 * When people come online so that the share of them who are follows a given course.
 *
 * <p>Who was there at first stays for the residual of the law of sessions, who comes later for the
 * law itself. So the share at an instant is the integral of the rate of beginnings before it,
 * weighed by the chance that a session lasts until then: with R the distribution of the residual
 * and m the mean of the law,
 *
 * <pre>share(t) = share(0) (1 - R(t)) + m sum over steps a(step) (R(t - begin) - R(t - end)).</pre>
 *
 * <p>The rates a are solved for step by step, {@value #STEPS} of them to a run. None is below 0:
 * where a course falls faster than sessions end, people stay for longer than it says, and {@link
 * #share} says how many.
 */
public final class SessionStarts {
  /** Steps of a run. */
  public static final int STEPS = 2048;

  private final double stepNs;

  /** Begun a user and nanosecond, in each step. */
  private final double[] begun;

  /** The share at each step's beginning, and at the end. */
  private final double[] share;

  /**
   * The beginnings that make a course.
   *
   * @param online law of a session, nanoseconds
   * @param wanted share of the users who are to be online, 0 to 1
   * @param durationNs of the run
   */
  public SessionStarts(Distribution online, LoadShape wanted, long durationNs) {
    stepNs = (double) durationNs / STEPS;
    begun = new double[STEPS];
    share = new double[STEPS + 1];
    Distribution residual = Distributions.residual(online);
    double[] over = new double[STEPS + 1];
    for (int i = 1; i <= STEPS; i++) {
      over[i] = below(residual, (long) (i * stepNs));
    }
    double mean = online.mean();
    share[0] = wanted.factor(0);
    for (int step = 0; step < STEPS; step++) {
      double there = share[0] * (1 - over[step + 1]);
      for (int before = 0; before < step; before++) {
        int ago = step - before;
        there += mean * begun[before] * (over[ago + 1] - over[ago]);
      }
      double missing = wanted.factor((long) ((step + 1) * stepNs)) - there;
      double each = mean * over[1];
      begun[step] = each > 0 ? Math.max(0, missing / each) : 0;
      share[step + 1] = there + begun[step] * each;
    }
  }

  /** The share of the users who are online at an instant, on the mean. */
  public double share(long atNs) {
    double at = Math.min(STEPS, atNs / stepNs);
    int step = Math.min(STEPS - 1, (int) at);
    return share[step] + (at - step) * (share[step + 1] - share[step]);
  }

  /** The greatest of these shares. */
  public double most() {
    double most = 0;
    for (double value : share) {
      most = Math.max(most, value);
    }
    return most;
  }

  /** The least of these shares. */
  public double least() {
    double least = 1;
    for (double value : share) {
      least = Math.min(least, value);
    }
    return least;
  }

  /** How many sessions begin in the run, a user. */
  public double sessionsAUser() {
    double sum = 0;
    for (double rate : begun) {
      sum += rate * stepNs;
    }
    return sum;
  }

  /**
   * When the next of some users is a candidate to come online, which those who are do not.
   *
   * @param fromNs when the last one was
   * @param unit drawn from an exponential law of mean 1
   */
  double afterNs(double fromNs, double unit, int users) {
    double left = unit;
    double atNs = fromNs;
    for (int step = (int) (fromNs / stepNs); step < STEPS; step++) {
      double offline = 1 - (share[step] + share[step + 1]) / 2;
      double perNs = offline > 0 ? users * begun[step] / offline : 0;
      double room = ((step + 1) * stepNs - atNs) * perNs;
      if (left < room) {
        return atNs + left / perNs;
      }
      left -= room;
      atNs = (step + 1) * stepNs;
    }
    return Long.MAX_VALUE;
  }

  /** The probability that a draw of a law is no more than a value. */
  private static double below(Distribution law, long value) {
    long least = 0;
    long beyond = 1L << 53;
    while (least < beyond) {
      long middle = (least + beyond) >>> 1;
      if (law.valueAt(middle << 11) <= value) {
        least = middle + 1;
      } else {
        beyond = middle;
      }
    }
    return least * 0x1.0p-53;
  }
}
