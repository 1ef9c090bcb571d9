package dev.haishin.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;

/** The run's charts as pictures, for documents and pull requests. */
final class Charts {
  private static final int WIDTH_PIXELS = 1200;
  private static final String NO_FONTS =
      "no pictures drawn as PNG: this machine has no fonts (SVG and report.html need none)";

  private Charts() {}

  /** The charts that the run's data allows for. */
  static List<Chart> of(Run run) {
    TimeCharts overTime = new TimeCharts(run);
    return List.of(
            PercentileChart.of(run),
            overTime.latency(),
            overTime.throughput(),
            overTime.utilisation(),
            overTime.connections(),
            overTime.queues(),
            overTime.traffic(),
            overTime.pushes())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * A chart as the files that hold it.
   *
   * @param png empty where the machine has no fonts
   * @param warnings for the user
   */
  record Picture(String id, Optional<byte[]> png, String svg, List<String> warnings) {

    /** Writes {@code ID.svg} and {@code ID.png} into a folder, which is made if need be. */
    void write(Path folder) throws IOException {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(id + ".svg"), svg, StandardCharsets.UTF_8);
      if (png.isPresent()) {
        Files.write(folder.resolve(id + ".png"), png.get());
      }
    }
  }

  /** Draws a chart of a run. */
  static Picture picture(Run.Identity identity, Chart chart, Optional<Typeface> typeface) {
    return picture(chart, identity.title(), identity.description(), typeface);
  }

  private static Picture picture(
      Chart chart, String name, String description, Optional<Typeface> typeface) {
    String svg = SvgChart.drawAlone(chart, name + ": " + chart.title());
    if (typeface.isEmpty()) {
      return new Picture(chart.id(), Optional.empty(), svg, List.of(NO_FONTS));
    }
    Legible legible = new Legible(typeface.get(), name);
    PngFrame frame = new PngFrame(name, description, legible);
    JFreeChart drawing = new PngChart(chart, frame).draw();
    byte[] png = png(drawing, PngChart.heightPixels(chart));
    return new Picture(chart.id(), Optional.of(png), svg, List.copyOf(legible.warnings()));
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
    Picture picture = picture(chart, name, description, Typeface.ofThisMachine());
    picture.write(folder);
    return picture.warnings();
  }

  /** Writes a picture as {@code ID.png} into a folder, which is made if need be. */
  static void write(JFreeChart picture, int heightPixels, Path folder, String id)
      throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(id + ".png"), png(picture, heightPixels));
  }

  private static byte[] png(JFreeChart picture, int heightPixels) {
    return PngFile.of(
        picture.createBufferedImage(WIDTH_PIXELS, heightPixels, BufferedImage.TYPE_INT_RGB, null));
  }

  /** A metric's path without what file systems dislike. */
  static String fileName(String path) {
    return path.replaceAll("[^A-Za-z0-9.-]+", "_").replaceAll("_$", "");
  }
}
