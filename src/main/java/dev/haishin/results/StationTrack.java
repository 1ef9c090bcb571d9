package dev.haishin.results;

/** The busy time of a component's hosts, row by row, and the visits that keep them busy. */
final class StationTrack {
  private final Intervals intervals;
  private final Hosts hosts;
  private final long[][] busyNs;
  private final Occupancy occupancy;

  StationTrack(Hosts hosts, Intervals intervals) {
    this.intervals = intervals;
    this.hosts = hosts;
    busyNs = new long[hosts.count()][];
    occupancy = new Occupancy(intervals);
  }

  void visit(int host, long arriveNs, long startNs, long departNs) {
    busy(host, startNs, departNs);
    occupancy.visit(arriveNs, departNs);
  }

  /** Adds the time from one instant to another to the rows that it touches. */
  void busy(int host, long fromNs, long toNs) {
    long endNs = Math.min(toNs, intervals.durationNs());
    if (fromNs >= endNs) {
      return;
    }
    long[] row = row(host);
    int index = intervals.index(fromNs);
    long atNs = fromNs;
    long boundaryNs = intervals.endNs(index);
    while (boundaryNs < endNs) {
      row[index] += boundaryNs - atNs;
      atNs = boundaryNs;
      index++;
      boundaryNs = intervals.endNs(index);
    }
    row[index] += endNs - atNs;
  }

  /** Visits within a stretch of a row on one side of its mark. */
  void visitsIn(int host, long atNs, long jobs, long sumBusyNs, long sojournNs) {
    busyIn(host, atNs, sumBusyNs);
    occupancy.visitsIn(atNs, jobs, sojournNs);
  }

  /** Busy time within a row. */
  void busyIn(int host, long atNs, long sumBusyNs) {
    row(host)[intervals.index(atNs)] += sumBusyNs;
  }

  void addAll(StationTrack other) {
    for (int host = 0; host < busyNs.length; host++) {
      long[] more = other.busyNs[host];
      if (more != null) {
        long[] row = row(host);
        for (int i = 0; i < row.length; i++) {
          row[i] += more[i];
        }
      }
    }
    occupancy.addAll(other.occupancy);
  }

  Hosts hosts() {
    return hosts;
  }

  Occupancy occupancy() {
    return occupancy;
  }

  /** Share of a host's servers in use over a row of the timeline. */
  double utilization(int host, int index) {
    long[] row = busyNs[host];
    return row == null ? 0 : row[index] / (hosts.capacity(host) * intervals.lengthNs(index));
  }

  private long[] row(int host) {
    long[] row = busyNs[host];
    if (row == null) {
      row = new long[intervals.count()];
      busyNs[host] = row;
    }
    return row;
  }
}
