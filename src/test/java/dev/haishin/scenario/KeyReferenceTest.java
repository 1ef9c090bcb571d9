package dev.haishin.scenario;

import dev.haishin.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The site's table of all keys is the table that the parser reads by. */
class KeyReferenceTest {
  @Test
  void thePageListsEveryKeyAsTheParserKnowsIt() throws IOException {
    Golden.assertPage("keys.md", page());
  }

  private static String page() {
    StringBuilder out = new StringBuilder();
    out.append("# All keys\n\n");
    out.append(
        "Written by `KeyReferenceTest` from the table that the parser reads by. *Source* is a row of the");
    out.append(
        " fact base, the page that fixes\na default, or *guess* where nobody is known to have said it; *sure* is the row's sureness (V read in the source,");
    out.append(" V2 in a secondary one, W weak, D derived, G general knowledge).\n");
    section(out, "The file", Language.ROOT);
    section(out, "regions.NAME", Language.REGION);
    section(out, "failures[]", FailureKeys.TYPE);
    section(out, "measured.PATH", MeasuredKeys.TYPE);
    return out.toString();
  }

  private static void section(StringBuilder out, String title, SectionType type) {
    out.append("\n## ").append(title).append("\n\n");
    out.append("| key | means | takes | default | source | sure |\n|---|---|---|---|---|---|\n");
    for (Key<?> key : type.keys()) {
      if (!(key.type() instanceof SectionType)) {
        row(out, key);
      }
    }
    for (Key<?> key : type.keys()) {
      boolean shared = title.startsWith("regions") && Language.COMPONENTS.contains(key);
      if (key.type() instanceof SectionType nested && !shared) {
        section(out, title.equals("The file") ? key.name() : title + "." + key.name(), nested);
      } else if (key.type() instanceof ListOf list && !key.name().equals("failures")) {
        section(out, title + "." + key.name() + "[]", list.type());
      }
    }
  }

  private static void row(StringBuilder out, Key<?> key) {
    String standard = key.hasDefault() ? "`" + key.defaultText() + "`" : "none";
    List<String> cells =
        List.of(
            "`" + key.name() + "`",
            key.meaning(),
            key.type().describe(),
            key.isRequired() ? "*required*" : standard,
            key.source().isEmpty() ? "-" : key.source(),
            key.sureness().isEmpty() ? "-" : key.sureness());
    for (String cell : cells) {
      out.append("| ").append(cell.replace("|", "\\|")).append(' ');
    }
    out.append("|\n");
  }
}
