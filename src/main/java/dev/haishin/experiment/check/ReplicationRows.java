package dev.haishin.experiment.check;

import dev.haishin.experiment.replication.ReplicationTable;
import dev.haishin.experiment.replication.Replications;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.file.CsvLines;
import dev.haishin.results.file.CsvText;
import dev.haishin.results.file.Summary;
import java.util.ArrayList;
import java.util.List;

/**
 * Replications as {@code replications.csv} holds them: the same digits on both sides of a
 * comparison, whether they were read or have just been run.
 */
final class ReplicationRows {
  private static final String SEED = "seed";
  private static final String DIGEST = "events-digest";

  private final List<String> titles;
  private final List<List<String>> rows;

  private ReplicationRows(List<List<String>> lines) {
    titles = lines.get(0);
    rows = lines.subList(1, lines.size());
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException when it is not one of replications
   */
  static ReplicationRows of(String csv) {
    List<List<String>> lines = CsvLines.of(csv);
    boolean fits =
        lines.size() > 1
            && lines.get(0).contains(SEED)
            && lines.get(0).contains(DIGEST)
            && lines.stream().allMatch(line -> line.size() == lines.get(0).size());
    if (!fits) {
      throw new IllegalArgumentException("holds no replications");
    }
    return new ReplicationRows(lines);
  }

  static ReplicationRows of(Replications replications) {
    return of(ReplicationTable.of(replications));
  }

  /** The one replication of a plain run. */
  static ReplicationRows of(Summary summary) {
    List<String> titles = new ArrayList<>(List.of("replication", SEED, DIGEST));
    List<Double> values = new ArrayList<>();
    summary
        .metrics()
        .forEach(
            (path, line) ->
                line.figures()
                    .forEach(
                        figure -> {
                          MetricQuery query = MetricQuery.of(path, figure.statistic());
                          titles.add(ReplicationTable.title(query.text(), query.unit()));
                          values.add(figure.value().orElse(Double.NaN));
                        }));
    CsvText table = new CsvText(titles);
    table.put(0).put(summary.identity().seed()).put(summary.identity().eventsDigest());
    values.forEach(table::put);
    return of(table.endLine().toString());
  }

  int count() {
    return rows.size();
  }

  boolean has(String title) {
    return titles.contains(title);
  }

  /** Whether the first replications of both have the same seeds. */
  boolean sharesSeeds(ReplicationRows other) {
    int common = Math.min(count(), other.count());
    for (int i = 0; i < common; i++) {
      if (!field(i, SEED).equals(other.field(i, SEED))) {
        return false;
      }
    }
    return true;
  }

  /** A column as printed; NaN where a replication does not know the figure. */
  double[] values(String title) {
    double[] values = new double[count()];
    for (int i = 0; i < values.length; i++) {
      String text = field(i, title);
      values[i] = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
    return values;
  }

  /**
   * Whether replication 0 of another run took the same path and measured the same, of all that is
   * here. What is expected of it may have changed.
   */
  boolean isRepeatedBy(ReplicationRows other) {
    return titles.stream()
        .filter(title -> !title.startsWith(ReplicationTable.EXPECTED))
        .allMatch(title -> field(0, title).equals(other.field(0, title)));
  }

  private String field(int row, String title) {
    int column = titles.indexOf(title);
    return column < 0 ? "" : rows.get(row).get(column);
  }
}
