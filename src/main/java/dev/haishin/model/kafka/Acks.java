package dev.haishin.model.kafka;

/** How durable a record must be before its producer is told that it is. */
public enum Acks {
  /** {@code acks=0}: the producer is told when it sends; the broker answers nothing. */
  NONE,

  /** {@code acks=1}: when the leader has appended it. */
  LEADER,

  /** {@code acks=all}: when every in-sync replica has it. */
  ALL;

  private static final Acks[] BY_NUMBER = values();

  static Acks of(int number) {
    return BY_NUMBER[number];
  }
}
