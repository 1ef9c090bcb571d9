package dev.haishin.cli;

import dev.haishin.results.Follow;
import dev.haishin.results.RunResult;
import dev.haishin.results.Waterfall;
import dev.haishin.results.file.RunFiles;
import dev.haishin.results.file.TraceWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Which message of a run is followed on its way, if any. */
final class TraceOptions {
  @Option(
      names = "--trace-message",
      paramLabel = "N",
      description =
          "Follow one message from tap to screen: its number, or p99.9 for the one at that"
              + " percentile, or max for the slowest.")
  private String asked;

  /** What is wrong with the option, each a line; empty if nothing is. */
  List<String> errors() {
    if (asked == null) {
      return List.of();
    }
    try {
      Follow.parse(asked);
      return List.of();
    } catch (IllegalArgumentException wrong) {
      return List.of("--trace-message " + asked + ": " + wrong.getMessage());
    }
  }

  /** The message that was named, if one was. */
  OptionalLong message() {
    return asked == null ? OptionalLong.empty() : Follow.parse(asked).messageId();
  }

  /** The way that was asked for, if the run has it. */
  Optional<Waterfall> of(RunResult result) {
    return asked == null ? Optional.empty() : result.follow(Follow.parse(asked));
  }

  /** Writes it into a folder of results; says so where there is nothing to write. */
  List<String> write(Path folder, RunResult result) throws IOException {
    Optional<Waterfall> way = of(result);
    if (way.isPresent()) {
      Files.writeString(
          folder.resolve(RunFiles.TRACE), TraceWriter.text(way.get()), StandardCharsets.UTF_8);
    }
    boolean isMissing = asked != null && way.isEmpty();
    return isMissing
        ? List.of(
            "--trace-message "
                + asked
                + ": no such message came to the screen of somebody who was online")
        : List.of();
  }
}
