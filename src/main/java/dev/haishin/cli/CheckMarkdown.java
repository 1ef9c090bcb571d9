package dev.haishin.cli;

import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport;
import dev.haishin.results.file.CheckReport.Compared;
import dev.haishin.results.file.CheckReport.Expected;
import dev.haishin.results.file.CheckReport.World;
import java.util.List;
import java.util.OptionalDouble;

/** A check as Markdown, for a comment on a pull request or a job's summary. */
final class CheckMarkdown {
  private final StringBuilder text = new StringBuilder();

  private CheckMarkdown() {}

  /** The whole document. */
  static String of(CheckReport report) {
    CheckMarkdown markdown = new CheckMarkdown();
    markdown.line("## Haishin: " + CheckScreen.summary(report));
    report.worlds().forEach(markdown::world);
    return markdown.text.toString();
  }

  private void world(World world) {
    line("");
    line("### " + cell(world.title()));
    if (!world.baselines().isEmpty()) {
      line("");
    }
    world
        .baselines()
        .forEach(each -> line("- " + code(each.name()) + ": " + CheckPhrases.sentence(each)));
    if (!world.comparisons().isEmpty()) {
      line("");
      line("| | path | baseline | was | now | change | seen from | tolerated | |");
      line("|---|---|---|---:|---:|---:|---:|---:|---|");
      world.comparisons().forEach(this::compared);
    }
    if (!world.expectations().isEmpty()) {
      line("");
      line("| | expected | limit | value | |");
      line("|---|---|---|---:|---|");
      world.expectations().forEach(this::expected);
    }
  }

  private void compared(Compared compared) {
    String why = compared.stage().isEmpty() ? compared.reason() : "grew most: " + compared.stage();
    row(
        mark(compared.verdict()) + " " + CheckPhrases.word(compared),
        code(compared.path()),
        code(compared.baseline()),
        value(compared.was(), compared),
        value(compared.now(), compared),
        CheckPhrases.change(compared),
        CheckPhrases.detectable(compared),
        compared.tolerance(),
        why);
  }

  private void expected(Expected expected) {
    String value =
        expected.value().isPresent()
            ? Figures.of(expected.value().getAsDouble(), expected.unit())
            : "-";
    row(
        mark(expected.verdict()) + " " + expected.verdict().word(),
        code(expected.path()),
        code(CheckPhrases.limit(expected)),
        value,
        expected.reason());
  }

  private static String value(OptionalDouble value, Compared compared) {
    return value.isPresent() ? Figures.of(value.getAsDouble(), compared.unit()) : "-";
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case MET -> "✅";
      case MISSED -> "❌";
      case UNKNOWN -> "❔";
    };
  }

  private void row(String... cells) {
    line(
        "| "
            + String.join(" | ", List.of(cells).stream().map(CheckMarkdown::cell).toList())
            + " |");
  }

  private static String code(String text) {
    return "`" + text.replace("`", "'") + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
