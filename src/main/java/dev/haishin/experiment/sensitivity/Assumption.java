package dev.haishin.experiment.sensitivity;

import java.util.Optional;

/**
 * One number that a scenario assumes, and what it is varied to.
 *
 * @param path of the scenario
 * @param part of a distribution, {@code alpha}; empty for the whole value
 * @param text as the scenario has it
 * @param down the value below; empty where there is none
 * @param up the value above; empty where there is none
 */
public record Assumption(
    String path, String part, String text, Optional<String> down, Optional<String> up) {

  /** The path, with the part that varies. */
  public String name() {
    return part.isEmpty() ? path : path + " " + part;
  }

  /** The value of a side. */
  Optional<String> value(Side side) {
    return side == Side.DOWN ? down : up;
  }

  /** The same without a side that the scenario cannot take. */
  Assumption without(Side side) {
    return side == Side.DOWN
        ? new Assumption(path, part, text, Optional.empty(), up)
        : new Assumption(path, part, text, down, Optional.empty());
  }

  /** The two ways to vary a number. */
  public enum Side {
    /** Less. */
    DOWN,
    /** More. */
    UP
  }
}
