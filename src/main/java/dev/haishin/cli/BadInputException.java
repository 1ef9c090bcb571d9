package dev.haishin.cli;

import java.util.List;

/**
 * What the user gave is wrong. Carries every error there is, each a line that says what would be
 * right.
 */
final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> errors;

  BadInputException(List<String> errors) {
    super(String.join("\n", errors), null, false, false);
    this.errors = List.copyOf(errors);
  }

  List<String> errors() {
    return errors;
  }
}
