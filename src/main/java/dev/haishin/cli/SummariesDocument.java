package dev.haishin.cli;

import java.util.List;

/**
 * What several runs measured, as one document: that of a single run is its {@code summary.json},
 * that of several holds theirs.
 */
final class SummariesDocument {
  private static final String SCHEMA = "haishin/summaries/1";

  private SummariesDocument() {}

  /**
   * The document of at least one run.
   *
   * @param summaries the text of each run's {@code summary.json}
   */
  static String of(List<String> summaries) {
    if (summaries.size() == 1) {
      return summaries.get(0).strip() + "\n";
    }
    StringBuilder text = new StringBuilder();
    text.append("{\n  \"schema\": \"").append(SCHEMA).append("\",\n  \"runs\": [\n");
    for (int i = 0; i < summaries.size(); i++) {
      // As they stand: figures that were read and written again could lose digits.
      text.append(summaries.get(i).strip().indent(4).stripTrailing());
      text.append(i + 1 < summaries.size() ? ",\n" : "\n");
    }
    return text.append("  ]\n}\n").toString();
  }
}
