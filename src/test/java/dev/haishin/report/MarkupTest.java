package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void showsMarkupInDataAsText() {
    String page = new Markup().element("p", "<script>alert('x') && \"y\"</script>").toString();
    assertEquals(
        "<p>&lt;script&gt;alert(&#39;x&#39;) &amp;&amp; &quot;y&quot;&lt;/script&gt;</p>", page);
  }

  @Test
  void keepsDataInsideItsAttribute() {
    String page = new Markup().empty("path", "d", "M0 0", "class", "\" onload=\"x").toString();
    assertEquals("<path d=\"M0 0\" class=\"&quot; onload=&quot;x\"/>", page);
  }

  @Test
  void replacesControlCharactersAndKeepsJapanese() {
    assertEquals("a\uFFFDb\uFFFD配信\n", new Markup().text("a\u0000b\u0085配信\n").toString());
  }

  @Test
  void refusesToGiveOutHalfAPage() {
    Markup open = new Markup().open("table").open("tr").close();
    assertEquals(
        "<table> is still open",
        assertThrows(IllegalStateException.class, open::toString).getMessage());
    assertThrows(IllegalStateException.class, () -> new Markup().add(open));
  }
}
