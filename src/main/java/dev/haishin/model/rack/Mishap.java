package dev.haishin.model.rack;

/** Why a host did not do what it was asked to. */
public enum Mishap {
  /** It is alive and says that another host is responsible. */
  ELSEWHERE,

  /** It is alive and says that nobody can do it at present. */
  UNAVAILABLE,

  /** Its process is dead, and its operating system resets the connection. */
  RESET,

  /** It is dark: nothing comes back, and the asker's own time-out is all that it learns by. */
  SILENCE;

  private static final Mishap[] ALL = values();

  /** Whether it befalls a whole request and not one of its commands. */
  boolean isOfTheHost() {
    return this == RESET || this == SILENCE;
  }

  static Mishap of(long number) {
    return ALL[(int) number];
  }
}
