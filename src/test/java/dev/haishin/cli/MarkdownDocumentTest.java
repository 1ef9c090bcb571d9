package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.cli.MarkdownDocument.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownDocumentTest {
  @Test
  void commandsComeWithTheirStatusAndOutput() {
    String page =
        """
        Text.

        ```sh
        ./haishin init a.yaml            # writes it
        ./haishin run a.yaml --set 'x={y: "== 0"}' --out="b c" \\
          --strict   # exit status 1
        ```

        ```text
        first

        second
        ```

        ```yaml
        name: nothing to run
        ```
        """;
    assertEquals(
        List.of(
            new Command(List.of("./haishin", "init", "a.yaml"), 0, List.of()),
            new Command(
                List.of(
                    "./haishin",
                    "run",
                    "a.yaml",
                    "--set",
                    "x={y: \"== 0\"}",
                    "--out=b c",
                    "--strict"),
                1,
                List.of("first", "second"))),
        MarkdownDocument.commands(page));
  }
}
