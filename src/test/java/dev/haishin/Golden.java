package dev.haishin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what a command is to write, beside the tests that compare with them. They are
 * made anew of what it writes now by {@code mvn test -Dhaishin.write-golden=true}; then somebody
 * looks at the difference.
 */
public final class Golden {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path REFERENCE = Path.of("src/site/markdown/reference");

  private Golden() {}

  /** Compares a text with the file of that name in the package of a test. */
  public static void assertSame(Class<?> test, String name, String text) throws IOException {
    Path file = RESOURCES.resolve(test.getPackageName().replace('.', '/')).resolve(name);
    assertSame("haishin.write-golden", file, text);
  }

  /**
   * Compares a text with a page of the site's reference, which {@code
   * -Dhaishin.write-reference=true} makes anew.
   */
  public static void assertPage(String name, String text) throws IOException {
    assertSame("haishin.write-reference", REFERENCE.resolve(name), text);
  }

  private static void assertSame(String property, Path file, String text) throws IOException {
    if (Boolean.getBoolean(property)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertEquals(Files.readString(file), text, "run with -D" + property + "=true, look and commit");
  }
}
