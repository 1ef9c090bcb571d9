package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.report.CostChart.Mark;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class CostChartTest {
  private static final List<Mark> MARKS =
      List.of(
          mark("dear and fast", 300, 10),
          mark("beaten by both", 310, 40),
          mark("cheap and slow", 100, 90),
          mark("between", 200, 30),
          mark("as dear as between", 200, 35),
          new Mark("oracle", 90, 5, 4, 6, false));

  @TempDir Path folder;

  @Test
  void theFrontIsOfThoseThatNoneBeatsInBoth() {
    assertEquals(
        List.of("cheap and slow", "between", "dear and fast"),
        CostChart.front(MARKS).stream().map(Mark::name).toList());
  }

  @Test
  void equalsDoNotBeatEachOther() {
    List<Mark> equal = List.of(mark("one", 1, 1), mark("other", 1, 1));
    assertEquals(2, CostChart.front(equal).size());
  }

  @Test
  void thePictureStandsAlone() throws Exception {
    CostChart.write(folder, "made-up", "<&> four worlds", MARKS);
    assertTrue(Files.size(folder.resolve("cost-latency.png")) > 1000);
    Document svg = parse(Files.readString(folder.resolve("cost-latency.svg")));
    assertEquals("http://www.w3.org/2000/svg", svg.getDocumentElement().getNamespaceURI());
    String text = svg.getDocumentElement().getTextContent();
    for (Mark mark : MARKS) {
      assertTrue(text.contains(mark.name()), text);
    }
    assertTrue(text.contains("made-up: Cost against latency"), text);
  }

  private static Document parse(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static Mark mark(String name, double usd, double ms) {
    return new Mark(name, usd, ms, ms * 0.9, ms * 1.1, true);
  }
}
