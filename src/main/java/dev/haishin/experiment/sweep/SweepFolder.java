package dev.haishin.experiment.sweep;

import dev.haishin.experiment.store.StoreHeader;
import dev.haishin.experiment.store.TrialStore;
import dev.haishin.results.file.SweepTable;
import dev.haishin.results.file.SweepWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The folder of a sweep. While it runs, {@code trials.log} keeps what has ended and {@code
 * unfinished.csv} has a row a point, in the order of their ending; when it is complete, {@code
 * sweep.csv} and {@code sweep.json} stand there, in the order of the grid, and {@code
 * unfinished.csv} is gone.
 */
public final class SweepFolder {
  /** The rows in the order of the grid. */
  public static final String CSV = "sweep.csv";

  /** The same for programs. */
  public static final String JSON = "sweep.json";

  /** The rows of a sweep that has not ended, in the order of their ending. */
  public static final String UNFINISHED = "unfinished.csv";

  /** What has ended, so that it is not run again. */
  public static final String STORE = "trials.log";

  private final Path folder;

  private SweepFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder for a sweep, new or begun.
   *
   * @throws IOException when it cannot be made, or holds something else than a sweep
   */
  public static SweepFolder open(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.exists(folder.resolve(STORE))) {
      if (!Files.isDirectory(folder)) {
        throw new IOException(folder + " is a file; name a folder for the sweep");
      }
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new IOException(
              folder + " holds something else than a sweep; name a new folder or an older sweep");
        }
      }
    }
    Files.createDirectories(folder);
    return new SweepFolder(folder);
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** What has ended of an experiment with this header. */
  public TrialStore store(StoreHeader header) throws IOException {
    return TrialStore.open(folder.resolve(STORE), header);
  }

  /** Begins the list of rows, with those that are there already; the older tables are gone. */
  void begin(SweepTable known) throws IOException {
    Files.deleteIfExists(folder.resolve(CSV));
    Files.deleteIfExists(folder.resolve(JSON));
    replace(UNFINISHED, SweepWriter.csv(known));
  }

  void append(SweepTable table, SweepTable.Row row) throws IOException {
    Files.writeString(
        folder.resolve(UNFINISHED),
        SweepWriter.line(table, row),
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
  }

  /** Puts the whole tables in the place of the list. */
  void finish(SweepTable table) throws IOException {
    replace(JSON, SweepWriter.json(table));
    replace(CSV, SweepWriter.csv(table));
    Files.deleteIfExists(folder.resolve(UNFINISHED));
  }

  /** Puts a whole file in the place of an older one. */
  public void replace(String name, String text) throws IOException {
    Path partial = folder.resolve(name + ".partial");
    Files.writeString(partial, text, StandardCharsets.UTF_8);
    Files.move(
        partial,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
