package dev.haishin.cli;

/** How a command can end. Scripts rely on the numbers. */
public enum ExitCode {
  /** The command did what was asked. */
  OK(0, "done"),
  /**
   * With {@code --strict}, and of a check: an expectation was missed, or something is worse. Of a
   * sizing: nothing in the range is enough. Of a search for failures: something was found.
   */
  MISSED(
      1,
      "an expectation was missed, or worse than a baseline (run --strict, check); nothing in the"
          + " range is enough (size); something was found (chaos)"),
  /** The command line, a file or a value in it is wrong; every error has been printed. */
  BAD_INPUT(2, "the command line or the scenario is wrong"),
  /** Ctrl-C or a termination signal; what was not finished has left no result. */
  INTERRUPTED(3, "interrupted; what was not finished has written no result"),
  /**
   * With {@code --strict}, and of a check or a sizing: nothing was missed, but there is too little
   * for a verdict.
   */
  UNKNOWN(4, "too little is known for a verdict (run --strict, check, size)"),
  /**
   * A defect of Haishin, an unexpected exception or a ledger that does not balance, or of a plug-in
   * that threw or broke a rule.
   */
  INTERNAL(70, "internal error, a ledger that does not balance, or a plug-in that failed");

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
