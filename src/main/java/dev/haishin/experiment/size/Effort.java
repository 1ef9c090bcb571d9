package dev.haishin.experiment.size;

/**
 * How much is spent on one combination.
 *
 * @param scale of the world, 0 to 1
 * @param least replications before the first look
 * @param most replications
 * @param question what they are to tell
 */
record Effort(double scale, int least, int most, Question question) {
  /** What replications are to tell. */
  enum Question {
    /** Where to look: by means; what a small world cannot know is passed over. */
    LEADS,
    /** What is likely: by means; what is unknown is no pass. */
    ESTIMATES,
    /** What holds: intervals must lie on one side of the limits; what is unknown is no pass. */
    DECIDES
  }

  /** Checks the ranges. */
  Effort {
    if (!(scale > 0 && scale <= 1) || least < 1 || most < least) {
      throw new IllegalArgumentException(
          "no effort: scale " + scale + ", " + least + " to " + most + " replications");
    }
  }

  /** Whether it takes intervals that leave no doubt. */
  boolean decides() {
    return question == Question.DECIDES;
  }
}
