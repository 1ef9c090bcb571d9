package dev.haishin.model.gateway;

/** Where a gateway's heartbeats are answered. */
interface BeatSink {

  /** A beat of a user's connection arrives; not before the one that arrived last. */
  void answer(int user, long atNs);

  /** So many beats arrive at one instant, and a loop answers them as one job. */
  void answerTogether(int loop, long atNs, long beats);
}
