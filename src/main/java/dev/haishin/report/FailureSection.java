package dev.haishin.report;

import dev.haishin.results.Aftermath;
import java.util.ArrayList;
import java.util.List;

/** What each failure did to users, and how long it took to be over. */
final class FailureSection {
  private static final String TITLE = "Failures";
  private static final int MOST = 50;

  private FailureSection() {}

  static Section of(Run run) {
    List<Aftermath> recoveries = run.aftermaths();
    if (recoveries.isEmpty()) {
      return Section.absent(TITLE, "nothing fails in this run");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Aftermath recovery : recoveries.subList(0, Math.min(MOST, recoveries.size()))) {
      rows.add(
          List.of(
              recovery.label(),
              Quantity.clock(recovery.atSeconds()),
              recovery.hasEnd() ? Quantity.clock(recovery.lastsSeconds()) : "–",
              time(recovery.noticed(), "no sign"),
              time(recovery.connected(), "none lost"),
              time(recovery.latencyBack(), "never rose"),
              time(recovery.drained(), "nothing waited"),
              Quantity.of(recovery.worstP99Ms(), "ms"),
              Quantity.digits(recovery.connectionsLost()),
              Quantity.digits(recovery.lateRecipients())));
    }
    Markup page = new Markup();
    List<String> header =
        List.of(
            "failure",
            "at",
            "lasts",
            "first sign",
            "connected again",
            "latency back",
            "queues drained",
            "worst p99",
            "connections lost",
            "late recipients");
    page.add(FigureMarkup.table(TITLE, new DataTable(header, rows)));
    page.element(
        "p",
        "Times count from the failure, to the end of an interval of the timeline. First sign: more"
            + " than twice as many connections break or are tried as ever in the ten seconds"
            + " before, a replica falls out of sync, or latency or queues rise. Connected again: 99%"
            + " of those cut off are, or have gone of themselves, and 99% as many as before are."
            + " Latency back: p99 of online deliveries stays below 1.5 times its"
            + " highest before (but for what was tapped in the last two seconds, which was under"
            + " way). Queues drained: what waits in Kafka and for push providers stays below twice"
            + " its highest before. Back is what then stays so for ten seconds. Connections lost:"
            + " people whose connection it broke. Late recipients: more than before that were not"
            + " reached within a second, until that share is back (recovery.time).",
        "class",
        "note");
    if (recoveries.size() > MOST) {
      page.element("p", "and " + (recoveries.size() - MOST) + " more", "class", "note");
    }
    return Section.of("failures", TITLE, page);
  }

  private static String time(double seconds, String never) {
    if (Double.isNaN(seconds)) {
      return never;
    }
    return Double.isInfinite(seconds) ? "not within sight" : Quantity.clock(seconds);
  }
}
