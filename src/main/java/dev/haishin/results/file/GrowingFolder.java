package dev.haishin.results.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A folder of work that may be stopped and gone on with: a {@link RecordLog} of what has ended, and
 * files that are there as a whole or not at all.
 */
public final class GrowingFolder {
  private final Path path;

  private GrowingFolder(Path path) {
    this.path = path;
  }

  /**
   * Opens a folder, new or begun.
   *
   * @param log the name of the log by which an older folder of the kind is known
   * @param kind what such a folder is, as in "a search"
   * @throws IOException when it cannot be made, or holds something else
   */
  public static GrowingFolder open(Path path, String log, String kind) throws IOException {
    if (Files.exists(path) && !Files.exists(path.resolve(log))) {
      if (!Files.isDirectory(path)) {
        throw new IOException(path + " is a file; name a folder for " + kind);
      }
      try (Stream<Path> content = Files.list(path)) {
        if (content.findAny().isPresent()) {
          throw new IOException(
              path + " holds something else than " + kind + "; name a new folder or an older one");
        }
      }
    }
    Files.createDirectories(path);
    return new GrowingFolder(path);
  }

  /** Where a file of it is. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** Whether it has a file. */
  public boolean has(String name) {
    return Files.exists(file(name));
  }

  /** Puts a whole file in the place of an older one, if there is one. */
  public void put(String name, String text) throws IOException {
    Path partial = file("." + name + ".partial");
    Files.writeString(partial, text, StandardCharsets.UTF_8);
    Files.move(
        partial, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Puts a whole folder in the place of an older one, if there is one. */
  public void put(String name, ResultFolder.Filling filling) throws IOException {
    ResultFolder.replace(file(name).toAbsolutePath().normalize(), filling);
  }
}
