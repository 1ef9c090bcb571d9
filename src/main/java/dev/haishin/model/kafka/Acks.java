package dev.haishin.model.kafka;

/** How durable a record must be before its producer is told that it is. */
public enum Acks {
  /** {@code acks=0}: the producer is told when it sends; the broker answers nothing. */
  NONE(0),

  /** {@code acks=1}: when the leader has appended it. */
  LEADER(1),

  /** {@code acks=all}: when every in-sync replica has it. */
  ALL(2);

  private static final Acks[] BY_NUMBER = values();

  private final int number;

  Acks(int number) {
    this.number = number;
  }

  /** Its number on the wire of the model. */
  int number() {
    return number;
  }

  static Acks of(int number) {
    return BY_NUMBER[number];
  }
}
