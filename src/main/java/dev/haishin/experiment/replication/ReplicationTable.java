package dev.haishin.experiment.replication;

import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Judgement;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Reading;
import dev.haishin.results.Unit;
import dev.haishin.results.file.CsvText;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code replications.csv}: a line a replication with its number, seed and digest, what was drawn
 * for its uncertain paths, each expected path as the scenario writes it, and every figure of its
 * summary. A title ends with the unit in square brackets.
 */
public final class ReplicationTable {
  /** The name of the file. */
  public static final String FILE = "replications.csv";

  /** What the title of an expected path begins with. */
  public static final String EXPECTED = "expect ";

  private ReplicationTable() {}

  /** The text of the table. */
  public static String of(Replications replications) {
    List<TrialResult> results = replications.results();
    SortedSet<String> figures = new TreeSet<>();
    results.forEach(result -> figures.addAll(result.metrics().keySet()));
    List<String> titles = new ArrayList<>(List.of("replication", "seed", "events-digest"));
    titles.addAll(results.get(0).drawn().keySet());
    for (Judgement judgement : results.get(0).judgements()) {
      String path = EXPECTED + judgement.expectation().path();
      titles.add(title(path, judgement.expectation().query().unit()));
    }
    figures.forEach(figure -> titles.add(title(figure, unit(figure))));
    CsvText table = new CsvText(titles);
    for (TrialResult result : results) {
      table.put(result.trial().replication()).put(result.seed());
      table.put(HexFormat.of().toHexDigits(result.eventsDigest()));
      result.drawn().values().forEach(table::put);
      for (Judgement judgement : result.judgements()) {
        Unit unit = judgement.expectation().query().unit();
        table.put(printed(judgement.reading(), unit));
      }
      for (String figure : figures) {
        Double value = result.metrics().get(figure);
        table.put(value == null ? Double.NaN : unit(figure).printed(value));
      }
      table.endLine();
    }
    return table.toString();
  }

  private static double printed(Reading reading, Unit unit) {
    return reading.isKnown() ? unit.printed(reading.value().getAsDouble()) : Double.NaN;
  }

  private static Unit unit(String figure) {
    MetricQuery query = MetricRegistry.standard().parse(figure);
    return query.unit();
  }

  /** The title of a column. */
  public static String title(String path, Unit unit) {
    return unit.symbol().isEmpty() ? path : path + " [" + unit.symbol() + "]";
  }
}
