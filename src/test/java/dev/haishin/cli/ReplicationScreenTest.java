package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.replication.Precision;
import dev.haishin.experiment.replication.Replications;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Judgement;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.Reading;
import dev.haishin.results.RunResult;
import dev.haishin.results.SampleRun;
import dev.haishin.results.file.RunCost;
import dev.haishin.results.file.Summaries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample run three times, its figures as they are, 10% larger and 20% larger. */
class ReplicationScreenTest {
  private static final RunCost COST =
      new RunCost(2.5, 0.2, 1_480_000, 120L << 20, 2, "17.0.15", "0.1.0");
  private static final RunResult RUN = SampleRun.recordedBy(1);

  @Test
  void meansStandWithTheirIntervals() {
    assertEquals(
        """
        sample/baseline
        Expected  (3 replications, 95% intervals)
          unknown  delivery.online.p50{region=tokyo}[10s..20s]  74.6ms ± 16.8ms  <= 80ms
          unknown  delivery.any.within(100ms)                      107% ± 24.2%  >= 99.9%
          unknown  delivery.online.p99.99                                     -
              1ms..1s (in 3 of 3 replications: too few samples: 3443, p99.99 needs 100000)
        Precision  30%, NOT reached after 3 replications: delivery.online.p99.99
        Latency            count     p50     p99     p99 of a run
          send.ack         10.3k  10.1ms  13.9ms  15.3ms ± 3.46ms
          delivery.online  20.7k  66.4ms   103ms   113ms ± 25.5ms
          delivery.any     20.7k  66.4ms   103ms   113ms ± 25.5ms
        Ledger  24,000 pairs of message and recipient; it balances
          live 24,000  lost 0
        Replication 0  by itself:
        Busiest        at most  of tail  host
          fanout.cpu     49.1%    7.32%  tokyo/worker-0
          gateway.cpu     1.7%    3.85%  tokyo/gateway-0
        Tail  network 88.8%  fanout 7.32%  gateway-in 3.85%
        Cost  3.7M events  2.5s on 2 threads  120 MiB of heap  1.36k USD a month at this load
        """,
        show(Screen.window(90)));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 72, 80, 120})
  void itFitsTheWindow(int columns) {
    List<String> lines = show(Screen.window(columns)).lines().toList();
    assertTrue(lines.stream().allMatch(l -> l.length() <= columns), String.join("\n", lines));
  }

  private static String show(Screen screen) {
    Replications replications = new Replications(0.95);
    for (int i = 0; i < 3; i++) {
      replications.add(replication(i));
    }
    Precision precision = new Precision(0.3, 3, 3);
    new ReplicationScreen(screen.terminal())
        .show("sample/baseline", replications, Optional.of(precision), RUN, COST);
    return screen.out();
  }

  private static TrialResult replication(int number) {
    double larger = 1 + 0.1 * number;
    SortedMap<String, Double> metrics = new TreeMap<>();
    for (MetricQuery query : Summaries.queries()) {
      RUN.value(query).value().ifPresent(value -> metrics.put(query.text(), value * larger));
    }
    List<Judgement> judgements =
        SampleRun.expectations().stream()
            .map(expectation -> larger(expectation.judge(RUN), larger))
            .toList();
    return new TrialResult(
        Trial.of(Path.of("sample.yaml"), "baseline", List.of(), number),
        number,
        new TreeMap<>(),
        metrics,
        judgements,
        RUN.ledger(),
        number,
        7,
        RUN.latencies(),
        Optional.empty());
  }

  private static Judgement larger(Judgement judgement, double factor) {
    Reading reading = judgement.reading();
    Reading scaled =
        reading.isKnown() ? Reading.of(reading.value().getAsDouble() * factor) : reading;
    return new Judgement(judgement.expectation(), judgement.verdict(), scaled);
  }
}
