package dev.haishin.experiment.size;

import dev.haishin.experiment.store.StoreHeader;
import dev.haishin.experiment.store.TrialStore;
import dev.haishin.experiment.sweep.Grid;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.results.file.GrowingFolder;
import dev.haishin.results.file.SizePlan;
import dev.haishin.results.file.SizeWriter;
import dev.haishin.results.file.SweepTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sizes a scenario at each step of a plan and keeps what it ran: stopped at any moment, the same
 * experiment goes on from there and ends with the same plan.
 */
public final class SizeExperiment implements AutoCloseable {
  /** The plan, for programs. */
  public static final String JSON = "size.json";

  private static final String STORE = "trials.log";

  private final Trial base;
  private final List<SizeRange> ranges;
  private final Spare spare;
  private final GrowingFolder folder;
  private final SweepTable.Origin origin;
  private final TrialStore store;

  private SizeExperiment(
      Trial base,
      List<SizeRange> ranges,
      Spare spare,
      GrowingFolder folder,
      SweepTable.Origin origin,
      TrialStore store) {
    this.base = base;
    this.ranges = List.copyOf(ranges);
    this.spare = spare;
    this.folder = folder;
    this.origin = origin;
    this.store = store;
  }

  /**
   * Opens an experiment, new or begun.
   *
   * @param origin with the most replications that may decide about one combination
   * @throws IOException when the folder cannot be written, or another command writes there
   */
  public static SizeExperiment open(
      Trial base, List<SizeRange> ranges, Spare spare, Path folder, SweepTable.Origin origin)
      throws IOException {
    GrowingFolder place = GrowingFolder.open(folder, STORE, "a sizing");
    StoreHeader header =
        new StoreHeader(origin.scenarioSha256(), origin.settings(), origin.version());
    return new SizeExperiment(
        base, ranges, spare, place, origin, TrialStore.open(place.file(STORE), header));
  }

  /** Why what the folder held could not be used, in words; empty where it could. */
  public List<String> changes() {
    return store.changes();
  }

  /** How many runs are kept from before. */
  public int kept() {
    return store.size();
  }

  /**
   * Runs it and writes the plan.
   *
   * @param steps of the plan; a single one without settings where nothing varies
   */
  public SizePlan run(List<Grid.Point> steps, TrialEngine engine) throws IOException {
    List<Sizing> sizings = new ArrayList<>();
    for (Grid.Point step : steps) {
      Trial at = base.with(step.settings());
      sizings.add(new Sizing(at, ranges, spare, origin.replications(), engine, store));
    }
    List<SizePlan.Step> answers = new ArrayList<>();
    try {
      for (int i = 0; i < sizings.size(); i++) {
        answers.add(sizings.get(i).run(steps.get(i).settings()));
      }
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    Sizing first = sizings.get(0);
    SizePlan plan = new SizePlan(origin, first.scale(), first.spareWords(), answers);
    folder.put(JSON, SizeWriter.json(plan));
    return plan;
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
