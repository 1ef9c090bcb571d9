package dev.haishin.results.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is there as a whole or not at all. It is filled beside its place and moved there
 * when it is complete; an older result of the same name gives way only then.
 */
public final class ResultFolder {
  private static final int MOST_SIBLINGS = 1000;

  /** Puts files into a folder. */
  public interface Filling {
    /** Writes below {@code folder}, which exists and is empty. */
    void fill(Path folder) throws IOException;
  }

  private ResultFolder() {}

  /**
   * Writes the result folder of a run, in the place of an older one if there is one.
   *
   * @throws IOException when it cannot be written, or when something stands there that is no
   *     result; nothing is changed or left behind then
   */
  public static void write(Path target, Filling filling) throws IOException {
    write(target, RunFiles.SUMMARY, filling);
  }

  /**
   * Writes a result folder, in the place of an older one if there is one.
   *
   * @param mark the file by which an older one is known
   * @throws IOException when it cannot be written, or when something stands there that is no
   *     result; nothing is changed or left behind then
   */
  public static void write(Path target, String mark, Filling filling) throws IOException {
    Path place = target.toAbsolutePath().normalize();
    checkReplaceable(place, mark);
    replace(place, filling);
  }

  /**
   * Writes a folder in the place of whatever stands there.
   *
   * @param place absolute, and the caller's own
   */
  static void replace(Path place, Filling filling) throws IOException {
    List<Path> created = createParents(place);
    boolean written = false;
    try {
      Path partial = newSibling(place, "partial");
      try {
        filling.fill(partial);
        moveInto(place, partial);
        written = true;
      } finally {
        delete(partial);
      }
    } finally {
      if (!written) {
        deleteEmpty(created);
      }
    }
  }

  /** Refuses to replace what a mistyped path may point to. */
  private static void checkReplaceable(Path place, String mark) throws IOException {
    if (place.getParent() == null) {
      throw new IOException(place + " cannot be a result folder");
    }
    if (!Files.exists(place) || Files.exists(place.resolve(mark))) {
      return;
    }
    if (!Files.isDirectory(place)) {
      throw new IOException(place + " is a file; name a folder for the results");
    }
    try (Stream<Path> content = Files.list(place)) {
      if (content.findAny().isPresent()) {
        throw new IOException(
            place + " holds something else than a result; name a new folder or an older result");
      }
    }
  }

  private static void moveInto(Path place, Path whole) throws IOException {
    if (!Files.exists(place)) {
      Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path older = newSibling(place, "older");
    Files.delete(older);
    Files.move(place, older, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(older, place, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    delete(older);
  }

  /** Makes an empty folder beside a place, on the same file system. */
  private static Path newSibling(Path place, String purpose) throws IOException {
    for (int i = 0; i < MOST_SIBLINGS; i++) {
      try {
        String name = "." + place.getFileName() + "." + purpose + "-" + i;
        return Files.createDirectory(place.resolveSibling(name));
      } catch (FileAlreadyExistsException e) {
        // Another run's, or what a killed one left: take the next name.
      }
    }
    throw new IOException("too many unfinished results beside " + place);
  }

  private static List<Path> createParents(Path place) throws IOException {
    List<Path> missing = new ArrayList<>();
    Path parent = place.getParent();
    while (parent != null && !Files.exists(parent)) {
      missing.add(parent);
      parent = parent.getParent();
    }
    Files.createDirectories(place.getParent());
    return missing;
  }

  private static void deleteEmpty(List<Path> innermostFirst) throws IOException {
    for (Path folder : innermostFirst) {
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
