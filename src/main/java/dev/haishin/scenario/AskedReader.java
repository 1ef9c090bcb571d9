package dev.haishin.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is asked about: metric paths, perhaps with a window. */
final class AskedReader {
  private static final Pattern WINDOW = Pattern.compile("(.*?)\\[(.+?)\\.\\.(.+?)\\]");
  private static final Pattern EDGE = Pattern.compile("failure([1-9]\\d{0,3})?(?:\\+(.+))?");

  private final MetricCatalog catalog;
  private final Reading reading;
  private final List<FailureSpec> failures;
  private final long durationNs;
  private boolean knowable;

  AskedReader(MetricCatalog catalog, Reading reading, List<FailureSpec> failures, long durationNs) {
    this.catalog = catalog;
    this.reading = reading;
    this.failures = failures;
    this.durationNs = durationNs;
  }

  /** The figures that {@code report} lists; that it is a list of texts is seen to elsewhere. */
  List<AskedSpec> report(Value value) {
    List<AskedSpec> asked = new ArrayList<>();
    if (!(value instanceof Value.Listing listing)) {
      return asked;
    }
    for (int i = 0; i < listing.items().size(); i++) {
      if (listing.items().get(i) instanceof Value.Scalar item) {
        AskedSpec one = read(item.text(), item.position(), "report[" + i + "]");
        if (one != null) {
          asked.add(one);
        }
      }
    }
    return asked;
  }

  /**
   * Reads one path.
   *
   * @param path where it stands in the scenario
   * @return null, the reason told, where it is none
   */
  AskedSpec read(String text, Position position, String path) {
    Matcher windowed = WINDOW.matcher(text);
    String metric = text;
    long fromNs = 0;
    long toNs = Long.MAX_VALUE;
    knowable = true;
    if (windowed.matches()) {
      metric = windowed.group(1);
      fromNs = edge(windowed.group(2).strip(), position, path);
      toNs = edge(windowed.group(3).strip(), position, path);
      if (fromNs < 0 || toNs < 0) {
        return null;
      }
      if (fromNs >= toNs || (knowable && fromNs >= durationNs)) {
        String right = "give [from..to] within the run, such as [1m..2m]";
        reading.problems().add(position, path, "the window holds nothing", right);
        return null;
      }
    }
    try {
      return new AskedSpec(text, metric, catalog.unitOf(metric), fromNs, toNs, knowable);
    } catch (IllegalArgumentException unknown) {
      reading.problems().add(position, path, unknown.getMessage(), "see 'haishin metrics'");
      return null;
    }
  }

  /** An edge of a window, nanoseconds, or -1 with the reason told. */
  private long edge(String text, Position position, String path) {
    Matcher relative = EDGE.matcher(text);
    long baseNs = 0;
    String offset = text;
    if (relative.matches()) {
      int number = relative.group(1) == null ? 1 : Integer.parseInt(relative.group(1));
      if (number > failures.size()) {
        knowable = false;
      } else {
        baseNs = failures.get(number - 1).atNs();
      }
      offset = relative.group(2) == null ? "0s" : relative.group(2);
    }
    BigDecimal ns =
        Units.DURATION.parse(
            offset,
            why ->
                reading
                    .problems()
                    .add(position, path, why, "a window is [3m..5m] or [failure+0s..failure+60s]"));
    if (ns != null && ns.signum() < 0) {
      String right = "times count from t=0 or from a failure";
      reading.problems().add(position, path, "'" + text + "' is negative", right);
    }
    return ns == null || ns.signum() < 0 ? -1 : baseNs + ns.longValue();
  }
}
