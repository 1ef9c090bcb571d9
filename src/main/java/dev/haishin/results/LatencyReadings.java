package dev.haishin.results;

/** Answers about one latency metric. */
final class LatencyReadings {
  private final LatencyTrack track;
  private final LatencyTrack intended;

  /**
   * @param intended the track that knows how many recipients a message has: the same one, or
   *     another where that is known of all recipients only
   */
  LatencyReadings(LatencyTrack track, LatencyTrack intended) {
    this.track = track;
    this.intended = intended;
  }

  Reading read(MetricQuery query) {
    int chat = Facet.chat(Facet.CHATS.indexOf(query.qualifier("chat")));
    double recipients = intended.recipientsOfMessage(chat);
    if (!query.needsView()) {
      return read(query.statistic(), track.total(), recipients);
    }
    View wanted = query.view();
    for (ViewTally tally : track.views()) {
      if (tally.view().equals(wanted)) {
        return wanted.withinNs() > 0
            ? within(query.statistic(), tally, recipients)
            : read(query.statistic(), tally.latencies(), recipients);
      }
    }
    return Reading.unknown("not recorded: no view of it was asked for before the run");
  }

  private static Reading within(Statistic statistic, ViewTally tally, double recipients) {
    if (tally.pairs() == 0 && tally.hits() > 0) {
      return Reading.unknown("it is not known how many were intended");
    }
    long samples = (long) (tally.pairs() / recipients);
    String objection = SampleRule.objection(statistic, samples);
    return objection.isEmpty()
        ? Reading.of((double) tally.hits() / tally.pairs())
        : Reading.unknown(objection);
  }

  /**
   * @param recipients of a message, on average
   */
  private static Reading read(Statistic statistic, Latencies latencies, double recipients) {
    long count = latencies == null ? 0 : latencies.count();
    if (statistic.type() == Statistic.Type.COUNT) {
      return Reading.of(count);
    }
    long samples = (long) (count / Math.max(1, recipients));
    String objection = SampleRule.objection(statistic, count == 0 ? 0 : Math.max(1, samples));
    if (!objection.isEmpty()) {
      return Reading.unknown(objection);
    }
    return Reading.of(
        switch (statistic.type()) {
          case MEAN -> latencies.meanNs();
          case STDDEV -> latencies.stddevNs();
          case MIN -> (double) latencies.minNs();
          case MAX -> (double) latencies.maxNs();
          case PERCENTILE -> (double) latencies.percentileNs(statistic.percentile());
          default -> Double.NaN;
        });
  }
}
