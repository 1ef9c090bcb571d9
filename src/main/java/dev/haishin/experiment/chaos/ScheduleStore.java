package dev.haishin.experiment.chaos;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every schedule that was run has shown, a line each, appended as it finishes: whoever stops
 * at any moment loses no more than the runs in flight.
 *
 * <p>The first line says what the others are true of. A file of something else is begun anew, and a
 * last line that was cut is dropped.
 */
final class ScheduleStore implements AutoCloseable {
  private static final String COLUMNS = "failures\tshows";

  private final Map<String, Symptoms> shown = new TreeMap<>();
  private final BufferedWriter out;
  private final int taken;

  private ScheduleStore(Path file, String identity) throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : "";
    String head = identity + "\n" + COLUMNS + "\n";
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    boolean goesOn = whole.startsWith(head);
    if (goesOn) {
      whole.substring(head.length()).lines().forEach(this::take);
    }
    taken = shown.size();
    Files.writeString(file, goesOn ? whole : head);
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  /**
   * Opens a store, or begins one.
   *
   * @param identity one line that is the same exactly if results are
   */
  static ScheduleStore open(Path file, String identity) throws IOException {
    return new ScheduleStore(file, identity);
  }

  /** How many schedules were known when it was opened. */
  int taken() {
    return taken;
  }

  /** What a schedule has shown, null if it has not been run. */
  Symptoms get(Schedule schedule) {
    return shown.get(schedule.text());
  }

  /** Keeps what a schedule has shown. */
  void put(Schedule schedule, Symptoms symptoms) {
    if (shown.put(schedule.text(), symptoms) != null) {
      return;
    }
    try {
      out.write(schedule.text() + "\t" + symptoms.text() + "\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void take(String line) {
    int tab = line.indexOf('\t');
    if (tab >= 0) {
      shown.put(line.substring(0, tab), Symptoms.parse(line.substring(tab + 1)));
    }
  }
}
