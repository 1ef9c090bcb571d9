package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;

  @Test
  void drawsAFolderWithoutWarnings() throws IOException {
    Path example = ExampleFolder.write(folder, "00:00 JST on 1 January; one Tokyo zone lost");
    assertEquals(List.of(), Report.write(example));
  }
}
