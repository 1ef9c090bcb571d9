package dev.haishin.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long a failure was felt, read off the timeline. Before means the ten seconds before it; of
 * latencies, which stand where the message was tapped, the ten that end two seconds earlier,
 * because what was under way when it struck was late already. Whatever happens from the next
 * failure on is that one's.
 *
 * @param noticed seconds from the failure to the first interval in which connections broke or were
 *     tried again more than twice as often as ever before, a replica was out of sync that was not,
 *     or latency or queues rose as below; not a number if none was
 * @param connected seconds until as many are connected as before, but for one in a hundred; not a
 *     number if there never were fewer
 * @param latencyBack seconds until p99 of online deliveries stays below one and a half times its
 *     highest before; not a number if it never rose
 * @param drained the same for what waits in Kafka and for push providers, against twice its highest
 *     before
 * @param worstP99Ms of online deliveries, or not a number
 */
record Recovery(
    FailureMark failure,
    double noticed,
    double connected,
    double latencyBack,
    double drained,
    double worstP99Ms) {
  /** What stands for "not before the run or the next failure": longer than any run. */
  static final double NOT_WITHIN_SIGHT = Double.POSITIVE_INFINITY;

  private static final double BEFORE_SECONDS = 10;
  private static final double UNDER_WAY_SECONDS = 2;
  private static final double ALL_BUT = 0.99;

  /** Looks at the failures of a run that its timeline covers. */
  static List<Recovery> of(Run run) {
    List<FailureMark> failures = run.failuresShown();
    List<Recovery> recoveries = new ArrayList<>();
    for (int i = 0; i < failures.size(); i++) {
      double next =
          i + 1 < failures.size() ? failures.get(i + 1).atSeconds() : Double.POSITIVE_INFINITY;
      if (next > failures.get(i).atSeconds()) {
        recoveries.add(of(run.timeline(), failures.get(i), next));
      }
    }
    return recoveries;
  }

  private static Recovery of(Timeline timeline, FailureMark failure, double until) {
    Span span = new Span(failure.atSeconds(), until, 0);
    Span tapped = new Span(failure.atSeconds(), until, UNDER_WAY_SECONDS);
    Course breaks =
        new Course(timeline, span, "disconnects.per-second", "connect.attempts.per-second");
    Course connected = new Course(timeline, span, "clients.connected.mean");
    Course p99 = new Course(timeline, tapped, "delivery.online.p99");
    Course waiting = new Course(timeline, span, "kafka.lag.mean", "push.queue.mean");
    Course unsynced = new Course(timeline, span, "kafka.under-replicated.mean");
    double late = 1.5 * p99.highestBefore();
    double queued = 2 * waiting.highestBefore() + 1;
    double[] signs = {
      breaks.firstAbove(2 * breaks.highestBefore()),
      p99.firstAbove(late),
      waiting.firstAbove(queued),
      unsynced.firstAbove(unsynced.highestBefore())
    };
    return new Recovery(
        failure,
        Arrays.stream(signs).filter(Double::isFinite).min().orElse(Double.NaN),
        connected.lastBelow(ALL_BUT * connected.meanBefore()),
        p99.lastAbove(late),
        waiting.lastAbove(queued),
        p99.highestAfter());
  }

  /** From a failure to the next; what counts as before ends so many seconds ahead of it. */
  private record Span(double at, double until, double gap) {}

  /** The sum of some columns around a failure. */
  private static final class Course {
    private final List<double[]> before = new ArrayList<>();
    private final List<double[]> after = new ArrayList<>();
    private final double step;

    Course(Timeline timeline, Span span, String... paths) {
      double at = span.at();
      List<Points> columns = new ArrayList<>();
      for (String path : paths) {
        Optional<Points> column = timeline.column(path);
        column.ifPresent(columns::add);
      }
      step = timeline.stepSeconds();
      int rows = columns.isEmpty() ? 0 : columns.get(0).size();
      for (int row = 0; row < rows; row++) {
        double second = columns.get(0).x(row);
        double sum = 0;
        for (Points column : columns) {
          sum += Double.isFinite(column.y(row)) ? column.y(row) : 0;
        }
        double ahead = at - span.gap();
        if (second + step <= ahead && second >= ahead - BEFORE_SECONDS) {
          before.add(new double[] {second, sum});
        } else if (second + step > at && second < span.until()) {
          after.add(new double[] {second + step - at, sum});
        }
      }
    }

    double highestBefore() {
      return before.stream().mapToDouble(row -> row[1]).max().orElse(Double.NaN);
    }

    double meanBefore() {
      return before.stream().mapToDouble(row -> row[1]).average().orElse(Double.NaN);
    }

    double highestAfter() {
      return after.stream().mapToDouble(row -> row[1]).max().orElse(Double.NaN);
    }

    double firstAbove(double limit) {
      return after.stream()
          .filter(row -> row[1] > limit)
          .mapToDouble(row -> row[0])
          .findFirst()
          .orElse(Double.NaN);
    }

    double lastAbove(double limit) {
      return last(after.stream().map(row -> row[1] > limit).toList());
    }

    double lastBelow(double limit) {
      return last(after.stream().map(row -> row[1] < limit).toList());
    }

    /** Until the end of the last row that is beyond a limit. */
    private double last(List<Boolean> beyond) {
      int last = beyond.lastIndexOf(true);
      if (last < 0) {
        return Double.NaN;
      }
      return last == beyond.size() - 1 ? NOT_WITHIN_SIGHT : after.get(last)[0];
    }
  }
}
