package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A plug-in's sources, compiled against the product and packed, as its authors would do it. */
final class PluginProject {
  /** The one that the guide walks through. */
  static final Path EXAMPLE = Path.of("src/example/strategy-plugin");

  private static final long NO_TIME = 315_532_800_000L;

  private PluginProject() {}

  /** Builds the jar of a project with Maven's layout. */
  static Path build(Path project, Path jar) throws IOException {
    return pack(
        compiled(below(project.resolve("src/main/java")), jar),
        project.resolve("src/main/resources"),
        jar);
  }

  /**
   * Builds a jar with one strategy in it.
   *
   * @param fanOut the body of {@code fanOut(Chat chat, Members members, FanoutSink sink)}
   */
  static Path ofStrategy(String name, String fanOut, Path jar) throws IOException {
    String source =
        """
        package theirs;
        import dev.haishin.delivery.*;
        public final class Theirs implements FanoutStrategyProvider, FanoutStrategy {
          public String name() { return "%s"; }
          public FanoutStrategy create(FanoutSettings settings) { return this; }
          public void fanOut(Chat chat, Members members, FanoutSink sink) {
            %s
          }
        }
        """
            .formatted(name, fanOut);
    Path work = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "plugin");
    Path file = Files.writeString(work.resolve("Theirs.java"), source);
    Path services = Files.createDirectories(work.resolve("resources/META-INF/services"));
    Files.writeString(
        services.resolve("dev.haishin.delivery.FanoutStrategyProvider"), "theirs.Theirs\n");
    return pack(compiled(List.of(file), jar), work.resolve("resources"), jar);
  }

  private static Path compiled(List<Path> sources, Path jar) throws IOException {
    Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      boolean ok =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of(
                      "-Xlint:all",
                      "-Werror",
                      "--release",
                      "17",
                      "-proc:none",
                      "-cp",
                      "target/classes",
                      "-d",
                      classes.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertEquals("", said.toString());
      assertEquals(true, ok);
    }
    return classes;
  }

  private static Path pack(Path classes, Path resources, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Path root : List.of(classes, resources)) {
        for (Path file : below(root)) {
          JarEntry entry = new JarEntry(root.relativize(file).toString().replace('\\', '/'));
          entry.setTime(NO_TIME);
          entries.putNextEntry(entry);
          Files.copy(file, entries);
          entries.closeEntry();
        }
      }
    }
    return jar;
  }

  private static List<Path> below(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
    }
  }
}
