package dev.haishin.cli;

/** How a command can end. Scripts rely on the numbers. */
public enum ExitCode {
  /** The command did what was asked. */
  OK(0, "done"),
  /** With {@code --strict}: an expectation of the scenario was missed. */
  MISSED(1, "an expectation was missed (with --strict)"),
  /** The command line, a file or a value in it is wrong; every error has been printed. */
  BAD_INPUT(2, "the command line or the scenario is wrong"),
  /** Ctrl-C or a termination signal; what was not finished has left no result. */
  INTERRUPTED(3, "interrupted; what was not finished has written no result"),
  /**
   * With {@code --strict}: no expectation was missed, but one has too few samples for a verdict.
   */
  UNKNOWN(4, "an expectation has too few samples for a verdict (with --strict)"),
  /** A defect of Haishin: an unexpected exception, or a ledger that does not balance. */
  INTERNAL(70, "internal error, or a ledger that does not balance");

  private final int status;
  private final String meaning;

  ExitCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  /** The process's exit status. */
  public int status() {
    return status;
  }

  /** One line for help texts. */
  public String meaning() {
    return meaning;
  }
}
