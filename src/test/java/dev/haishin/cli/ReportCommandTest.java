package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir Path folder;

  @Test
  void drawsThePageOfARunAgain() throws IOException {
    Path run = run("one");
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run("report", run.toString()));
    assertEquals("open " + run.resolve("report.html") + "\n", screen.out());
    assertTrue(Files.readString(run.resolve("report.html")).contains("<h1>one</h1>"));
  }

  @Test
  void severalRunsOnOnePageLeaveTheirFoldersAsTheyAre() throws IOException {
    Path one = run("one");
    Path two = run("two");
    Path both = folder.resolve("both.html");
    Screen screen = Screen.pipe();
    int status = screen.run("report", one.toString(), two.toString(), "--out", both.toString());
    assertEquals(0, status, screen.err());
    assertTrue(Files.readString(both).contains("<h1>one and two</h1>"));
    assertFalse(Files.exists(one.resolve("report.html")));
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() throws IOException {
    Screen screen = Screen.pipe();
    Path out = folder.resolve("both.html");
    assertEquals(2, screen.run("report", folder.toString(), "--out", out.toString()));
    assertTrue(screen.err().contains(folder + ": is no result folder of a run; name one with"));
    assertTrue(screen.err().contains("--out: takes two folders or more"));
    assertFalse(Files.exists(out));
  }

  @Test
  void aSummaryThatIsNotWholeIsAnErrorOfTheInput() throws IOException {
    Path run = run("one");
    String schema = "{\"schema\": \"haishin/summary/1\"}";
    Files.writeString(run.resolve("summary.json"), schema);
    Screen screen = Screen.pipe();
    assertEquals(2, screen.run("report", run.toString()), screen.err());
    assertTrue(screen.err().contains("it is no whole summary"), screen.err());
  }

  private Path run(String name) throws IOException {
    Path run = Files.createDirectory(folder.resolve(name));
    Files.writeString(
        run.resolve("summary.json"),
        """
        {"schema": "haishin/summary/1", "scenario": "%s", "variant": "baseline", "seed": 1,
         "scale": 1, "metrics": {}}
        """
            .formatted(name));
    return run;
  }
}
