package dev.haishin.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.ChartFactory;

/** Draws the charts and the page of a result folder, from its files alone. */
public final class Report {
  private Report() {}

  /**
   * Loads what drawing needs, fonts above all; worth a thread of its own while a run is under way.
   * Drawing without it is slower and the same.
   */
  public static void prepare() {
    try {
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.drawString("0", 0, 8);
      graphics.dispose();
      ChartFactory.createXYLineChart("", "", "", null).createBufferedImage(64, 64);
    } catch (RuntimeException | Error withoutFonts) {
      // Drawing itself will say so.
    }
  }

  /**
   * Writes {@code charts/*.png} and {@code report.html} into a result folder, over what is there.
   *
   * @param resultFolder a folder with at least a {@code summary.json}
   * @return warnings for the user, such as text that no font of this machine can draw
   * @throws IOException when the folder cannot be read or written, or holds no summary
   */
  public static List<String> write(Path resultFolder) throws IOException {
    Run run = RunReader.read(resultFolder);
    Files.writeString(
        resultFolder.resolve("report.html"), ReportPage.of(run), StandardCharsets.UTF_8);
    return Charts.write(run, resultFolder.resolve("charts"));
  }
}
