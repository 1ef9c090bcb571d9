package dev.haishin.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and the SVG within it. Whatever comes from a result folder enters through {@link
 * #text} or as an attribute's value and is escaped there; there is no other way in for it.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element with nothing but text in it. */
  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element that holds nothing, such as {@code meta} or a path. */
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.setCharAt(out.length() - 1, '/');
    out.append('>');
    return this;
  }

  Markup text(String text) {
    escape(text, out);
    return this;
  }

  /** A line break between elements, for those who read the source. */
  Markup line() {
    out.append('\n');
    return this;
  }

  /** Takes over markup that another writer has made. */
  Markup add(Markup finished) {
    if (!finished.open.isEmpty()) {
      throw new IllegalStateException("<" + finished.open.peek() + "> is still open");
    }
    out.append(finished.out);
    return this;
  }

  /** Takes over text that is no data and needs no escaping: the page's own style sheet. */
  Markup trusted(String constant) {
    out.append(constant);
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("<" + open.peek() + "> is still open");
    }
    return out.toString();
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1], out);
      out.append('"');
    }
    out.append('>');
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(isAllowed(c) ? c : '\uFFFD');
      }
    }
  }

  /** Control characters have no place in a page, not even escaped. */
  private static boolean isAllowed(char c) {
    return c == '\n' || c == '\t' || (c >= ' ' && c != 0x7F && !(c >= 0x80 && c <= 0x9F));
  }
}
