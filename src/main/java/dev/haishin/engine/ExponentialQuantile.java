package dev.haishin.engine;

/** The quantile of the exponential law. */
record ExponentialQuantile(double mean) implements Quantile {
  @Override
  public double at(double below, double above) {
    return mean * (below < above ? -StrictMath.log1p(-below) : -StrictMath.log(above));
  }
}
