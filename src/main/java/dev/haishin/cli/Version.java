package dev.haishin.cli;

import dev.haishin.results.file.JsonText;
import java.io.IOException;

/** Which Haishin this is. */
final class Version {
  private Version() {}

  /**
   * The version in the jar's manifest, or {@code unpackaged} where classes run without their jar.
   */
  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  /** The same for the next program. */
  static String document() throws IOException {
    return new JsonText()
        .put("schema", "haishin/version/1")
        .put("version", current())
        .put("java", Runtime.version().toString())
        .end();
  }
}
