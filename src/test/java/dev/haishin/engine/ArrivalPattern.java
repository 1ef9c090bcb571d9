package dev.haishin.engine;

/** Ways in which events come to a queue, each of them hard for some kind of queue. */
enum ArrivalPattern {
  EVERYTHING_AT_ONE_INSTANT(20_000) {
    @Override
    long delayNs(RandomStream random, long step) {
      return step % 50_000 == 0 ? 1_000_000 : 0;
    }
  },
  /**
   * The key of what is added now is smaller than all pending at this instant, and soon negative.
   */
  NOW_BUT_BEFORE_ALL_OTHERS(2_000) {
    @Override
    long delayNs(RandomStream random, long step) {
      return random.nextInt(3) == 0 ? random.nextInt(2) : 0;
    }

    @Override
    long key(RandomStream random, long step) {
      return 100_000 - step;
    }
  },
  BURSTS_EVERY_MILLISECOND(30_000) {
    @Override
    long timeNs(long nowNs, RandomStream random, long step) {
      return (nowNs / 1_000_000 + random.nextInt(20)) * 1_000_000 + 1_000_000;
    }
  },
  HOURS_BESIDE_NANOSECONDS(5_000) {
    @Override
    long delayNs(RandomStream random, long step) {
      return random.nextInt(50) == 0
          ? random.nextLong(5 * 3_600_000_000_000L)
          : random.nextInt(2_000);
    }
  },
  /** A few far timers make a wide run; then everything happens close by. */
  FEW_FAR_THEN_MANY_NEAR(600) {
    @Override
    long delayNs(RandomStream random, long step) {
      return step % 5_000 < 20 ? random.nextLong(1L << 42) : random.nextInt(300);
    }
  },
  EACH_LATER_THAN_THE_LAST(10_000) {
    @Override
    long timeNs(long nowNs, RandomStream random, long step) {
      return step * 1_000 + random.nextInt(1_000);
    }
  },
  EACH_EARLIER_THAN_THE_LAST(10_000) {
    @Override
    long timeNs(long nowNs, RandomStream random, long step) {
      return nowNs + (1L << 34) - (step % 100_000) * 150_000;
    }
  },
  SPARSE(3) {
    @Override
    long delayNs(RandomStream random, long step) {
      return random.nextLong(3_600_000_000_000L);
    }
  },
  AROUND_THE_LENGTH_OF_A_RUN(64) {
    @Override
    long delayNs(RandomStream random, long step) {
      return random.nextLong(1_000_000);
    }
  },
  GAPS_OF_ALL_MAGNITUDES(1_000) {
    @Override
    long delayNs(RandomStream random, long step) {
      return random.nextLong(1L << random.nextInt(45));
    }
  },
  UP_TO_THE_END_OF_TIME(1_000) {
    @Override
    long timeNs(long nowNs, RandomStream random, long step) {
      return random.nextInt(4) == 0
          ? Long.MAX_VALUE - random.nextInt(2)
          : nowNs + (Long.MAX_VALUE - nowNs >>> 10 + random.nextInt(53));
    }
  },
  AROUND_POWERS_OF_TWO(3_000) {
    @Override
    long timeNs(long nowNs, RandomStream random, long step) {
      int bits = Rungs.MOST_BITS * (1 + random.nextInt(5));
      return Math.max(nowNs, (((nowNs >>> bits) + 1) << bits) + random.nextInt(3) - 1);
    }
  },
  A_MILLISECOND_BESIDE_MINUTES(100_000) {
    @Override
    long delayNs(RandomStream random, long step) {
      return step < 100_000
          ? 60_000_000_000L + random.nextLong(240_000_000_000L)
          : random.nextLong(1_000_000);
    }
  },
  EXPONENTIAL(100_000) {
    @Override
    long delayNs(RandomStream random, long step) {
      return (long) (-1e9 * StrictMath.log1p(-random.nextDouble()));
    }
  };

  private final int population;

  ArrivalPattern(int population) {
    this.population = population;
  }

  /** About how many events are pending. */
  int population() {
    return population;
  }

  /** When the next event takes place, not before {@code nowNs}. */
  long timeNs(long nowNs, RandomStream random, long step) {
    return nowNs + delayNs(random, step);
  }

  /** The same, counted from now. */
  long delayNs(RandomStream random, long step) {
    throw new UnsupportedOperationException(name());
  }

  /** A key unlike all before it. */
  long key(RandomStream random, long step) {
    return ((long) random.nextInt(Envelope.MAX_PROCESSES) << Envelope.SEQUENCE_BITS) | step;
  }
}
