package dev.haishin.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or a termination signal, turned into a clean end: the run hears of it at its next progress
 * report and stops, what is being written is finished, and the process ends with {@link
 * ExitCode#INTERRUPTED}.
 *
 * <p>Open while something runs that must not be cut in the middle.
 */
final class Interruption implements AutoCloseable {
  /** Long enough to finish a folder of results; a run between two reports is given up after it. */
  private static final long PATIENCE_SECONDS = 5;

  private final PrintWriter err;
  private final String consequence;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onSignal, "interruption");
  private volatile boolean requested;

  /** Listens from here on, and says on {@code err} that it was heard. */
  Interruption(PrintWriter err) {
    this(err, "the run that was not finished has written nothing");
  }

  /**
   * The same for a command that keeps a part of its work.
   *
   * @param consequence what the interruption leaves, in words
   */
  Interruption(PrintWriter err, String consequence) {
    this.err = err;
    this.consequence = consequence;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Ends the current work if the user has asked for that. */
  void check() {
    if (requested) {
      throw new InterruptedRunException();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException signalCameJustNow) {
        // The hook runs already, and finds nothing to wait for.
      }
    }
  }

  private void onSignal() {
    requested = true;
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    err.println();
    err.println("haishin: interrupted; " + consequence);
    // Not exit: a JVM that ends by a signal would report 130, whatever the hooks do.
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED.status());
  }

  /** The user has ended the run. */
  static final class InterruptedRunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InterruptedRunException() {
      super("interrupted", null, false, false);
    }
  }
}
