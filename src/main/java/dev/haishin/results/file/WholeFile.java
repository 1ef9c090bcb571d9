package dev.haishin.results.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A single file that is there as a whole or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes a text beside its place and moves it there, folders that are missing included. */
  public static void write(Path target, String text) throws IOException {
    Path place = target.toAbsolutePath().normalize();
    if (Files.isDirectory(place)) {
      throw new IOException(target + " is a folder; name a file");
    }
    Files.createDirectories(place.getParent());
    // In a folder of its own, the file is readable to whom files usually are.
    Path beside = Files.createTempDirectory(place.getParent(), "." + place.getFileName());
    Path partial = beside.resolve("partial");
    try {
      Files.writeString(partial, text, StandardCharsets.UTF_8);
      Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
      Files.delete(beside);
    }
  }
}
