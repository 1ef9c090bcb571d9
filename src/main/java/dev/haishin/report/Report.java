package dev.haishin.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Draws the charts and the page of a result folder, from its files alone. */
public final class Report {
  private static final int HELPERS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

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
   * Writes {@code charts/*.png}, {@code charts/*.svg}, {@code bill-of-materials.csv} and {@code
   * report.html} into a result folder, over what is there.
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
    List<Chart> charts = Charts.of(run);
    List<Charts.Picture> pictures = new ArrayList<>();
    ExecutorService others = Executors.newFixedThreadPool(HELPERS, Report::helper);
    try {
      // The charts on the other cores, the page on this one.
      List<Future<Charts.Picture>> drawings = new ArrayList<>();
      for (Chart chart : charts) {
        drawings.add(others.submit(() -> Charts.picture(run.identity(), chart, typeface)));
      }
      Files.writeString(
          resultFolder.resolve("report.html"), ReportPage.of(run), StandardCharsets.UTF_8);
      for (Future<Charts.Picture> drawing : drawings) {
        pictures.add(drawn(drawing));
      }
    } finally {
      others.shutdownNow();
    }
    Set<String> warnings = new LinkedHashSet<>();
    for (Charts.Picture picture : pictures) {
      picture.write(resultFolder.resolve("charts"));
      warnings.addAll(picture.warnings());
    }
    BillOfMaterials.write(run, resultFolder);
    return List.copyOf(warnings);
  }

  private static Thread helper(Runnable work) {
    Thread thread = new Thread(work, "drawing");
    thread.setDaemon(true);
    return thread;
  }

  private static Charts.Picture drawn(Future<Charts.Picture> drawing) throws IOException {
    try {
      return drawing.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a chart cannot be drawn: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while drawing", e);
    }
  }
}
