package dev.haishin.experiment.chaos;

import dev.haishin.results.file.RecordLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every schedule that was run has shown, kept as it finishes: a search that is stopped at any
 * moment loses no more than the runs in flight, and the same search goes on from there.
 */
final class ScheduleStore implements AutoCloseable {
  private static final char BETWEEN = '\t';

  private final RecordLog log;
  private final Map<String, Symptoms> shown = new TreeMap<>();

  private ScheduleStore(RecordLog log) {
    this.log = log;
    for (String record : log.records()) {
      int end = record.indexOf(BETWEEN);
      shown.put(record.substring(0, end), Symptoms.parse(record.substring(end + 1)));
    }
  }

  /**
   * Opens a store, or begins one.
   *
   * @param identity one line, the same exactly where a schedule shows the same
   */
  static ScheduleStore open(Path file, String identity) throws IOException {
    return new ScheduleStore(RecordLog.open(file, identity));
  }

  /** Whether there was a store of something else, which has given way. */
  boolean isAfresh() {
    return log.replacedHeader().isPresent();
  }

  /** What a schedule has shown, null if it has not been run. */
  Symptoms get(Schedule schedule) {
    return shown.get(schedule.text());
  }

  /** Keeps what a schedule has shown. */
  void put(Schedule schedule, Symptoms symptoms) {
    if (shown.put(schedule.text(), symptoms) == null) {
      try {
        log.append(schedule.text() + BETWEEN + symptoms.text());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
