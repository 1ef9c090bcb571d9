package dev.haishin.experiment.store;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.results.file.RecordLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trials of an experiment that have ended, on the disk as soon as they have. What was kept
 * under another scenario, other settings or another version is no answer to this experiment and is
 * dropped; what was kept of other points of the same one stays.
 */
public final class TrialStore implements AutoCloseable {
  private final RecordLog log;
  private final Map<StoredTrial.Key, StoredTrial> trials = new LinkedHashMap<>();
  private final List<String> changes;

  private TrialStore(RecordLog log, List<String> changes) {
    this.log = log;
    this.changes = changes;
    for (String record : log.records()) {
      StoredTrial.read(record).ifPresent(trial -> trials.put(trial.key(), trial));
    }
  }

  /**
   * Opens a store, or begins one.
   *
   * @param file in a folder that exists
   * @throws IOException when it cannot be read or written, or another process has it open
   */
  public static TrialStore open(Path file, StoreHeader header) throws IOException {
    RecordLog log = RecordLog.open(file, header.text());
    List<String> changes = new ArrayList<>();
    log.replacedHeader().ifPresent(older -> changes.addAll(header.changesSince(older)));
    return new TrialStore(log, changes);
  }

  /** What has changed since an older store that this one replaces; empty where there is none. */
  public List<String> changes() {
    return List.copyOf(changes);
  }

  /** How many trials are kept. */
  public int size() {
    return trials.size();
  }

  /** What is kept of a trial, if it has ended. */
  public Optional<StoredTrial> find(Trial trial) {
    return Optional.ofNullable(trials.get(StoredTrial.Key.of(trial)));
  }

  /** Keeps a trial for good. */
  public void keep(StoredTrial trial) throws IOException {
    log.append(trial.text());
    trials.put(trial.key(), trial);
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
