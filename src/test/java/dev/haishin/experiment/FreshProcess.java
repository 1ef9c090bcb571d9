package dev.haishin.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line in a JVM of its own, started from the class path of the tests. */
final class FreshProcess {
  private static final long MOST_SECONDS = 120;

  private FreshProcess() {}

  /** The JDK that runs the tests. */
  static Path ownJdk() {
    return Path.of(System.getProperty("java.home"));
  }

  /** A JDK newer than the one that runs the tests, where the machine has one. */
  static Optional<Path> newerJdk() throws Exception {
    Path folder = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<Path> candidates;
    try (Stream<Path> entries = Files.list(folder)) {
      candidates = entries.sorted().toList();
    }
    for (Path jdk : candidates) {
      if (Files.isExecutable(jdk.resolve("bin/java"))
          && feature(jdk) > Runtime.version().feature()) {
        return Optional.of(jdk);
      }
    }
    return Optional.empty();
  }

  /** Starts {@code haishin} with these arguments; the folder takes its output. */
  static Process start(Path jdk, Path folder, List<String> jvmOptions, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/java").toString());
    command.add("-Xmx400m");
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.haishin.cli.Haishin");
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  /** Waits for the end of a process, which must be a good one. */
  static void await(Process process, Path folder) throws Exception {
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + MOST_SECONDS + " s");
    }
    if (process.exitValue() != 0) {
      throw new AssertionError(Files.readString(folder.resolve("output.txt")));
    }
  }

  /** The bytes of every result, in hexadecimal digests: all but cost, pictures and page. */
  static SortedMap<String, String> results(Path results) throws Exception {
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(results)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = results.relativize(path).toString().replace('\\', '/');
        boolean mayDiffer =
            name.endsWith("/run.json")
                || name.endsWith("/report.html")
                || name.contains("/charts/");
        if (!mayDiffer) {
          digests.put(name, sha256(path));
        }
      }
    }
    return digests;
  }

  private static String sha256(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  private static int feature(Path jdk) throws Exception {
    Process process =
        new ProcessBuilder(jdk.resolve("bin/java").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    int quote = text.indexOf('"');
    if (process.exitValue() != 0 || quote < 0) {
      return 0;
    }
    String version = text.substring(quote + 1, text.indexOf('"', quote + 1));
    return Runtime.Version.parse(version.replaceFirst("_.*", "")).feature();
  }
}
