package dev.haishin.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Draws the charts and the page of a result folder, from its files alone. */
public final class Report {
  private Report() {}

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
