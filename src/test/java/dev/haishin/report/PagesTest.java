package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.results.file.SweepTable;
import dev.haishin.results.file.SweepWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sentence that each page answers with, and what holds for all of them. */
class PagesTest {
  @TempDir private static Path folder;
  private static List<PageExamples.Example> pages;

  @BeforeAll
  static void draw() throws IOException {
    pages = PageExamples.write(folder);
  }

  @Test
  void aComparisonSaysWhoWinsAndByHowMuch() throws IOException {
    assertEquals(
        PageExamples.HOSTILE
            + " is best on delivery.online.p99: 400 ms, -80 ms against baseline (-90 ms to -70 ms).",
        answer("compare.json"));
  }

  @Test
  void aComparisonIsMadeAgainWithWhatTheCommandLineSet() throws IOException {
    String page = page("compare.json");
    String command = page.substring(page.indexOf("haishin compare"));
    assertTrue(
        command.startsWith(
            "haishin compare SCENARIO.yaml --seed 7 --replications 5 --variant &#39;baseline&#39;"),
        command);
    assertTrue(command.contains(" --no-oracle --set &#39;scale=20%&#39;</"), command);
  }

  @Test
  void aSweepSaysHowManyPointsAreGood() throws IOException {
    assertEquals(
        "2 of 3 points meet what the scenario expects, the first with gateways.per-region=20, where"
            + " gateway.cpu binds first, at 2.5 times this load (its hottest host is at 40%).",
        answer("sweep"));
  }

  @Test
  void aSizeSaysWhatIsLeast() throws IOException {
    assertEquals(
        "gateways.per-region = 4 meets every expectation, for 1,200 USD a month; gateway.cpu"
            + " binds first, at 1.64 times this load (its hottest host is at 61%).",
        answer("size.json"));
  }

  @Test
  void aCheckNamesWhatIsWorse() throws IOException {
    assertEquals("gate/baseline misses what is asked of it.", answer("check"));
  }

  @Test
  void aTableReadFromItsFileIsTheTableThatWasWritten() throws IOException {
    SweepTable table = PageExamples.sweep();
    assertEquals(table, SweepReader.read(new ObjectMapper().readTree(SweepWriter.json(table))));
  }

  @Test
  void pagesAreDrawnTwiceAlike() throws IOException {
    for (PageExamples.Example page : pages) {
      if (page.file().endsWith("report.html")) {
        String first = Files.readString(page.file());
        Report.write(page.file().getParent());
        assertEquals(first, Files.readString(page.file()), page.name());
      }
    }
  }

  @Test
  void everyLinkLeadsToASection() throws IOException {
    for (PageExamples.Example page : pages) {
      String text = Files.readString(page.file());
      Matcher links = Pattern.compile("href=\"#([^\"]*)\"").matcher(text);
      while (links.find()) {
        assertTrue(text.contains("id=\"" + links.group(1) + "\""), page + ": " + links.group(1));
      }
    }
  }

  private static String page(String name) throws IOException {
    return Files.readString(
        pages.stream().filter(page -> page.name().equals(name)).findFirst().orElseThrow().file());
  }

  private static String answer(String name) throws IOException {
    Matcher answer =
        Pattern.compile("<p class=\"answer\">(.*?)</p>", Pattern.DOTALL).matcher(page(name));
    assertTrue(answer.find(), name);
    return answer
        .group(1)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
