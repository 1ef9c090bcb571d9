package dev.haishin.cli;

import dev.haishin.model.Estimate;
import dev.haishin.model.Plans;
import dev.haishin.results.Unit;
import dev.haishin.scenario.ScenarioSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a run fits into this machine and into what its user allows, before it is built. */
final class Fit {
  private static final double USABLE_HEAP = 0.95;
  private static final double NS_A_MS = 1e6;

  /**
   * Events a simulated millisecond: with 5,600 two threads are 1.69 times as fast as one, with 85
   * they are slower (the site's performance page).
   */
  private static final double EVENTS_WORTH_THREADS = 3_000;

  private final String title;
  private final ScenarioSpec scenario;
  private final Estimate estimate;

  Fit(String title, ScenarioSpec scenario) {
    this(title, scenario, Estimate.of(Plans.of(scenario, List.of())));
  }

  Fit(String title, ScenarioSpec scenario, Estimate estimate) {
    this.title = title;
    this.scenario = scenario;
    this.estimate = estimate;
  }

  /** What to expect, in one line. */
  String expectation() {
    return "about "
        + Figures.of(estimate.events(), Unit.COUNT)
        + " events and "
        + Figures.bytes(estimate.heapBytes())
        + " of heap";
  }

  /** Events of the run, about. */
  double events() {
    return estimate.events();
  }

  /**
   * How many threads make the run faster, on so many cores. Threads meet once a millisecond of the
   * run or oftener, so a run with less to do in it is quicker on one.
   */
  int threads(int cores) {
    double perMs = estimate.events() * NS_A_MS / scenario.durationNs();
    return perMs < EVENTS_WORTH_THREADS ? 1 : cores;
  }

  /** Heap that the run takes at the most, about; bytes. */
  long heapBytes() {
    return estimate.heapBytes();
  }

  /** The heap that runs may take together. */
  static long usableHeapBytes() {
    return (long) (Runtime.getRuntime().maxMemory() * USABLE_HEAP);
  }

  /** Refuses a run that cannot fit. */
  void check(double mostEvents, long heapBytes) {
    List<String> errors = errors(mostEvents, heapBytes);
    if (!errors.isEmpty()) {
      throw new BadInputException(errors);
    }
  }

  /** Why a run cannot fit, and what would; empty if it can. */
  List<String> errors(double mostEvents, long heapBytes) {
    List<String> errors = new ArrayList<>();
    if (estimate.events() > mostEvents) {
      errors.add(
          title
              + ": takes about "
              + Figures.of(estimate.events(), Unit.COUNT)
              + " events; --max-events allows "
              + Figures.of(mostEvents, Unit.COUNT)
              + ", and --scale "
              + percent(mostEvents / estimate.events())
              + " would fit");
    }
    double usable = heapBytes * USABLE_HEAP;
    if (estimate.heapBytes() > usable) {
      double fits =
          Math.max(0, usable - estimate.recordingBytes())
              / (estimate.heapBytes() - estimate.recordingBytes());
      errors.add(
          title
              + ": needs about "
              + Figures.bytes(estimate.heapBytes())
              + " of heap ("
              + Figures.bytes(estimate.peopleBytes())
              + " for people and connections, "
              + Figures.bytes(estimate.messageBytes())
              + " for messages), and there are "
              + Figures.bytes(heapBytes)
              + "; --scale "
              + percent(fits)
              + " would fit, or HAISHIN_JAVA_OPTS=-Xmx"
              + ((estimate.heapBytes() >> 30) + 2)
              + "g");
    }
    return errors;
  }

  private String percent(double ofThisScale) {
    double percent = Math.floor(1e4 * scenario.scale() * ofThisScale * 0.9) / 100;
    return String.format(Locale.ROOT, "%.2f%%", Math.max(0.01, percent));
  }
}
