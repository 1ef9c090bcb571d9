package dev.haishin.report;

import java.io.IOException;
import java.io.OutputStream;
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
    Legible legible = new Legible(typeface.get(), run.identity().title());
    List<Chart> charts = of(run);
    if (!charts.isEmpty()) {
      Files.createDirectories(folder);
    }
    for (Chart chart : charts) {
      JFreeChart picture = new PngChart(chart, run, legible).draw();
      try (OutputStream out = Files.newOutputStream(folder.resolve(chart.id() + ".png"))) {
        ChartUtils.writeChartAsPNG(out, picture, WIDTH_PIXELS, PngChart.heightPixels(chart));
      }
    }
    return List.copyOf(legible.warnings());
  }
}
