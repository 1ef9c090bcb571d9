package dev.haishin.cli;

import picocli.CommandLine.Option;

/** How much a command says, and to whom. */
final class OutputOptions {
  @Option(names = "--quiet", description = "Print errors only.")
  private boolean quiet;

  @Option(names = "--json", description = "Print results as JSON, for the next program.")
  private boolean json;

  boolean quiet() {
    return quiet;
  }

  boolean json() {
    return json;
  }
}
