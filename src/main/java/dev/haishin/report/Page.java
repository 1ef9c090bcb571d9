package dev.haishin.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page: a single file without a script, a font or anything else from elsewhere. The same content
 * gives the same bytes.
 *
 * @param title what it is about
 * @param question what was asked, in one line, or empty
 * @param answer what came out, in one sentence
 * @param facts what a reader must know to place it
 * @param sections in their order; absent ones are left out
 */
record Page(
    String title, String question, String answer, List<Fact> facts, List<Section> sections) {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  /** A name with its value. */
  record Fact(String name, String value) {}

  Page {
    facts = List.copyOf(facts);
    sections = sections.stream().filter(section -> !section.isAbsent()).toList();
  }

  String html() {
    Markup page = new Markup().trusted("<!doctype html>\n");
    page.open("html", "lang", "en").line();
    head(page);
    page.open("body").line();
    page.element("a", "Skip to the results", "class", "skip", "href", "#results").line();
    header(page);
    contents(page);
    page.open("main", "id", "results").line();
    for (Section section : sections) {
      page.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
      page.element("h2", section.title(), "id", section.id() + "-title").line();
      page.add(section.body()).close().line();
    }
    return page.close().line().close().line().close().line().toString();
  }

  private void head(Markup page) {
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.empty("meta", "name", "color-scheme", "content", "light dark").line();
    page.element("title", title + " – Haishin").line();
    page.open("style").line().trusted(styleSheet()).close().line();
    page.close().line();
  }

  private void header(Markup page) {
    page.open("header").line();
    page.element("h1", title).line();
    if (!question.isEmpty()) {
      page.element("p", question, "class", "question").line();
    }
    page.element("p", answer, "class", "answer").line();
    page.add(facts(facts)).close().line();
  }

  /** A line of names with their values. */
  static Markup facts(List<Fact> facts) {
    Markup page = new Markup().open("dl", "class", "facts");
    for (Fact fact : facts) {
      String value = fact.value().isEmpty() ? "–" : fact.value();
      page.open("div").element("dt", fact.name()).element("dd", value).close();
    }
    return page.close().line();
  }

  private void contents(Markup page) {
    page.open("nav", "aria-label", "Contents").open("ul");
    for (Section section : sections) {
      page.open("li").element("a", section.title(), "href", "#" + section.id()).close();
    }
    page.close().close().line();
  }

  /** Sentences as a list. */
  static Markup notes(List<String> sentences) {
    Markup page = new Markup().open("ul", "class", "notes");
    sentences.forEach(sentence -> page.element("li", sentence));
    return page.close().line();
  }

  /** A command for a reader to copy. */
  static Markup command(String sentence, String command) {
    Markup page = new Markup().element("p", sentence);
    return page.open("pre").element("code", command).close().line();
  }

  /** What makes words of a list: {@code a, b and c}. */
  static String joined(List<String> words) {
    List<String> shown = new ArrayList<>(words);
    String last = shown.isEmpty() ? "" : shown.remove(shown.size() - 1);
    return shown.isEmpty() ? last : String.join(", ", shown) + " and " + last;
  }

  static String styleSheet() {
    try (InputStream style = Page.class.getResourceAsStream("report.css")) {
      if (style == null) {
        throw new IllegalStateException("report.css is not in the program's jar");
      }
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read from the program's jar", e);
    }
  }
}
