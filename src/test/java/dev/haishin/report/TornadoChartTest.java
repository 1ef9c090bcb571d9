package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.report.TornadoChart.Bar;
import dev.haishin.report.TornadoChart.Subject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TornadoChartTest {
  private static final Subject SUBJECT =
      new Subject("made-up", "<&> a world", "delivery.online.p99{region=a}", "ms", 100, "20%");

  @TempDir Path folder;

  @Test
  void aBarReachesFromTheFigureAsItIsToWhatItBecomes() throws Exception {
    List<Bar> bars = List.of(new Bar("a.wide", 50, 200), new Bar("b.oneway", Double.NaN, 150));
    assertEquals(List.of(), TornadoChart.write(folder, SUBJECT, bars));
    assertTrue(Files.size(folder.resolve("tornado-delivery.online.p99_region_a.png")) > 1000);
    NodeList boxes = svg().getElementsByTagName("rect");
    // Three sides, and the two of the legend.
    assertEquals(5, boxes.getLength());
    double wideDown = number(boxes, 0, "width");
    double wideUp = number(boxes, 1, "width");
    double narrowUp = number(boxes, 2, "width");
    assertEquals(2, wideUp / wideDown, 0.01);
    assertEquals(1, narrowUp / wideDown, 0.01);
    assertEquals(number(boxes, 1, "x"), number(boxes, 2, "x"));
    assertEquals(number(boxes, 1, "x"), number(boxes, 0, "x") + wideDown, 0.11);
  }

  @Test
  void theTwentyWidestAreDrawn() throws Exception {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      bars.add(new Bar("assumption-" + i, 90 - i, 110 + i));
    }
    TornadoChart.write(folder, SUBJECT, bars);
    String text = svg().getDocumentElement().getTextContent();
    assertTrue(text.contains("assumption-19") && !text.contains("assumption-20"), text);
  }

  private Document svg() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    String text = Files.readString(folder.resolve("tornado-delivery.online.p99_region_a.svg"));
    Document svg = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    assertEquals("http://www.w3.org/2000/svg", svg.getDocumentElement().getNamespaceURI());
    return svg;
  }

  private static double number(NodeList elements, int index, String attribute) {
    return Double.parseDouble(((Element) elements.item(index)).getAttribute(attribute));
  }
}
