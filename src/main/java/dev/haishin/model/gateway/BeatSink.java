package dev.haishin.model.gateway;

/** Where a gateway's heartbeats are answered. */
interface BeatSink {

  /** A beat of a user's connection arrives; not before the one that arrived last. */
  void answer(int user, long atNs);

  /**
   * So many beats arrive at one instant. They are shared out evenly over the loops, from one on,
   * and each loop answers its own as one job.
   */
  void answerTogether(int firstLoop, long atNs, long beats);

  /**
   * Answers beats in the order of a table, as single ones would be, for as long as it pays.
   *
   * @param lapNs when the period began
   * @param place of the first connection in question, whose next beat is that of this period
   * @param untilNs no beat later than this
   * @return the first place that was not looked at; the same if none was
   */
  default int answerFrom(
      ConnectionTable table, BeatClock clock, long lapNs, int place, long untilNs) {
    return place;
  }
}
