package dev.haishin.scenario;

import java.util.List;

/**
 * What the command line adds to a file.
 *
 * @param variant to run, empty for the file itself
 * @param settings {@code path=value} each
 * @param plugged delivery code from outside
 */
public record ParseOptions(String variant, List<String> settings, PluggedCode plugged) {

  /** Nothing is plugged in. */
  public ParseOptions(String variant, List<String> settings) {
    this(variant, settings, PluggedCode.NONE);
  }

  /** The file as it stands. */
  public static ParseOptions none() {
    return new ParseOptions("", List.of());
  }
}
