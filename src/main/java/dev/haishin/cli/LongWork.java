package dev.haishin.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether a run is too long for the JVM that it was started in. The launcher starts one that is
 * quick at short work and lets the program say, before anything is written, that its work is long.
 */
final class LongWork {
  /**
   * The exit status that says so, to the launcher alone; sysexits.h has it for what is worth
   * another try.
   */
  static final int STATUS = 75;

  private static final String WORK = "HAISHIN_WORK";

  /** From here on a start more costs less than the optimising compiler saves. */
  private static final double LEAST_EVENTS = 2e6;

  /**
   * A world that takes this much is long work whatever its events: its heartbeats are none, and its
   * tables want huge pages.
   */
  private static final long LEAST_HEAP = 1L << 30;

  private LongWork() {}

  /**
   * Whether to end with {@link #STATUS} now.
   *
   * @param events of everything asked for, about
   * @param heapBytes of the largest run, about
   * @param inputs files that were read; a pipe among them cannot be read again
   */
  static boolean belongsElsewhere(
      Haishin haishin, double events, long heapBytes, List<Path> inputs) {
    return haishin.environment(WORK).equals("short")
        && (events >= LEAST_EVENTS || heapBytes >= LEAST_HEAP)
        && inputs.stream().allMatch(Files::isRegularFile);
  }
}
