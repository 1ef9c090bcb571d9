package dev.haishin.engine;

/**
 * The exact quantile function of a continuous law, to which fast samplers are fitted.
 *
 * <p>Both tails are given, so that neither loses digits. Evaluations use {@link StrictMath} only
 * and are the same on every machine.
 */
@FunctionalInterface
interface Quantile {

  /**
   * The value that the law stays below with a probability.
   *
   * @param below probability in (0, 1)
   * @param above one minus {@code below}, to full precision when it is the smaller of the two
   */
  double at(double below, double above);
}
