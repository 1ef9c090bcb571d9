package dev.haishin.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;

/** The run's charts as pictures, for documents and pull requests. */
final class Charts {
  private static final int WIDTH_PIXELS = 1200;

  private Charts() {}

  /** The charts that the run's data allows for. */
  static List<Chart> of(Run run) {
    TimeCharts overTime = new TimeCharts(run);
    return List.of(
            PercentileChart.of(run),
            overTime.latency(),
            overTime.throughput(),
            overTime.utilisation(),
            overTime.connections())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Draws every chart as {@code ID.png} into the folder, which is made if there is anything to
   * draw. A machine without fonts gets no pictures and a warning.
   *
   * @return warnings for the user
   */
  static List<String> write(Run run, Path folder) throws IOException {
    return write(run, folder, Typeface.ofThisMachine());
  }

  static List<String> write(Run run, Path folder, Optional<Typeface> typeface) throws IOException {
    if (typeface.isEmpty()) {
      return List.of("no charts drawn: this machine has no fonts (report.html needs none)");
    }
    Run.Identity identity = run.identity();
    Legible legible = new Legible(typeface.get(), identity.title());
    PngFrame frame = new PngFrame(identity.title(), identity.description(), legible);
    for (Chart chart : of(run)) {
      write(new PngChart(chart, frame), chart, folder);
    }
    return List.copyOf(legible.warnings());
  }

  /**
   * Draws one chart as {@code ID.png} and {@code ID.svg} into a folder, which is made if need be.
   *
   * @param name of what was run, in the letters of a scenario's name
   * @param description one line, or empty
   * @return warnings for the user
   */
  static List<String> write(Chart chart, String name, String description, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(chart.id() + ".svg"),
        SvgChart.drawAlone(chart, name + ": " + chart.title()),
        StandardCharsets.UTF_8);
    Optional<Typeface> typeface = Typeface.ofThisMachine();
    if (typeface.isEmpty()) {
      return List.of("no picture drawn as PNG: this machine has no fonts (the SVG needs none)");
    }
    Legible legible = new Legible(typeface.get(), name);
    write(new PngChart(chart, new PngFrame(name, description, legible)), chart, folder);
    return List.copyOf(legible.warnings());
  }

  private static void write(PngChart drawing, Chart chart, Path folder) throws IOException {
    write(drawing.draw(), PngChart.heightPixels(chart), folder, chart.id());
  }

  /** Writes a picture as {@code ID.png} into a folder, which is made if need be. */
  static void write(JFreeChart picture, int heightPixels, Path folder, String id)
      throws IOException {
    Files.createDirectories(folder);
    try (OutputStream out = Files.newOutputStream(folder.resolve(id + ".png"))) {
      ChartUtils.writeChartAsPNG(out, picture, WIDTH_PIXELS, heightPixels);
    }
  }

  /** A metric's path without what file systems dislike. */
  static String fileName(String path) {
    return path.replaceAll("[^A-Za-z0-9.-]+", "_").replaceAll("_$", "");
  }
}
