package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.results.file.SweepTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws the charts and the page of a result folder, from its files alone. */
public final class Report {
  private static final String PAGE = "report.html";
  private static final String SUMMARY = "summary.json";
  private static final String COMPARE = "compare.json";
  private static final String SWEEP = "sweep.json";
  private static final String SIZE = "size.json";
  private static final String CHARTS = "charts";

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

  /** Whether a folder holds something that can be drawn. */
  public static boolean canDraw(Path folder) {
    return List.of(SUMMARY, COMPARE, SWEEP, SIZE).stream()
        .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  /**
   * Writes {@code report.html} into a result folder and, of a run, {@code charts/*.png}, {@code
   * charts/*.svg} and {@code bill-of-materials.csv}, over what is there.
   *
   * @param resultFolder of a run, a comparison, a sweep or a search for a size
   * @return warnings for the user, such as text that no font of this machine can draw
   * @throws IOException when the folder cannot be read or written, or holds nothing of the kind
   */
  public static List<String> write(Path resultFolder) throws IOException {
    return write(resultFolder, Typeface.ofThisMachine());
  }

  static List<String> write(Path folder, Optional<Typeface> typeface) throws IOException {
    if (Files.exists(folder.resolve(COMPARE))) {
      page(folder, ComparePage.of(json(folder.resolve(COMPARE))));
      return List.of();
    }
    if (Files.exists(folder.resolve(SWEEP))) {
      return write(folder, SweepReader.read(json(folder.resolve(SWEEP))));
    }
    if (Files.exists(folder.resolve(SIZE))) {
      page(folder, SizePage.of(json(folder.resolve(SIZE))));
      return List.of();
    }
    return RunDrawing.write(folder, typeface);
  }

  /** Writes the page and the charts of a sweep into its folder. */
  public static List<String> write(Path folder, SweepTable table) throws IOException {
    page(folder, SweepPage.of(table));
    return SweepChart.write(folder.resolve(CHARTS), table);
  }

  /**
   * Several runs on one page.
   *
   * @param resultFolders of runs, at least two
   * @return the page
   * @throws IOException when a folder cannot be read or holds no summary of a run
   */
  public static String sideBySide(List<Path> resultFolders) throws IOException {
    Map<String, Run> runs = new LinkedHashMap<>();
    for (Path folder : resultFolders) {
      Run run = RunReader.read(folder);
      String title = run.identity().title();
      runs.put(runs.containsKey(title) ? title + " (" + folder + ")" : title, run);
    }
    return SideBySide.of(runs);
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static void page(Path folder, String html) throws IOException {
    Files.writeString(folder.resolve(PAGE), html, StandardCharsets.UTF_8);
  }
}
