package dev.haishin.scenario;

/**
 * One thing wrong with a scenario.
 *
 * @param path of the key, dotted; may be empty
 * @param wrong what is wrong
 * @param right what would be right; may be empty
 */
public record Problem(Position position, String path, String wrong, String right) {
  @Override
  public String toString() {
    return position
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + wrong
        + (right.isEmpty() ? "" : "; " + right);
  }
}
