package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
  private static final long SECOND = 1_000_000_000L;

  /** Wall-clock time, moved by hand. */
  private long wallNs;

  @Test
  void aTerminalShowsABarAndTheTimeLeft() {
    Screen screen = Screen.window(80);
    run(screen, "quickstart", 1);
    assertTrue(
        screen
            .redrawn()
            .contains(
                "quickstart  [#########---------------------------]  25%  0:03 left  1M events/s"),
        screen.err());
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 47, 60, 80, 200})
  void theBarFitsTheWindow(int columns) {
    Screen screen = Screen.window(columns);
    run(screen, "a-scenario-with-a-long-name/baseline", 4);
    for (String line : screen.redrawn()) {
      assertTrue(line.length() < columns, line);
    }
    assertTrue(screen.err().contains("#"), screen.err());
  }

  @Test
  void theBarIsGoneAtTheEnd() {
    Screen screen = Screen.window(60);
    run(screen, "quickstart", 4);
    List<String> drawn = screen.redrawn();
    assertEquals("", drawn.get(drawn.size() - 1));
    assertEquals("", drawn.get(drawn.size() - 2));
  }

  @Test
  void aBarIsNotRedrawnMoreThanTenTimesASecond() {
    Screen screen = Screen.window(80);
    Progress progress = progress(screen, "quickstart");
    for (int i = 1; i <= 1000; i++) {
      wallNs += SECOND / 1000;
      progress.reached(i * SECOND / 20, 60 * SECOND, i);
    }
    long bars = screen.redrawn().stream().filter(line -> line.contains("[")).count();
    assertEquals(10, bars);
  }

  @Test
  void elsewhereAPlainLineEveryTenSecondsIsEnough() {
    Screen screen = Screen.pipe();
    run(screen, "quickstart", 25);
    List<String> lines = screen.err().lines().toList();
    assertEquals("haishin: quickstart 40%, 1M events/s, 0:15 left", lines.get(0));
    assertEquals("haishin: quickstart 80%, 1M events/s, 0:05 left", lines.get(1));
    assertEquals(2, lines.size(), screen.err());
  }

  /**
   * A run of so many seconds of wall-clock time, a million events in each (four for one second).
   */
  private void run(Screen screen, String name, int seconds) {
    Progress progress = progress(screen, name);
    int parts = Math.max(4, seconds);
    for (int i = 1; i <= parts; i++) {
      wallNs += SECOND;
      progress.reached(i * SECOND, parts * SECOND, i * 1_000_000L);
    }
    progress.end();
  }

  private Progress progress(Screen screen, String name) {
    return new Progress(screen.terminal(), name, () -> {}, () -> wallNs);
  }
}
