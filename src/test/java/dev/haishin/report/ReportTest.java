package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final String QUESTION = "00:00 JST on 1 January; one Tokyo zone lost";

  @TempDir Path folder;

  @Test
  void drawsTheSameBytesTwice() throws IOException {
    Path first = ExampleFolder.write(folder.resolve("first"), QUESTION);
    Path second = ExampleFolder.write(folder.resolve("second"), QUESTION);
    assertEquals(List.of(), Report.write(first));
    Report.write(second);
    Report.write(second);
    List<String> names =
        List.of(
            "report.html",
            "charts/percentiles.png",
            "charts/percentiles.svg",
            "charts/latency-over-time.png",
            "charts/throughput.png",
            "charts/utilisation.png",
            "charts/connections.png");
    for (String name : names) {
      assertArrayEquals(
          Files.readAllBytes(first.resolve(name)), Files.readAllBytes(second.resolve(name)), name);
    }
  }

  @Test
  void picturesAreOfASizeForDocuments() throws IOException {
    Path example = ExampleFolder.write(folder, QUESTION);
    Report.write(example);
    BufferedImage picture = ImageIO.read(example.resolve("charts/latency-over-time.png").toFile());
    assertEquals(1200, picture.getWidth());
    assertEquals(600, picture.getHeight());
    TreeSet<Integer> colours = new TreeSet<>();
    for (int y = 0; y < 600; y++) {
      for (int x = 0; x < 1200; x++) {
        colours.add(picture.getRGB(x, y) & 0xFFFFFF);
      }
    }
    assertTrue(colours.contains(0x0072B2), "the line of delivery.online.p99");
    assertTrue(colours.contains(0xE69F00), "the line of send.ack.p50");
  }

  @Test
  void aMachineWithoutFontsGetsNoPngAndAWarning() throws IOException {
    Path example = ExampleFolder.write(folder, QUESTION);
    List<String> warnings = Report.write(example, Optional.empty());
    assertEquals(
        List.of(
            "no pictures drawn as PNG: this machine has no fonts (SVG and report.html need none)"),
        warnings);
    assertTrue(Files.exists(example.resolve("charts/percentiles.svg")));
    assertFalse(Files.exists(example.resolve("charts/percentiles.png")));
  }

  @Test
  void aTenMinuteRunStaysBelowAMegabyte() throws IOException {
    String page = page(QUESTION);
    assertTrue(page.length() > 100_000 && page.length() < 1_000_000, page.length() + " characters");
  }

  @Test
  void nothingIsFetchedFromElsewhere() throws IOException {
    String page = page(QUESTION);
    for (String forbidden :
        List.of("http:", "https:", "<script", "<link", "<img", "@import", "url(", " src=", "//")) {
      assertFalse(page.contains(forbidden), forbidden);
    }
    Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(page);
    while (links.find()) {
      String target = links.group(1);
      assertTrue(target.startsWith("#"), target);
      assertTrue(page.contains("id=\"" + target.substring(1) + "\""), target);
    }
  }

  @Test
  void markupInTheScenarioIsShownAsText() throws IOException {
    String page = page("</style><script>alert(1)</script> & <b onclick='x'>");
    assertFalse(page.contains("<script"));
    assertFalse(page.contains("<b onclick"));
    assertTrue(
        page.contains("&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b onclick"));
    assertEquals(1, count(page, "</style>"));
  }

  @Test
  void everyFigureHasItsCaptionItsDataAndAWordForScreenReaders() throws IOException {
    String page = page(QUESTION);
    List<String> figures = new ArrayList<>();
    Matcher matcher = Pattern.compile("<figure .*?</figure>", Pattern.DOTALL).matcher(page);
    while (matcher.find()) {
      figures.add(matcher.group());
    }
    assertEquals(11, figures.size());
    for (String figure : figures) {
      String start = figure.substring(0, 60);
      assertEquals(1, count(figure, "<figcaption>"), start);
      assertEquals(1, count(figure, "<details>"), start);
      assertEquals(1, count(figure, "<table>"), start);
      assertTrue(count(figure, "<tr>") > 1, start);
      assertEquals(1, count(figure, "<svg "), start);
      assertTrue(figure.contains(" role=\"img\" aria-label=\""), start);
    }
    assertEquals(count(page, "<figure "), count(page, "<svg "));
  }

  @Test
  void failuresAreMarkedOnEveryTimeline() throws IOException {
    String page = page(QUESTION);
    for (String id : List.of("latency-over-time", "throughput", "utilisation", "connections")) {
      int from = page.indexOf("id=\"figure-" + id + "\"");
      String figure = page.substring(from, page.indexOf("</figure>", from));
      assertEquals(2, count(figure, "class=\"mark\""), id);
      assertTrue(figure.contains("<li>lose zone tokyo zone 1 at 3m</li>"), id);
    }
  }

  @Test
  void manyFailuresDoNotBuryTheChart() throws IOException {
    Path example = ExampleFolder.write(folder, QUESTION);
    String repeated = "failures: [{at: 10s, drain: gateway, repeat: {every: 1s, times: 500}}]\n";
    Files.writeString(example.resolve("scenario.yaml"), repeated);
    assertEquals(List.of(), Report.write(example));
    String page = Files.readString(example.resolve("report.html"));
    int from = page.indexOf("id=\"figure-throughput\"");
    String figure = page.substring(from, page.indexOf("</figure>", from));
    assertEquals(500, count(figure, "class=\"mark\""));
    assertTrue(figure.contains("and 488 more"));
    assertTrue(count(figure, "class=\"flag\"") < 25);
  }

  @Test
  void idsAreUsedOnce() throws IOException {
    Matcher ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(page(QUESTION));
    TreeSet<String> seen = new TreeSet<>();
    while (ids.find()) {
      assertTrue(seen.add(ids.group(1)), ids.group(1));
    }
  }

  @Test
  void whatARunDidNotRecordIsLeftOutWithASentence() throws IOException {
    Files.writeString(
        folder.resolve("summary.json"),
        "{\"schema\": \"haishin/summary/1\", \"scenario\": \"bare\", \"variant\": \"baseline\", \"seed\": 3}");
    assertEquals(List.of(), Report.write(folder));
    assertFalse(Files.exists(folder.resolve("charts")));
    String page = Files.readString(folder.resolve("report.html"));
    for (String sentence :
        List.of(
            "Expectations is left out: the scenario expects nothing (it has no `expect`).",
            "Latency is left out: the run has no latency with samples.",
            "Where the time goes is left out: the run recorded no stage of a message&#39;s way.",
            "What binds first is left out: the run recorded no utilisation.",
            "Reach is left out: the summary does not say whom messages reached.",
            "Load over time is left out: the run has no timeline.",
            "Failures is left out: nothing fails in this run.",
            "Ledger is left out: the summary holds no ledger.",
            "Push is left out: the run recorded no push notification.",
            "Fleet and cost is left out: the summary holds neither a fleet nor prices.")) {
      assertTrue(page.contains(sentence), sentence);
    }
    assertEquals(0, count(page, "<figure"));
    assertTrue(page.contains("haishin run scenario.yaml --seed 3"));
  }

  @Test
  void theCommandRepeatsTheRun() throws IOException {
    Run run = RunReader.read(ExampleFolder.write(folder, QUESTION));
    assertEquals("haishin run scenario.yaml --seed 2027 --scale 10%", ScenarioSection.command(run));
  }

  private String page(String description) throws IOException {
    Path example = ExampleFolder.write(folder.resolve("page"), description);
    return ReportPage.of(RunReader.read(example));
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
