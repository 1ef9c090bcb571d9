package dev.haishin.experiment.trial;

import dev.haishin.scenario.Problem;
import java.util.List;

/** A trial's scenario cannot be read; carries every error there is, each with what is right. */
public final class InvalidScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> errors;
  private final transient List<Problem> problems;

  /** Each error a line of its own. */
  public InvalidScenarioException(List<String> errors) {
    this(errors, List.of());
  }

  private InvalidScenarioException(List<String> errors, List<Problem> problems) {
    super(String.join("\n", errors), null, false, false);
    this.errors = List.copyOf(errors);
    this.problems = List.copyOf(problems);
  }

  /** What is wrong with a file, each thing with its place. */
  public static InvalidScenarioException of(List<Problem> problems) {
    return new InvalidScenarioException(
        problems.stream().map(Problem::toString).toList(), problems);
  }

  /** The errors, in the order of the file. */
  public List<String> errors() {
    return errors;
  }

  /** The same errors with their places; empty where they are not about places of a file. */
  public List<Problem> problems() {
    return problems;
  }
}
