package dev.haishin.experiment.sweep;

import dev.haishin.scenario.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a scenario as a command changes it, in terms of that command's option. */
public final class ProblemLines {
  private ProblemLines() {}

  /**
   * A line for each problem, by what is wrong: the same fault of many points differs in its
   * position alone.
   *
   * @param option that makes the settings, {@code --vary}
   * @param settings {@code path=value} each
   */
  public static Map<String, String> of(
      List<Problem> problems, String option, List<String> settings) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (Problem problem : problems) {
      lines.putIfAbsent(
          problem.path() + "\n" + problem.wrong() + "\n" + problem.right(),
          line(problem.toString(), option, settings));
    }
    return lines;
  }

  private static String line(String text, String option, List<String> settings) {
    for (String setting : settings) {
      String position = "--set " + setting + ":1:1:";
      if (text.startsWith(position)) {
        return option + " " + setting + ":" + text.substring(position.length());
      }
    }
    return text;
  }
}
