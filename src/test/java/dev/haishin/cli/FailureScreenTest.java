package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.InvalidScenarioException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureScreenTest {
  private final Screen screen = Screen.pipe();

  @Test
  void aScenarioThatATrialCannotReadIsBadInputToo() {
    ExitCode code = show(new InvalidScenarioException(List.of("a.yaml:3:5: x", "b: y")), false);
    assertEquals(ExitCode.BAD_INPUT, code);
    assertEquals(List.of("a.yaml:3:5: x", "b: y"), screen.err().lines().toList());
  }

  @Test
  void badInputIsPrintedLineByLine() {
    ExitCode code = show(new BadInputException(List.of("a.yaml:3:5: x", "a.yaml:7:1: y")), false);
    assertEquals(ExitCode.BAD_INPUT, code);
    assertEquals(List.of("a.yaml:3:5: x", "a.yaml:7:1: y"), screen.err().lines().toList());
  }

  @Test
  void aDefectIsOneLineAndTheWayToItsTrace() {
    assertEquals(ExitCode.INTERNAL, show(new IllegalStateException("queue\nis gone"), false));
    assertTrue(screen.err().contains("queue is gone"), screen.err());
    assertTrue(screen.err().contains("HAISHIN_TRACE=1"), screen.err());
    assertFalse(screen.err().contains("\tat "), screen.err());
  }

  @Test
  void aDefectShowsItsTraceOnRequest() {
    show(new IllegalStateException("queue is gone"), true);
    assertTrue(screen.err().contains("\tat dev.haishin.cli.FailureScreenTest"), screen.err());
  }

  @Test
  void aFullHeapSaysWhatToDo() {
    assertEquals(ExitCode.INTERNAL, show(new OutOfMemoryError(), false));
    assertTrue(screen.err().contains("--scale"), screen.err());
    assertTrue(screen.err().contains("-Xmx"), screen.err());
  }

  @Test
  void whatCannotBeWrittenIsNamed() {
    assertEquals(ExitCode.BAD_INPUT, show(new AccessDeniedException("/results"), false));
    assertEquals("haishin: /results: access denied", screen.err().strip());
  }

  private ExitCode show(Throwable failure, boolean trace) {
    return new FailureScreen(screen.terminal(), trace, false).show(failure);
  }
}
