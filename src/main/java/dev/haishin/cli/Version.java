package dev.haishin.cli;

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
}
