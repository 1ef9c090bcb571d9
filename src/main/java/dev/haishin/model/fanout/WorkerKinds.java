package dev.haishin.model.fanout;

/** What a fan-out worker can be asked; the numbers stay inside this package. */
final class WorkerKinds {
  static final int UNDELIVERED = 1;
  static final int CHUNK = 2;
  static final int WAKE = 3;
  static final int PUSHES = 4;
  static final int DOWN = 5;
  static final int UP = 6;
  static final int REBALANCED = 7;

  /** First numbers of the parts' own ranges. */
  static final int CONSUMER = 24;

  static final int SESSIONS = 32;
  static final int STORE = 48;
  static final int PRODUCERS = 40;

  private WorkerKinds() {}
}
