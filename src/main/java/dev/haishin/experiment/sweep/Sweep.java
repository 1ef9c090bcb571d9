package dev.haishin.experiment.sweep;

import dev.haishin.experiment.store.StoreHeader;
import dev.haishin.experiment.store.StoredTrial;
import dev.haishin.experiment.store.TrialStore;
import dev.haishin.experiment.trial.InvalidScenarioException;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.file.SweepTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs what is left of a sweep and writes its tables.
 *
 * <p>The tables follow from the kept trials alone, in the order of the grid, so that they have the
 * same bytes however often the sweep was interrupted and on however many cores it ran. A trial that
 * crashes does not end the sweep; it is not kept, and its point says so.
 */
public final class Sweep implements AutoCloseable {
  private static final String CRASHED = "crashed: ";

  private final SweepPlan plan;
  private final List<PlannedPoint> points;
  private final SweepTable.Origin origin;
  private final SweepFolder folder;
  private final TrialStore store;
  private final RowMaker rows;
  private final Map<StoredTrial.Key, String> crashes = new LinkedHashMap<>();

  private Sweep(
      SweepPlan plan,
      List<PlannedPoint> points,
      SweepTable.Origin origin,
      SweepFolder folder,
      TrialStore store) {
    this.plan = plan;
    this.points = points;
    this.origin = origin;
    this.folder = folder;
    this.store = store;
    rows = new RowMaker(plan, points);
  }

  /**
   * Opens a sweep: a new one, or the one that the folder holds, as far as it has come.
   *
   * @param points as {@link PointReader} has read them
   * @throws IOException when the folder cannot be written, or another command writes there
   */
  public static Sweep open(
      SweepPlan plan, List<PlannedPoint> points, SweepTable.Origin origin, SweepFolder folder)
      throws IOException {
    StoreHeader header =
        StoreHeader.of(origin, points.stream().map(PlannedPoint::scenarioSha256).toList());
    return new Sweep(plan, List.copyOf(points), origin, folder, folder.store(header));
  }

  /** Why what the folder held could not be used, in words; empty where it could. */
  public List<String> changes() {
    return store.changes();
  }

  /** The trials that have not ended yet, in the order of the grid. */
  public List<Trial> pending() {
    return points.stream()
        .flatMap(point -> plan.trials(point.point()).stream())
        .filter(trial -> store.find(trial).isEmpty())
        .toList();
  }

  /** Whether the trouble of a row is a defect of the program, and none of the scenario. */
  public static boolean isDefect(String trouble) {
    return trouble.startsWith(CRASHED) || trouble.startsWith(RowMaker.OFF_BY);
  }

  /** Runs what is pending, a row a point as it ends, and writes the tables. */
  public SweepTable run(TrialEngine engine) throws IOException {
    folder.begin(table(points.stream().filter(this::isComplete).toList()));
    SweepTable header = table(List.of());
    Map<StoredTrial.Key, PlannedPoint> pointOf = new LinkedHashMap<>();
    for (PlannedPoint point : points) {
      plan.trials(point.point()).forEach(trial -> pointOf.put(StoredTrial.Key.of(trial), point));
    }
    try {
      engine.run(
          pending(),
          result -> {
            try {
              take(result);
              PlannedPoint point = pointOf.get(StoredTrial.Key.of(result.trial()));
              if (isComplete(point)) {
                folder.append(header, row(point));
              }
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    SweepTable table = table(points);
    folder.finish(table);
    return table;
  }

  private void take(TrialResult result) throws IOException {
    if (result.crash().isPresent()) {
      crashes.put(StoredTrial.Key.of(result.trial()), words(result.crash().get()));
    } else {
      store.keep(StoredTrial.of(result));
    }
  }

  /** A scenario that turns out to be wrong only when it runs is no defect. */
  private static String words(TrialResult.Crash crash) {
    return crash.kind().equals(InvalidScenarioException.class.getName())
        ? crash.message()
        : CRASHED + crash.kind() + (crash.message().isEmpty() ? "" : ": " + crash.message());
  }

  /** Whether every trial of a point has ended, well or not. */
  private boolean isComplete(PlannedPoint point) {
    return plan.trials(point.point()).stream()
        .allMatch(
            trial ->
                store.find(trial).isPresent() || crashes.containsKey(StoredTrial.Key.of(trial)));
  }

  private SweepTable table(List<PlannedPoint> shown) {
    return new SweepTable(
        origin, rows.axes(), rows.measures(), shown.stream().map(this::row).toList());
  }

  private SweepTable.Row row(PlannedPoint point) {
    List<StoredTrial> trials = new ArrayList<>();
    for (Trial trial : plan.trials(point.point())) {
      Optional<StoredTrial> kept = store.find(trial);
      if (kept.isEmpty()) {
        return rows.troubled(point, crashes.get(StoredTrial.Key.of(trial)));
      }
      trials.add(kept.get());
    }
    return rows.row(point, trials);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
