package dev.haishin.model.population;

/** How load varies over a run: a factor on the mean rate. */
public interface LoadShape {

  /** The factor at an instant, at least 0. */
  double factor(long atNs);

  /** The least upper bound of the factor over the run; thinning is as cheap as this is tight. */
  double most();

  /** Before it the factor is 0, nanoseconds; sources draw nothing there. */
  default long beginsNs() {
    return 0;
  }

  /** From then on the factor is 0, nanoseconds; sources draw nothing more. */
  default long endsNs() {
    return Long.MAX_VALUE;
  }

  /** The same so many times. */
  default LoadShape times(double factor) {
    LoadShape shape = this;
    return new LoadShape() {
      @Override
      public double factor(long atNs) {
        return factor * shape.factor(atNs);
      }

      @Override
      public double most() {
        return factor * shape.most();
      }

      @Override
      public long beginsNs() {
        return shape.beginsNs();
      }

      @Override
      public long endsNs() {
        return shape.endsNs();
      }
    };
  }

  /**
   * Load that is there for a while.
   *
   * @param fromNs its first instant
   * @param untilNs after its last instant
   */
  static LoadShape between(long fromNs, long untilNs) {
    return new LoadShape() {
      @Override
      public double factor(long atNs) {
        return atNs >= fromNs && atNs < untilNs ? 1 : 0;
      }

      @Override
      public double most() {
        return 1;
      }

      @Override
      public long beginsNs() {
        return fromNs;
      }

      @Override
      public long endsNs() {
        return untilNs;
      }
    };
  }

  /** Load that does not vary. */
  static LoadShape constant() {
    return new LoadShape() {
      @Override
      public double factor(long atNs) {
        return 1;
      }

      @Override
      public double most() {
        return 1;
      }
    };
  }
}
