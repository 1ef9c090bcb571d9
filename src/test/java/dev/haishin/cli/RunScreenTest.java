package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.Golden;
import dev.haishin.results.Incident;
import dev.haishin.results.Judgement;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Recorder;
import dev.haishin.results.RunResult;
import dev.haishin.results.SampleRun;
import dev.haishin.results.file.RunCost;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunScreenTest {
  private static final RunCost COST =
      new RunCost(0.81, 0.2, 1_480_000, 120L << 20, 2, "17.0.15", "0.1.0");

  @Test
  void theAnswerStandsOnOneScreen() {
    assertEquals(
        """
        sample/baseline  seed 7
        Expected  (one run)
          MISSED   delivery.any.within(100ms)                    97.3%  >= 99.9%
          unknown  delivery.online.p99.99                            -
              1ms..1s (too few samples: 3443, p99.99 needs 100000)
          met      delivery.online.p50{region=tokyo}[10s..20s]  67.8ms  <= 80ms
        Latency            count     p50     p90     p99  p99.9    max
          send.ack          3450  10.1ms  13.1ms  13.9ms      -   14ms
          delivery.online   6887  66.4ms  94.4ms   103ms      -  107ms
          delivery.any      6887  66.4ms  94.4ms   103ms      -  107ms
        Ledger  8,000 pairs of message and recipient; it balances
          live 8,000  lost 0
        Busiest        at most  of tail  host
          fanout.cpu     49.1%    7.32%  tokyo/worker-0
          gateway.cpu     1.7%    3.85%  tokyo/gateway-0
        Tail  network 88.8%  fanout 7.32%  gateway-in 3.85%
        Cost  123M events  810ms on 2 threads  1.48M events/s  120 MiB of heap
              1.23k USD a month at this load
        """,
        show(Screen.window(80)));
  }

  @Test
  void whatWasAskedForAndWhatFailedHasLinesOfItsOwn() throws IOException {
    RunResult result = SampleRun.recordedBy(1);
    result.ask(MetricRegistry.standard().parse("delivery.online.p90"));
    result.ask(MetricRegistry.standard().parse("send.ack.p99.9"));
    result.fail(
        List.of(
            new Incident("crash gateway in tokyo", 12_000_000_000L, 3_000_000_000L),
            new Incident("lose zone 1 in tokyo", 20_000_000_000L, -1)));
    for (int columns : new int[] {80, 60}) {
      Screen screen = Screen.window(columns);
      new RunScreen(screen.terminal()).show("sample/baseline", result, List.of(), COST);
      Golden.assertSame(RunScreenTest.class, "run-" + columns + ".txt", screen.out());
      assertTrue(screen.out().lines().allMatch(line -> line.length() <= columns), screen.out());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 72, 80, 120})
  void itFitsTheWindow(int columns) {
    List<String> lines = show(Screen.window(columns)).lines().toList();
    assertTrue(lines.stream().allMatch(l -> l.length() <= columns), String.join("\n", lines));
    assertTrue(lines.size() <= 24, lines.size() + " lines");
  }

  @Test
  void colourIsForWindowsOnly() {
    assertTrue(show(Screen.colourWindow(80)).contains("\u001b[31mMISSED\u001b[0m"));
    assertFalse(show(Screen.pipe()).contains("\u001b"));
  }

  @Test
  void aLedgerThatDoesNotBalanceShouts() {
    Recorder recorder = new Recorder(SampleRun.plan());
    recorder.ledger().add(LedgerColumn.INTENDED, 3);
    Screen screen = Screen.pipe();
    RunResult result = RunResult.of(SampleRun.plan(), List.of(recorder), Map.of(), Set.of());
    new RunScreen(screen.terminal()).show("sample", result, List.of(), COST);
    assertTrue(screen.out().contains("IT DOES NOT BALANCE, by 3"), screen.out());
  }

  private static String show(Screen screen) {
    RunResult result = SampleRun.recordedBy(1);
    List<Judgement> judgements =
        SampleRun.expectations().stream().map(expected -> expected.judge(result)).toList();
    new RunScreen(screen.terminal()).show("sample/baseline  seed 7", result, judgements, COST);
    return screen.out();
  }
}
