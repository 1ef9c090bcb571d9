package dev.haishin.experiment.trial;

import java.util.List;

/** A trial's scenario cannot be read; carries every error there is, each with what is right. */
public final class InvalidScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> errors;

  /** Each error a line of its own. */
  public InvalidScenarioException(List<String> errors) {
    super(String.join("\n", errors), null, false, false);
    this.errors = List.copyOf(errors);
  }

  /** The errors, in the order of the file. */
  public List<String> errors() {
    return errors;
  }
}
