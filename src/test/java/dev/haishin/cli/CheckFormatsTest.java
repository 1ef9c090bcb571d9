package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.Golden;
import dev.haishin.results.file.CheckWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A check in every format that it is read in. */
class CheckFormatsTest {

  @Test
  void theTextIsAsAgreed() throws IOException {
    Screen screen = Screen.pipe();
    new CheckScreen(screen.terminal()).show(CheckSample.report());
    Golden.assertSame(CheckFormatsTest.class, "check.txt", screen.out());
  }

  @Test
  void theJsonIsAsAgreed() throws IOException {
    String json = CheckWriter.json(CheckSample.report());
    Golden.assertSame(CheckFormatsTest.class, "check.json", json);
    JsonNode root = new ObjectMapper().readTree(json);
    assertEquals("failed", root.path("verdict").asText());
    assertEquals(292, root.at("/worlds/0/comparisons/0/was").asDouble());
  }

  @Test
  void theMarkdownIsAsAgreed() throws IOException {
    Golden.assertSame(CheckFormatsTest.class, "check.md", CheckMarkdown.of(CheckSample.report()));
  }

  @Test
  void theAnnotationsAreAsAgreed() throws IOException {
    Golden.assertSame(
        CheckFormatsTest.class,
        "check.annotations",
        String.join("\n", CheckAnnotations.of(CheckSample.report())) + "\n");
  }

  @Test
  void theJunitXmlIsAsAgreedAndWellFormed() throws Exception {
    String xml = CheckJunit.of(CheckSample.report());
    Golden.assertSame(CheckFormatsTest.class, "check.junit.xml", xml);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Element root = document.getDocumentElement();
    assertEquals("11", root.getAttribute("tests"));
    assertEquals("2", root.getAttribute("failures"));
    assertEquals("4", root.getAttribute("errors"));
    assertEquals(2, document.getElementsByTagName("failure").getLength());
    assertEquals(4, document.getElementsByTagName("error").getLength());
    Element first = (Element) document.getElementsByTagName("testcase").item(0);
    assertEquals("ci/launch, \"a\" <b>.yaml", first.getAttribute("file"));
  }
}
