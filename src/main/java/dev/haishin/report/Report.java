package dev.haishin.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Draws the charts and the page of a result folder, from its files alone. */
public final class Report {
  private Report() {}

  /**
   * Loads what drawing needs, fonts above all; worth a thread of its own while a run is under way.
   * Drawing without it is slower and the same.
   */
  public static void prepare() {
    try {
      Rehearsal.run();
    } catch (IOException | RuntimeException | Error withoutFonts) {
      // Drawing itself will say so.
    }
  }

  /**
   * Writes {@code charts/*.png}, {@code charts/*.svg} and {@code report.html} into a result folder,
   * over what is there.
   *
   * @param resultFolder a folder with at least a {@code summary.json}
   * @return warnings for the user, such as text that no font of this machine can draw
   * @throws IOException when the folder cannot be read or written, or holds no summary
   */
  public static List<String> write(Path resultFolder) throws IOException {
    return write(resultFolder, Typeface.ofThisMachine());
  }

  static List<String> write(Path resultFolder, Optional<Typeface> typeface) throws IOException {
    Run run = RunReader.read(resultFolder);
    // The page on one core, the charts on the others and then on all; written in their order.
    CompletableFuture<String> page = CompletableFuture.supplyAsync(() -> ReportPage.of(run));
    List<Charts.Picture> pictures =
        Charts.of(run).parallelStream()
            .map(chart -> Charts.picture(run.identity(), chart, typeface))
            .toList();
    Files.writeString(resultFolder.resolve("report.html"), page.join(), StandardCharsets.UTF_8);
    Set<String> warnings = new LinkedHashSet<>();
    for (Charts.Picture picture : pictures) {
      picture.write(resultFolder.resolve("charts"));
      warnings.addAll(picture.warnings());
    }
    return List.copyOf(warnings);
  }
}
