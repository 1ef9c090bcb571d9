package dev.haishin.scenario;

import dev.haishin.results.MetricRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Scenarios for the tests of this package: the shipped ones, and a small one to be varied. */
final class ScenarioTexts {
  static final Path SHIPPED = Path.of("scenarios");
  static final List<String> NO_FAILURES = List.of("failures=[]");

  /** The least that is a scenario. */
  static final String SMALL =
      """
      name: small
      duration: 10m
      regions:
        tokyo: {users: 1M, connected: 40%}
      traffic: {messages: {rate: 100/s}}
      """;

  private static final MetricRegistry METRICS = MetricRegistry.standard();

  private ScenarioTexts() {}

  static ScenarioParser parser() {
    return new ScenarioParser(metric -> METRICS.parse(metric).unit().name());
  }

  static ParseResult parse(Path folder, String text, String... settings) {
    return parse(folder, text, new ParseOptions("", List.of(settings)));
  }

  static ParseResult parse(Path folder, String text, ParseOptions options) {
    return parser().parse(write(folder, "scenario.yaml", text), options);
  }

  static Path write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The scenario of a text that must have no problem. */
  static ScenarioSpec valid(Path folder, String text, String... settings) {
    return valid(parse(folder, text, settings));
  }

  static ScenarioSpec valid(ParseResult result) {
    return result.scenario().orElseThrow(() -> new AssertionError("refused: " + result.problems()));
  }

  /** The shipped scenarios. */
  static Stream<Path> shipped() {
    try (Stream<Path> files = Files.list(SHIPPED)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What a shipped scenario needs on the command line to be modelled as a whole. */
  static List<String> settings(Path file) {
    return file.endsWith("new-year.yaml") ? NO_FAILURES : List.of();
  }

  static ScenarioSpec shipped(String name, String... settings) {
    ParseOptions options = new ParseOptions("", List.of(settings));
    return valid(parser().parse(SHIPPED.resolve(name + ".yaml"), options));
  }

  /** Each problem as {@code line:column path}. */
  static List<String> places(ParseResult result) {
    return result.problems().stream()
        .map(
            problem ->
                problem.position().line()
                    + ":"
                    + problem.position().column()
                    + " "
                    + problem.path())
        .toList();
  }
}
