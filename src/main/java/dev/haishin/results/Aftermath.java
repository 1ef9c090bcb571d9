package dev.haishin.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long a failure was felt, and by whom, read off the timeline. Before means the ten seconds
 * before it; of latencies, which stand where the message was tapped, the ten that end two seconds
 * earlier, because what was under way when it struck was late already. Whatever happens from the
 * next failure on is that one's. Seconds count from the failure to the end of an interval of the
 * timeline; they are not a number where nothing of the kind was seen, and {@link #NOT_WITHIN_SIGHT}
 * where it was not over before the next failure or the end of the run.
 *
 * @param label what failed
 * @param atSeconds when, from the start of the run
 * @param lastsSeconds until it was over, not a number if it has no end
 * @param noticed the first interval in which connections broke or were tried again more than twice
 *     as often as ever before, a replica was out of sync that was not, or latency or queues rose as
 *     below
 * @param connected until those whom it cut off are connected again, or have gone of themselves, and
 *     as many are connected as before; but for one in a hundred of either
 * @param latencyBack until p99 of online deliveries stays below one and a half times its highest
 *     before for ten seconds
 * @param drained the same for what waits in Kafka and for push providers, against twice its highest
 *     before
 * @param worstP99Ms of online deliveries, or not a number
 * @param connectionsLost of how many people it broke the connection
 * @param lateRecipients how many more recipients than before were not reached within a second, of
 *     what was tapped until {@code delivery.any.within(1s)} was back; not a number if that is not
 *     known
 */
public record Aftermath(
    String label,
    double atSeconds,
    double lastsSeconds,
    double noticed,
    double connected,
    double latencyBack,
    double drained,
    double worstP99Ms,
    double connectionsLost,
    double lateRecipients) {
  /** What stands for "not before the run or the next failure": longer than any run. */
  public static final double NOT_WITHIN_SIGHT = Double.POSITIVE_INFINITY;

  private static final double NS_PER_SECOND = 1e9;
  private static final double BEFORE_SECONDS = 10;
  private static final double UNDER_WAY_SECONDS = 2;
  private static final double CALM_SECONDS = 10;
  private static final double ALL_BUT = 0.99;

  /** Whether the failure is over by itself. */
  public boolean hasEnd() {
    return lastsSeconds > 0;
  }

  /** Looks at failures in the order of their time; of several at one instant, at the last. */
  static List<Aftermath> of(Timeline timeline, Recorder recorded, List<Incident> incidents) {
    List<Aftermath> aftermaths = new ArrayList<>();
    for (int i = 0; i < incidents.size(); i++) {
      Incident incident = incidents.get(i);
      long nextNs = i + 1 < incidents.size() ? incidents.get(i + 1).atNs() : Long.MAX_VALUE;
      if (nextNs > incident.atNs()) {
        aftermaths.add(of(timeline, recorded, incident, nextNs));
      }
    }
    return aftermaths;
  }

  private static Aftermath of(
      Timeline timeline, Recorder recorded, Incident incident, long nextNs) {
    double at = incident.atNs() / NS_PER_SECOND;
    double lasts = incident.lastsNs() < 0 ? Double.NaN : incident.lastsNs() / NS_PER_SECOND;
    double until = nextNs == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : nextNs / NS_PER_SECOND;
    Span span = new Span(at, lasts, until, 0);
    Span tapped = new Span(at, lasts, until, UNDER_WAY_SECONDS);
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
    double asManyAgain = connected.lastBelow(ALL_BUT * connected.meanBefore());
    CutOffs cutOffs = recorded.cutOffs();
    long cutOff = cutOffs.people(incident.atNs(), nextNs);
    return new Aftermath(
        incident.label(),
        at,
        lasts,
        Arrays.stream(signs).filter(Double::isFinite).min().orElse(Double.NaN),
        cutOff == 0 ? asManyAgain : later(asManyAgain, backAgain(cutOffs, incident, nextNs)),
        p99.lastAbove(late),
        waiting.lastAbove(queued),
        p99.highestAfter(),
        cutOff,
        recorded
            .latencies(LatencyMetric.DELIVERY_ANY)
            .recovery()
            .lateRecipients(incident.atNs(), nextNs));
  }

  private static double backAgain(CutOffs cutOffs, Incident incident, long nextNs) {
    long overNs = cutOffs.overNs(incident.atNs(), nextNs);
    return overNs == Long.MAX_VALUE ? NOT_WITHIN_SIGHT : (overNs - incident.atNs()) / NS_PER_SECOND;
  }

  private static double later(double seconds, double otherSeconds) {
    return Double.isNaN(seconds) ? otherSeconds : Math.max(seconds, otherSeconds);
  }

  /**
   * From a failure to the next.
   *
   * @param lasts seconds, or not a number for one without an end
   * @param gap what counts as before ends so many seconds ahead of it
   */
  private record Span(double at, double lasts, double until, double gap) {}

  /** The sum of some columns around a failure. */
  private static final class Course {
    private final List<double[]> before = new ArrayList<>();
    private final List<double[]> after = new ArrayList<>();
    private final double lasts;

    Course(Timeline timeline, Span span, String... labels) {
      double at = span.at();
      lasts = span.lasts();
      List<double[]> columns = new ArrayList<>();
      for (String label : labels) {
        timeline.column(label).ifPresent(column -> columns.add(column.values()));
      }
      double[] starts = timeline.startSeconds();
      double step = starts.length > 1 ? starts[1] - starts[0] : 0;
      int rows = columns.isEmpty() ? 0 : starts.length;
      for (int row = 0; row < rows; row++) {
        double second = starts[row];
        double sum = 0;
        for (double[] column : columns) {
          sum += Double.isFinite(column[row]) ? column[row] : 0;
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

    /**
     * Until the end of the last row that is beyond a limit before a calm of {@code CALM_SECONDS};
     * what the end of the failure itself stirs up counts as well.
     */
    private double last(List<Boolean> beyond) {
      int last = beyond.indexOf(true);
      if (last < 0) {
        return Double.NaN;
      }
      for (int row = last + 1; row < after.size(); row++) {
        double seconds = after.get(row)[0];
        boolean isSoon = seconds - after.get(last)[0] <= CALM_SECONDS;
        boolean isOfTheEnd = seconds > lasts && seconds <= lasts + CALM_SECONDS;
        last = beyond.get(row) && (isSoon || isOfTheEnd) ? row : last;
      }
      return last == beyond.size() - 1 ? NOT_WITHIN_SIGHT : after.get(last)[0];
    }
  }
}
