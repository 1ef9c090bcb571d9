package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void aPipeGetsNoColourAndNoBar() {
    Terminal terminal = terminal(Map.of("TERM", "xterm"), Map.of());
    assertFalse(terminal.colour());
    assertFalse(terminal.errIsTerminal());
    assertEquals(80, terminal.columns());
  }

  @Test
  void theLauncherSaysWhoReads() {
    Terminal terminal =
        terminal(
            Map.of("TERM", "xterm"),
            Map.of("haishin.out", "terminal", "haishin.err", "terminal", "haishin.columns", "132"));
    assertTrue(terminal.colour());
    assertTrue(terminal.errIsTerminal());
    assertEquals(132, terminal.columns());
  }

  @Test
  void noColourIsRespected() {
    Map<String, String> window = Map.of("haishin.out", "terminal", "haishin.err", "terminal");
    assertFalse(terminal(Map.of("TERM", "xterm", "NO_COLOR", "1"), window).colour());
    assertTrue(terminal(Map.of("TERM", "xterm", "NO_COLOR", ""), window).colour());
    assertFalse(terminal(Map.of("TERM", "dumb"), window).colour());
  }

  @Test
  void columnsOfTheEnvironmentWin() {
    Map<String, String> wide = Map.of("haishin.columns", "132");
    assertEquals(60, terminal(Map.of("COLUMNS", "60"), wide).columns());
    assertEquals(40, terminal(Map.of("COLUMNS", "7"), wide).columns());
    assertEquals(80, terminal(Map.of("COLUMNS", "many"), wide).columns());
  }

  private static Terminal terminal(Map<String, String> environment, Map<String, String> launcher) {
    Properties properties = new Properties();
    properties.putAll(launcher);
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return Terminal.of(nowhere, nowhere, environment, properties);
  }
}
