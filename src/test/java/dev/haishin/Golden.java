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

  private Golden() {}

  /** Compares a text with the file of that name in the package of a test. */
  public static void assertSame(Class<?> test, String name, String text) throws IOException {
    Path file = RESOURCES.resolve(test.getPackageName().replace('.', '/')).resolve(name);
    if (Boolean.getBoolean("haishin.write-golden")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertEquals(
        Files.readString(file), text, "run with -Dhaishin.write-golden=true, look and commit");
  }
}
