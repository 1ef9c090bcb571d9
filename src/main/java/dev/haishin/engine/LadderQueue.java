package dev.haishin.engine;

/**
 * The queue for large simulations: constant cost an event whatever the number pending, exact (time,
 * key) order, nothing to tune.
 *
 * <p>A lazy radix sort by time. Events up to {@code coveredNs} are in a short sorted run; later
 * ones wait unsorted in buckets, on the rung of the highest digit in which their time differs from
 * {@code coveredNs}. So the lowest rung in use has the earliest events, and no event of a bucket
 * belongs before one of an earlier bucket. When the run is empty the first bucket is taken: a small
 * one becomes the run, a large one is spread over the rung below until a small one comes first. A
 * dense stretch of time is thus cut finer than a sparse one, by itself, and an event is copied once
 * a rung, always to the end of one of 256 chunks. The idea of spreading only what comes next is the
 * ladder queue's (Tang, Goh, Thng: ACM TOMACS 15(3), 2005); placing by the highest differing digit
 * is the radix heap's (Ahuja, Mehlhorn, Orlin, Tarjan: JACM 37(2), 1990).
 *
 * <p>A run that overflows with what is added to it sends its later part back to the buckets. That
 * needs no other event to move because of how {@code coveredNs} is chosen: it is the last instant
 * of a bucket of some rung, rungs below that one are empty, and the last instant taken shares all
 * higher digits with it. A bucket becomes the run only when one of its events is taken at once,
 * which keeps that true. A crowd at one instant cannot be cut by time; what joins it late is kept
 * in a heap by key.
 *
 * <p>Instants must not be negative.
 */
public final class LadderQueue implements EventQueue {
  private static final int MOST_IN_RUN = 2 * SortedRun.SMALL;
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final SortedRun run = new SortedRun();
  private final Rungs rungs = new Rungs();
  private final EventBuckets buckets = new EventBuckets(rungs);

  /** Events at {@code takenNs} that joined a crowd late; ordered by key, given to it as time. */
  private final HeapQueue late = new HeapQueue();

  private final Event moved = new Event();
  private ComingEvents listener;

  /** The run has everything up to here: the last instant of a bucket of the rung {@code floor}. */
  private long coveredNs = Long.MAX_VALUE;

  private int floor = Rungs.COUNT;
  private long takenNs;
  private long firstBucketedNs = UNKNOWN;
  private int size;

  @Override
  public void add(long timeNs, long key, long envelope, long a, long b) {
    size++;
    if (timeNs <= coveredNs) {
      if (run.size() < MOST_IN_RUN) {
        run.insert(timeNs, key, envelope, a, b);
        return;
      }
      if (!shortenRun(timeNs)) {
        late.add(key, key, envelope, a, b);
        return;
      }
      if (timeNs <= coveredNs) {
        run.insert(timeNs, key, envelope, a, b);
        return;
      }
    }
    addToBucket(timeNs, key, envelope, a, b);
  }

  @Override
  public boolean pollBefore(long limitNs, Event into) {
    if (late.size() > 0) {
      return takenNs < limitNs && takeFromCrowd(into);
    }
    if (run.isEmpty()) {
      if (!bucketsReachBefore(limitNs)) {
        return false;
      }
      refillRun();
    } else if (run.firstTimeNs() >= limitNs) {
      return false;
    }
    run.takeFirst(into);
    takenNs = into.timeNs;
    size--;
    return true;
  }

  @Override
  public long nextTimeNs() {
    if (late.size() > 0) {
      return takenNs;
    }
    if (!run.isEmpty()) {
      return run.firstTimeNs();
    }
    return buckets.isEmpty() ? Long.MAX_VALUE : firstBucketedNs();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void announceTo(ComingEvents hears) {
    listener = hears;
    buckets.announceTo(hears);
  }

  @Override
  public void forEach(Event into, Runnable visit) {
    run.forEach(into, visit);
    buckets.forEach(into, visit);
    late.forEach(
        into,
        () -> {
          into.timeNs = takenNs;
          visit.run();
        });
  }

  private void addToBucket(long timeNs, long key, long envelope, long a, long b) {
    if (timeNs < firstBucketedNs) {
      firstBucketedNs = timeNs;
    }
    buckets.add(rungs.of(timeNs ^ coveredNs), timeNs, key, envelope, a, b);
  }

  private boolean takeFromCrowd(Event into) {
    boolean crowdIsSorted = !run.isEmpty() && run.firstTimeNs() == takenNs;
    if (late.pollBefore(crowdIsSorted ? run.firstKey() : Long.MAX_VALUE, into)) {
      into.timeNs = takenNs;
    } else {
      run.takeFirst(into);
    }
    size--;
    return true;
  }

  /** Whether an event in a bucket lies before a limit; the run must be empty. */
  private boolean bucketsReachBefore(long limitNs) {
    if (buckets.isEmpty()) {
      return false;
    }
    int rung = buckets.lowestRung();
    long startNs = rungs.startNs(rung, buckets.firstBucket(rung), coveredNs);
    if (limitNs <= startNs) {
      return false;
    }
    return limitNs > rungs.lastNs(rung, startNs) || firstBucketedNs() < limitNs;
  }

  /** The earliest instant in a bucket. Looks, and moves nothing: the event may never be taken. */
  private long firstBucketedNs() {
    if (firstBucketedNs == UNKNOWN) {
      firstBucketedNs = buckets.earliestNs(buckets.firstBucket(buckets.lowestRung()));
    }
    return firstBucketedNs;
  }

  /** Makes the run of the earliest events in buckets, of which one must be taken at once. */
  private void refillRun() {
    firstBucketedNs = UNKNOWN;
    int rung = buckets.lowestRung();
    int bucket = buckets.firstBucket(rung);
    while (rungs.shift(rung) > 0 && buckets.count(bucket) > SortedRun.SMALL) {
      coveredNs = rungs.startNs(rung, bucket, coveredNs);
      buckets.spread(rung, bucket);
      rung--;
      bucket = buckets.firstBucket(rung);
    }
    coveredNs = rungs.lastNs(rung, rungs.startNs(rung, bucket, coveredNs));
    floor = rung;
    buckets.drain(rung, bucket, run);
    run.sort();
    if (listener != null) {
      run.announceTo(listener);
    }
    if (buckets.isEmpty()) {
      coveredNs = Long.MAX_VALUE;
      floor = Rungs.COUNT;
    }
  }

  /**
   * Sends the later part of a full run back to the buckets.
   *
   * @param timeNs when the event takes place that found the run full
   * @return false if the run and the event lie at the instant last taken
   */
  private boolean shortenRun(long timeNs) {
    long pivotNs = run.timeNs(SortedRun.SMALL);
    if (pivotNs <= takenNs) {
      pivotNs = Math.max(timeNs, run.timeNs(run.size() - 1));
      if (pivotNs <= takenNs) {
        return false;
      }
    }
    floor = rungs.layToSeparate(pivotNs ^ takenNs, floor);
    coveredNs = (pivotNs & (-1L << rungs.shift(floor))) - 1;
    while (!run.isEmpty() && run.timeNs(run.size() - 1) > coveredNs) {
      run.takeLast(moved);
      addToBucket(moved.timeNs, moved.key, moved.envelope, moved.a, moved.b);
    }
    return true;
  }
}
