package dev.haishin.experiment.size;

/**
 * How much is spent on one combination.
 *
 * @param scale of the world, 0 to 1
 * @param least replications before the first look
 * @param most replications
 * @param decides whether intervals must lie on one side of the limits, and what is unknown is no
 *     pass; otherwise means lead the way, and what a small world cannot know is passed over
 */
record Effort(double scale, int least, int most, boolean decides) {
  /** Checks the ranges. */
  Effort {
    if (!(scale > 0 && scale <= 1) || least < 1 || most < least) {
      throw new IllegalArgumentException(
          "no effort: scale " + scale + ", " + least + " to " + most + " replications");
    }
  }
}
