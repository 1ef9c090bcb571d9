package dev.haishin.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Draws the page and the pictures of one run, beside each other. Each is drawn alone and written in
 * a fixed order, so that threads change nothing but the time it takes.
 */
final class RunDrawing {
  private static final int HELPERS = 3;

  private RunDrawing() {}

  static List<String> write(Path resultFolder, Optional<Typeface> typeface) throws IOException {
    Run run = RunReader.read(resultFolder);
    List<FutureTask<Charts.Picture>> drawings =
        Charts.of(run).stream()
            .map(chart -> new FutureTask<>(() -> Charts.picture(run.identity(), chart, typeface)))
            .toList();
    ExecutorService helpers = Executors.newFixedThreadPool(HELPERS, RunDrawing::helper);
    try {
      drawings.forEach(helpers::execute);
      Files.writeString(
          resultFolder.resolve("report.html"), ReportPage.of(run), StandardCharsets.UTF_8);
      // Helps with what nobody has begun: to run a task that another has begun does nothing.
      for (int i = drawings.size() - 1; i >= 0; i--) {
        drawings.get(i).run();
      }
      Set<String> warnings = new LinkedHashSet<>();
      for (FutureTask<Charts.Picture> drawing : drawings) {
        Charts.Picture picture = drawn(drawing);
        picture.write(resultFolder.resolve("charts"));
        warnings.addAll(picture.warnings());
      }
      BillOfMaterials.write(run, resultFolder);
      return List.copyOf(warnings);
    } finally {
      helpers.shutdownNow();
    }
  }

  private static Thread helper(Runnable work) {
    Thread thread = new Thread(work, "drawing");
    thread.setDaemon(true);
    return thread;
  }

  private static Charts.Picture drawn(FutureTask<Charts.Picture> drawing) throws IOException {
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
