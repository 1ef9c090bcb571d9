package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The axis of HdrHistogram's plotter: a percentile p stands at log10(1 / (1 - p)), so that each
 * further nine takes the same length and the tail gets the room that it deserves.
 */
final class PercentileScale implements Scale {
  private static final int MOST_NINES = 9;
  private static final int LABELS_THAT_FIT = 4;

  private final int nines;

  /** An axis that ends at the given number of nines, for instance 3 for 99.9%. */
  PercentileScale(int nines) {
    if (nines < 1 || nines > MOST_NINES) {
      throw new IllegalArgumentException("nines " + nines + " is not within 1..." + MOST_NINES);
    }
    this.nines = nines;
  }

  /** The axis on which the maximum of that many samples, which stands at 1 - 1/count, fits. */
  static PercentileScale forSamples(double count) {
    int needed = (int) StrictMath.ceil(StrictMath.log10(Math.max(10, count)) - 1e-9);
    return new PercentileScale(Math.min(MOST_NINES, needed));
  }

  /** Where a percentile lies, given as a fraction from 0 to 1. */
  @Override
  public double position(double fraction) {
    if (!(fraction > 0)) {
      return 0;
    }
    return fraction >= 1 ? 1 : Math.min(1, -StrictMath.log10(1 - fraction) / nines);
  }

  @Override
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    ticks.add(new Tick(0, "0%"));
    ticks.add(new Tick(position(0.5), nines <= LABELS_THAT_FIT ? "50%" : ""));
    for (int n = 1; n <= nines; n++) {
      boolean labelled = nines <= LABELS_THAT_FIT + 1 || n % 2 == 1;
      ticks.add(new Tick((double) n / nines, labelled ? label(n) : ""));
    }
    return ticks;
  }

  private static String label(int nineCount) {
    return switch (nineCount) {
      case 1 -> "90%";
      case 2 -> "99%";
      default -> "99." + "9".repeat(nineCount - 2) + "%";
    };
  }
}
