package dev.haishin.experiment.size;

import dev.haishin.experiment.store.StoreHeader;
import dev.haishin.experiment.store.TrialStore;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.results.file.GrowingFolder;
import dev.haishin.results.file.ResultFolder;
import dev.haishin.results.file.SizePlan;
import dev.haishin.results.file.SizeWriter;
import dev.haishin.results.file.SweepTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sizes a scenario at each step of a plan and keeps what it ran: stopped at any moment, the same
 * experiment goes on from there and ends with the same plan.
 */
public final class SizeExperiment implements AutoCloseable {
  /** The plan, for programs. */
  public static final String JSON = "size.json";

  /** What has ended, so that it is not run again. */
  private static final String STORE = "sizing.log";

  private final SizeTask task;
  private final GrowingFolder folder;
  private final SweepTable.Origin origin;
  private final TrialStore store;

  private SizeExperiment(
      SizeTask task, GrowingFolder folder, SweepTable.Origin origin, TrialStore store) {
    this.task = task;
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
  public static SizeExperiment open(SizeTask task, Path folder, SweepTable.Origin origin)
      throws IOException {
    StoreHeader header =
        StoreHeader.of(
            origin,
            task.worlds().values().stream().map(world -> world.scenario().sha256()).toList());
    GrowingFolder place = GrowingFolder.open(folder, STORE, "a sizing");
    return new SizeExperiment(task, place, origin, TrialStore.open(place.file(STORE), header));
  }

  /** Why what the folder held could not be used, in words; empty where it could. */
  public List<String> changes() {
    return store.changes();
  }

  /** How many runs are kept from before. */
  public int kept() {
    return store.size();
  }

  /** Runs it and writes the plan. */
  public SizePlan run(TrialEngine engine) throws IOException {
    Prober prober = new Prober(engine, store);
    List<SizePlan.Step> answers = new ArrayList<>();
    double scale = 1;
    try {
      for (Map.Entry<List<String>, SizedWorld> step : task.worlds().entrySet()) {
        scale = step.getValue().scenario().scale();
        answers.add(new Sizing(step.getValue(), origin.replications(), prober).run(step.getKey()));
      }
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    SizePlan plan = new SizePlan(origin, scale, task.options(), task.spareWords(), answers);
    folder.put(JSON, SizeWriter.json(plan));
    return plan;
  }

  /** Puts a folder beside the plan, such as its charts, in the place of an older one. */
  public void put(String name, ResultFolder.Filling filling) throws IOException {
    folder.put(name, filling);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
