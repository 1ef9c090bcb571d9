package dev.haishin.model.population;

/** How load varies over a run: a factor on the mean rate. */
public interface LoadShape {

  /** The factor at an instant, at least 0. */
  double factor(long atNs);

  /** The least upper bound of the factor over the run; thinning is as cheap as this is tight. */
  double most();

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
