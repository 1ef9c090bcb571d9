package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of page in a real browser, as wide as a phone and as a desk's screen. With {@code mvn
 * test -Dtest=BrowserTest -Dhaishin.screenshots=DIR} it leaves pictures to look at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  private static final int PHONE_PIXELS = 360;
  private static final int DESK_PIXELS = 1440;
  private static final int PAPER_PIXELS = 718; // A4 without its margins, 96 pixels an inch
  private static final String NAVIGATION =
      "getComputedStyle(document.querySelector('nav')).display";
  private static final String WITHOUT_TABLE =
      "Array.from(document.querySelectorAll('figure')).filter(f => !f.querySelector('svg')"
          + " || !f.querySelector('details table tbody tr') || !f.querySelector('figcaption h3'))"
          + ".map(f => f.id)";
  private static final String WIDE_BY =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  private static final String CUT_OFF =
      "Array.from(document.querySelectorAll('svg text')).filter(t => { const b = t.getBBox(),"
          + " v = t.ownerSVGElement.viewBox.baseVal; return b.x < -2 || b.x + b.width > v.width + 2"
          + " || b.y < -2 || b.y + b.height > v.height + 2; }).map(t => t.textContent)";
  private static final String UNNAMED =
      "Array.from(document.querySelectorAll('svg')).filter(s => s.getAttribute('role') !== 'img'"
          + " || !s.getAttribute('aria-label')).length";
  private static final String ELEMENTS_FROM_NAMES =
      "document.querySelectorAll('script, img, iframe, [onclick], [onerror], main blink').length";
  private static final String UNREACHABLE =
      "Array.from(document.querySelectorAll('.scroll')).filter(s => s.tabIndex !== 0).length";

  private List<PageExamples.Example> pages;
  private Browser browser;

  @BeforeAll
  void openTheBrowser(@TempDir Path folder) throws IOException, InterruptedException {
    Optional<Path> program = Browser.installed();
    assumeTrue(program.isPresent(), "no Chromium on the PATH; .ci/browser installs one");
    Path profile = Files.createDirectory(folder.resolve("profile"));
    browser = Browser.start(program.get(), profile);
    pages = PageExamples.write(folder);
  }

  @AfterAll
  void closeTheBrowser() throws InterruptedException {
    if (browser != null) {
      browser.close();
    }
  }

  List<PageExamples.Example> pages() {
    return pages == null ? List.of() : pages;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void worksAsWideAsAPhoneAndAsADesk(PageExamples.Example page)
      throws IOException, InterruptedException {
    for (int widthPixels : new int[] {PHONE_PIXELS, DESK_PIXELS}) {
      boolean dark = widthPixels == DESK_PIXELS;
      browser.open(page.file(), widthPixels, dark);
      String where = page.name() + " at " + widthPixels + " pixels: ";
      picture(page.name().replaceAll("[^a-z]+", "-") + "-" + widthPixels + ".png");
      assertEquals(widthPixels, browser.evaluate("innerWidth").asInt(), where);
      assertEquals(0, browser.evaluate(WIDE_BY).asInt(), where + "scrolls sideways by");
      assertEquals("[]", browser.evaluate(CUT_OFF).toString(), where + "cut off");
      assertEquals("[]", browser.evaluate(WITHOUT_TABLE).toString(), where + "without a table");
      assertEquals(0, browser.evaluate(UNNAMED).asInt(), where + "charts without a name");
      assertEquals(0, browser.evaluate(UNREACHABLE).asInt(), where + "not reached by keyboard");
      assertEquals(List.of(page.file().toUri().toString()), browser.requests(), where);
      assertEquals(List.of(), browser.complaints(), where);
      JsonNode paper = browser.evaluate("getComputedStyle(document.body).backgroundColor");
      assertEquals(dark ? "rgb(20, 24, 29)" : "rgb(255, 255, 255)", paper.asText(), where);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void fitsOnPaper(PageExamples.Example page) throws IOException, InterruptedException {
    browser.open(page.file(), PAPER_PIXELS, false);
    browser.print();
    picture(page.name().replaceAll("[^a-z]+", "-") + "-print.png");
    assertEquals(0, browser.evaluate(WIDE_BY).asInt(), page.name() + " is wider than paper by");
    assertEquals("none", browser.evaluate(NAVIGATION).asText(), "links are for screens");
  }

  private void picture(String name) throws IOException, InterruptedException {
    String folder = System.getProperty("haishin.screenshots", "");
    if (!folder.isEmpty()) {
      browser.screenshot(Files.createDirectories(Path.of(folder)).resolve(name));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void markupInNamesIsShownAsText(PageExamples.Example page)
      throws IOException, InterruptedException {
    browser.open(page.file(), DESK_PIXELS, false);
    assertEquals(0, browser.evaluate(ELEMENTS_FROM_NAMES).asInt(), page.name());
    String text = browser.evaluate("document.body.textContent").asText();
    assertTrue(text.contains(PageExamples.HOSTILE), page.name() + " does not show it at all");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aFigureThatAPointerRestsOnSaysItsValues(PageExamples.Example page)
      throws IOException, InterruptedException {
    browser.open(page.file(), DESK_PIXELS, false);
    String silent =
        "Array.from(document.querySelectorAll('figure svg')).filter(s => !s.querySelector('title'))"
            + ".length";
    assertEquals(0, browser.evaluate(silent).asInt(), page.name());
  }
}
