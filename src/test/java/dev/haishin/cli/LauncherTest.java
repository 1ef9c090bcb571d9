package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The {@code haishin} script in a checkout of its own, with a JDK and a Maven that only write down
 * their arguments.
 */
class LauncherTest {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

  /** What a script run left behind. */
  private record Outcome(int exitStatus, String out, String err) {}

  @TempDir Path folder;
  private Path checkout;
  private Path jdk;
  private Path tools;

  @BeforeEach
  void makesACheckout() throws IOException {
    checkout = folder.resolve("check out");
    jdk = folder.resolve("jdk");
    tools = folder.resolve("tools");
    Files.createDirectories(checkout.resolve("src/main/java"));
    write(checkout.resolve("pom.xml"), "<project/>");
    write(checkout.resolve("src/main/java/A.java"), "class A {}");
    script(checkout.resolve("haishin"), Files.readString(Path.of("haishin")));
    script(jdk.resolve("bin/java"), "echo ran \"$@\"\nexit ${FAKE_STATUS:-0}");
    script(jdk.resolve("bin/javac"), "");
    write(jdk.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    script(
        tools.resolve("mvn"),
        """
        echo build >>"$BUILDS"
        [ -z "${FAKE_MAVEN_ERROR:-}" ] || { echo "$FAKE_MAVEN_ERROR"; exit 1; }
        while [ $# -gt 0 ]; do [ "$1" = -f ] && pom=$2; shift; done
        mkdir -p "${pom%/*}/target"
        echo jar >"${pom%/*}/target/haishin.jar"
        """);
    ageOfSources(LONG_AGO);
  }

  @Test
  void buildsOnFirstUseOnly() throws Exception {
    Outcome first = launch("run", "a b.yaml");
    assertEquals(0, first.exitStatus(), first.err());
    assertTrue(first.err().contains("building"), first.err());
    assertTrue(first.out().endsWith("-jar " + jar() + " run a b.yaml\n"), first.out());
    assertEquals("", launch().err());
    assertEquals(1, builds());
  }

  @Test
  void buildsAgainAfterAnEdit() throws Exception {
    launch();
    write(checkout.resolve("src/main/java/A.java"), "class A { }");
    Files.setLastModifiedTime(checkout.resolve("src/main/java/A.java"), FileTime.from(FAR_AHEAD));
    launch();
    assertEquals(2, builds());
  }

  @Test
  void passesTheExitStatusThrough() throws Exception {
    Process process = process(checkout.resolve("haishin"), "FAKE_STATUS", "3").start();
    assertEquals(3, outcome(process).exitStatus());
  }

  @Test
  void worksThroughAChainOfSymbolicLinks() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("one"), Path.of("../check out/haishin"));
    Files.createSymbolicLink(bin.resolve("two"), Path.of("one"));
    Outcome outcome = outcome(process(bin.resolve("two")).start());
    assertEquals(0, outcome.exitStatus(), outcome.err());
    assertTrue(outcome.out().contains("-jar " + jar()), outcome.out());
  }

  @Test
  void launchersAtOnceBuildOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(process(checkout.resolve("haishin")).start());
    }
    for (Process process : processes) {
      assertEquals(0, outcome(process).exitStatus());
    }
    assertEquals(1, builds());
  }

  @Test
  void showsWhatMavenSaidWhenTheBuildFails() throws Exception {
    Process process =
        process(checkout.resolve("haishin"), "FAKE_MAVEN_ERROR", "A.java:1: error").start();
    Outcome outcome = outcome(process);
    assertEquals(70, outcome.exitStatus());
    assertTrue(outcome.err().contains("A.java:1: error"), outcome.err());
    assertFalse(Files.exists(jar()));
  }

  @Test
  void refusesAnOldJava() throws Exception {
    write(jdk.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    Outcome outcome = launch();
    assertEquals(70, outcome.exitStatus());
    assertTrue(outcome.err().contains("is Java 11.0.2; install a JDK 17 or newer"), outcome.err());
  }

  @Test
  void passesJvmOptionsAfterItsOwn() throws Exception {
    Process process =
        process(checkout.resolve("haishin"), "HAISHIN_JAVA_OPTS", "-Xmx3g -Dx=y").start();
    Outcome outcome = outcome(process);
    assertTrue(outcome.out().contains(" -Xmx3g -Dx=y -jar "), outcome.out());
    assertTrue(outcome.out().startsWith("ran -XX:"), outcome.out());
  }

  @Test
  void startsALongRunAgainWithTheOptimisingCompiler() throws Exception {
    launch();
    script(jdk.resolve("bin/java"), "echo \"$@\"\n[ -z \"${HAISHIN_WORK:-}\" ] || exit 75");
    Outcome outcome = launch("run", "a.yaml");
    assertEquals(0, outcome.exitStatus(), outcome.err());
    List<String> starts = outcome.out().lines().toList();
    assertEquals(2, starts.size(), outcome.out());
    assertTrue(starts.get(0).contains("-XX:TieredStopAtLevel=1"), outcome.out());
    assertFalse(starts.get(1).contains("-XX:TieredStopAtLevel=1"), outcome.out());
    assertTrue(starts.get(1).endsWith(" run a.yaml"), outcome.out());
  }

  @Test
  void aShortRunHasItsStatusAndItsInput() throws Exception {
    launch();
    script(jdk.resolve("bin/java"), "cat\nexit ${FAKE_STATUS:-0}");
    ProcessBuilder builder = process(checkout.resolve("haishin"), "FAKE_STATUS", "4");
    builder.command().addAll(List.of("run", "/dev/stdin"));
    Process process = builder.start();
    process.getOutputStream().write("name: piped".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    Outcome outcome = outcome(process);
    assertEquals(4, outcome.exitStatus());
    assertEquals("name: piped", outcome.out());
  }

  @Test
  void aSignalDuringAShortRunReachesIt() throws Exception {
    launch();
    script(
        jdk.resolve("bin/java"),
        "trap 'echo interrupted; exit 3' TERM\necho up\nread line\nexit 9");
    ProcessBuilder builder = process(checkout.resolve("haishin"));
    builder.command().addAll(List.of("run", "a.yaml"));
    Process process = builder.start();
    assertEquals("up", process.inputReader().readLine());
    process.toHandle().destroy();
    assertEquals("interrupted", process.inputReader().readLine());
    assertEquals(3, process.waitFor());
  }

  private Outcome launch(String... args) throws Exception {
    ProcessBuilder builder = process(checkout.resolve("haishin"));
    builder.command().addAll(List.of(args));
    return outcome(builder.start());
  }

  private ProcessBuilder process(Path script, String... environment) {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(script.toString())));
    builder.directory(folder.toFile());
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("BUILDS", folder.resolve("builds").toString());
    builder.environment().remove("HAISHIN_JAVA_OPTS");
    for (int i = 0; i < environment.length; i += 2) {
      builder.environment().put(environment[i], environment[i + 1]);
    }
    return builder;
  }

  private static Outcome outcome(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the launcher hangs");
    return new Outcome(process.exitValue(), out, err);
  }

  private long builds() throws IOException {
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  private Path jar() throws IOException {
    return checkout.toRealPath().resolve("target/launcher/haishin.jar");
  }

  private void ageOfSources(Instant instant) throws IOException {
    try (var paths = Files.walk(checkout)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.setLastModifiedTime(path, FileTime.from(instant));
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void script(Path file, String text) throws IOException {
    write(file, text.startsWith("#!") ? text : "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
