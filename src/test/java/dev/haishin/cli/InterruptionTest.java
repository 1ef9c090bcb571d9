package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  @Test
  void aSignalEndsTheRunWithItsOwnStatus() throws Exception {
    Process process = start(Endless.class);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      assertEquals("running", out.readLine());
      process.toHandle().destroy();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals("cleaned up", out.readLine());
      assertEquals("", err.readLine());
      assertTrue(err.readLine().startsWith("haishin: interrupted"));
      assertEquals(ExitCode.INTERRUPTED.status(), process.exitValue());
    }
  }

  @Test
  void withoutASignalNothingIsDifferent() throws Exception {
    Process process = start(Brief.class);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  private static Process start(Class<?> main) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = System.getProperty("java.class.path");
    return new ProcessBuilder(java.toString(), "-cp", classPath, main.getName()).start();
  }

  /** A run that would never end by itself. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] args) {
      Terminal terminal = Terminal.ofProcess();
      try (Interruption interruption = new Interruption(terminal.err())) {
        run(terminal, interruption);
      } catch (Interruption.InterruptedRunException asIntended) {
        terminal.out().flush();
      }
    }

    private static void run(Terminal terminal, Interruption interruption) {
      try {
        terminal.out().println("running");
        while (true) {
          interruption.check();
          Thread.onSpinWait();
        }
      } finally {
        terminal.out().println("cleaned up");
      }
    }
  }

  /** A run that ends before anyone asks for it. */
  static final class Brief {
    private Brief() {}

    public static void main(String[] args) {
      try (Interruption interruption = new Interruption(Terminal.ofProcess().err())) {
        interruption.check();
      }
      System.exit(ExitCode.OK.status());
    }
  }
}
