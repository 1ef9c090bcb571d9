package dev.haishin.results;

/** Answers about one latency metric. */
final class LatencyReadings {
  private final LatencyTrack track;

  LatencyReadings(LatencyTrack track) {
    this.track = track;
  }

  Reading read(MetricQuery query) {
    if (!query.needsView()) {
      return read(query.statistic(), track.total(), track.pairs(), track.messages());
    }
    View wanted = query.view();
    for (ViewTally tally : track.views()) {
      if (tally.view().equals(wanted)) {
        return wanted.withinNs() > 0
            ? within(query.statistic(), tally)
            : read(query.statistic(), tally.latencies(), tally.pairs(), tally.messages());
      }
    }
    return Reading.unknown("not recorded: no view of it was asked for before the run");
  }

  private static Reading within(Statistic statistic, ViewTally tally) {
    long samples = SampleRule.inMessages(tally.pairs(), tally.pairs(), tally.messages());
    String objection = SampleRule.objection(statistic, samples);
    return objection.isEmpty()
        ? Reading.of((double) tally.hits() / tally.pairs())
        : Reading.unknown(objection);
  }

  private static Reading read(Statistic statistic, Latencies latencies, long pairs, long messages) {
    long count = latencies == null ? 0 : latencies.count();
    if (statistic.type() == Statistic.Type.COUNT) {
      return Reading.of(count);
    }
    long samples = SampleRule.inMessages(count, pairs, messages);
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
