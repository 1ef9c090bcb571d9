package dev.haishin.experiment.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** How a value of a failure is counted, written, and made rounder. */
enum Measure {
  /** A point of time, in nanoseconds; rounder is a multiple of something longer nearby. */
  INSTANT {
    @Override
    String text(long value) {
      return durationText(value);
    }

    @Override
    List<Long> rounder(long value) {
      List<Long> near = new ArrayList<>();
      for (long step : STEPS_NS) {
        if (value % step != 0) {
          long below = value / step * step;
          boolean belowIsNearer = value - below < step - (value - below);
          near.add(belowIsNearer ? below : below + step);
          near.add(belowIsNearer ? below + step : below);
        }
      }
      return near;
    }
  },

  /** A length of time, in nanoseconds; rounder is shorter, or else a little longer and whole. */
  DURATION {
    @Override
    String text(long value) {
      return durationText(value);
    }

    @Override
    List<Long> rounder(long value) {
      List<Long> candidates = new ArrayList<>(smaller(value, ROUND_NS));
      LongStream.of(ROUND_NS).filter(round -> round >= value).limit(1).forEach(candidates::add);
      candidates.add(value / SECOND * SECOND);
      candidates.add((value + SECOND - 1) / SECOND * SECOND);
      candidates.removeIf(candidate -> candidate == value || candidate == 0);
      return candidates;
    }
  },

  /** A share, in hundredths of a percent; rounder is less. */
  SHARE {
    @Override
    String text(long value) {
      long rest = value % PER_PERCENT;
      String decimals = rest == 0 ? "" : "." + (rest % 10 == 0 ? "" + rest / 10 : two(rest));
      return value / PER_PERCENT + decimals + "%";
    }

    @Override
    List<Long> rounder(long value) {
      return smaller(value, LongStream.of(1, 2, 5, 10, 20, 30, 50).map(p -> p * PER_PERCENT));
    }
  },

  /** How many; rounder is fewer. */
  COUNT {
    @Override
    String text(long value) {
      return Long.toString(value);
    }

    @Override
    List<Long> rounder(long value) {
      return smaller(value, LongStream.of(1, 2, 5, 10, 20, 50, 100));
    }
  },

  /** A number of a host or zone; rounder is the first. */
  INDEX {
    @Override
    String text(long value) {
      return Long.toString(value);
    }

    @Override
    List<Long> rounder(long value) {
      return smaller(value, LongStream.of(0));
    }
  },

  /** A whole factor; rounder is less. */
  FACTOR {
    @Override
    String text(long value) {
      return "x" + value;
    }

    @Override
    List<Long> rounder(long value) {
      return smaller(value, LongStream.of(2, 3, 5, 10, 20, 50));
    }
  };

  /** So many units of a share make 1%. */
  static final long PER_PERCENT = 100;

  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;
  private static final long MINUTE = 60 * SECOND;
  private static final List<Long> STEPS_NS =
      List.of(10 * MINUTE, 5 * MINUTE, MINUTE, 30 * SECOND, 10 * SECOND, 5 * SECOND, SECOND);
  private static final long[] ROUND_NS = {
    SECOND,
    2 * SECOND,
    5 * SECOND,
    10 * SECOND,
    30 * SECOND,
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    30 * MINUTE,
    60 * MINUTE
  };

  /** How the value of a key of a failure is measured. */
  static Measure of(String key) {
    return switch (key) {
      case "at" -> INSTANT;
      case "restart", "for", "over", "ready" -> DURATION;
      case "share", "errors", "quota" -> SHARE;
      case "latency" -> FACTOR;
      case "index", "zone" -> INDEX;
      default -> COUNT;
    };
  }

  /** By how many decimal places the canonical unit is larger than the unit held. */
  int decimals() {
    return this == SHARE ? 4 : 0;
  }

  /** As a scenario writes it. */
  abstract String text(long value);

  /** What to try instead, the best first. */
  abstract List<Long> rounder(long value);

  private static String durationText(long ns) {
    if (ns % MINUTE == 0 && ns > 0) {
      return ns / MINUTE + "m";
    }
    if (ns % SECOND == 0) {
      return ns / SECOND + "s";
    }
    return ns % MS == 0 ? ns / MS + "ms" : ns + "ns";
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : "" + number;
  }

  private static List<Long> smaller(long value, long... all) {
    return smaller(value, LongStream.of(all));
  }

  private static List<Long> smaller(long value, LongStream all) {
    return all.filter(candidate -> candidate < value).boxed().toList();
  }
}
