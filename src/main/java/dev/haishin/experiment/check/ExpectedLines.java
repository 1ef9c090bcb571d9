package dev.haishin.experiment.check;

import dev.haishin.experiment.replication.Replications;
import dev.haishin.results.Expectation;
import dev.haishin.results.Reading;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport;
import java.util.List;
import java.util.stream.Stream;

/** What a scenario expects, and what replications say to it. */
final class ExpectedLines {
  private ExpectedLines() {}

  /** Of one replication as that run alone judges them, of several by their intervals. */
  static List<CheckReport.Expected> of(CheckTask task, Replications replications) {
    Stream<CheckReport.Expected> lines =
        replications.count() == 1
            ? replications.results().get(0).judgements().stream()
                .map(each -> line(task, each.expectation(), each.verdict(), each.reading()))
            : replications.judgements().stream()
                .map(each -> line(task, each.expectation(), each.verdict(), each.reading()));
    return lines.toList();
  }

  private static CheckReport.Expected line(
      CheckTask task, Expectation expectation, Verdict verdict, Reading reading) {
    return new CheckReport.Expected(
        expectation.path(),
        expectation.comparison().sign(),
        expectation.limit(),
        expectation.query().unit(),
        reading.value(),
        verdict,
        reading.reason(),
        task.place("expect." + expectation.path()));
  }
}
