package dev.haishin.scenario;

/**
 * One thing wrong with a scenario.
 *
 * @param path of the key, dotted; may be empty
 * @param wrong what is wrong
 * @param right what would be right; may be empty
 */
public record Problem(Position position, String path, String wrong, String right) {
  private static final int MOST_CHARACTERS = 300;

  /** Keeps a problem on one line of a terminal, whatever the file holds. */
  public Problem {
    path = legible(path);
    wrong = legible(wrong);
    right = legible(right);
  }

  /** The same under another path. */
  Problem at(String otherPath) {
    return new Problem(position, otherPath, wrong, right);
  }

  private static String legible(String text) {
    int end = Math.min(text.length(), MOST_CHARACTERS);
    StringBuilder shown = new StringBuilder(end);
    text.codePoints()
        .limit(end)
        .forEach(
            point -> {
              int type = Character.getType(point);
              boolean odd =
                  Character.isISOControl(point)
                      || type == Character.FORMAT
                      || type == Character.SURROGATE
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              shown.appendCodePoint(odd ? '?' : point);
            });
    return text.length() > end ? shown + "…" : shown.toString();
  }

  @Override
  public String toString() {
    return position
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + wrong
        + (right.isEmpty() ? "" : "; " + right);
  }
}
