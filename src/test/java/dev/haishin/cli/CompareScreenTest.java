package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.compare.MadeUpContest;
import dev.haishin.experiment.compare.Outcomes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareScreenTest {
  private static final Outcomes OUTCOMES =
      new MadeUpContest()
          .variant("baseline", 12_000, 44, 45, 46, 45)
          .variant("near", 12_000, 44.2, 44.9, 46, 45)
          .variant("read", 11_000, 54, 56, 55.9, 55)
          .variant("other-load", 13_000, 20, 40, 30, 35)
          .onOtherTaps()
          .variant("oracle", 12_000, 30, 31, 32.1, 31)
          .run();

  @Test
  void everyFigureIsRankedAndTheWinnersAreNamed() {
    assertEquals(
        """
        made-up  steady state from 10s
        4 variants, 4 replications each, 95% intervals; differences are to baseline
        Not the same taps as baseline: other-load; their differences are of independent samples
        (Welch)
        delivery.online.p99  <= 50ms
          1  other-load  31.3ms ± 13.6ms  -13.8ms ± 13.5ms  met
          2  baseline       45ms ± 1.3ms                    met
          2  near          45ms ± 1.18ms     +25us ± 200us  met, no difference shown, pairing
                                                            saves x76.8
          4  read        55.2ms ± 1.48ms   +10.2ms ± 826us  MISSED, pairing saves x5.71
             oracle        31ms ± 1.36ms    -14ms ± 79.6us  met, pairing saves x561, bound
        cost.per-month
          1  read        11k USD  -1000 USD
          2  baseline    12k USD
          2  near        12k USD             the same in each
          4  other-load  13k USD  +1000 USD
             oracle      12k USD             the same in each, bound
        Who wins where
          other-load  delivery.online.p99
          read  cost.per-month
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
    new CompareScreen(screen.terminal()).show("made-up  steady state from 10s", OUTCOMES);
    return screen.out();
  }
}
