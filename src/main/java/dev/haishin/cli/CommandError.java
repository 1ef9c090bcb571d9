package dev.haishin.cli;

import dev.haishin.scenario.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that ended a command, taken apart for the next program.
 *
 * @param position in a file, where there is one
 * @param path what is wrong: a key, an option, a file or the command itself
 * @param problem what is wrong with it
 * @param remedy what would be right; may be empty
 */
record CommandError(Optional<Place> position, String path, String problem, String remedy) {
  private static final Pattern AT_A_PLACE = Pattern.compile("(.+?):(\\d+):(\\d+): (.*)");
  private static final String WHERE_ENDS = ": ";
  private static final String REMEDY_BEGINS = "; ";

  /**
   * Where in a file.
   *
   * @param line from 1
   * @param column from 1
   */
  record Place(String file, int line, int column) {}

  /** What is wrong at a place of a scenario. */
  static CommandError of(Problem problem) {
    Place place =
        new Place(
            problem.position().file(), problem.position().line(), problem.position().column());
    return new CommandError(Optional.of(place), problem.path(), problem.wrong(), problem.right());
  }

  /**
   * Takes a line of the form {@code where: what is wrong; what would be right} apart, which may
   * begin with {@code file:line:column}.
   */
  static CommandError of(String line) {
    Matcher placed = AT_A_PLACE.matcher(line);
    if (placed.matches()) {
      CommandError rest = of(placed.group(4));
      int at = Integer.parseInt(placed.group(2));
      Place place = new Place(placed.group(1), at, Integer.parseInt(placed.group(3)));
      return new CommandError(Optional.of(place), rest.path, rest.problem, rest.remedy);
    }
    int where = line.indexOf(WHERE_ENDS);
    String path = where < 0 ? "" : line.substring(0, where);
    String rest = where < 0 ? line : line.substring(where + WHERE_ENDS.length());
    int end = rest.lastIndexOf(REMEDY_BEGINS);
    return end < 0
        ? new CommandError(Optional.empty(), path, rest, "")
        : new CommandError(
            Optional.empty(),
            path,
            rest.substring(0, end),
            rest.substring(end + REMEDY_BEGINS.length()));
  }

  /** The same of several lines. */
  static List<CommandError> of(List<String> lines) {
    return lines.stream().map(CommandError::of).toList();
  }
}
