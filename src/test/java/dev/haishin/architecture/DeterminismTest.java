package dev.haishin.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Same input, same bytes: nothing that depends on the machine or the moment is called where results
 * are made.
 */
class DeterminismTest {
  private static final String[] PACKAGES =
      Stream.of("engine", "delivery", "model", "experiment", "results", "report")
          .map(name -> Codebase.ROOT + "." + name)
          .toArray(String[]::new);

  @TestFactory
  Stream<DynamicTest> resultsHoldNothingOfTheMachineOrTheMoment() {
    return DeterminismRules.in(PACKAGES)
        .map(
            rule ->
                DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(Codebase.main())));
  }

  @Test
  void noDoubleIsConcatenatedIntoAString() {
    List<String> found =
        Codebase.main().stream()
            .filter(type -> Arrays.stream(PACKAGES).anyMatch(p -> isBelow(type, p)))
            .flatMap(type -> ConcatenatedDoubles.in(type).stream())
            .toList();
    assertEquals(
        List.of(), found, "Double.toString changed in JDK 19: write a fixed number of digits");
  }

  @TestFactory
  Stream<DynamicTest> offencesAreCaught() throws ReflectiveOperationException {
    JavaClasses fixture = Codebase.fixture("determinism");
    String report = reportOf(fixture);
    String offences = Codebase.fixturePackage("determinism") + ".Offences";
    return Arrays.stream(Class.forName(offences).getDeclaredMethods())
        .map(Method::getName)
        .filter(name -> !name.contains("$"))
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertTrue(
                            report.contains(offences + "." + name + "("),
                            name + " got away:\n" + report)));
  }

  @Test
  void allowedNeighboursPass() {
    String report = reportOf(Codebase.fixture("determinism"));
    assertTrue(!report.contains("Harmless"), report);
  }

  private static String reportOf(JavaClasses fixture) {
    StringBuilder report = new StringBuilder();
    DeterminismRules.in(Codebase.fixturePackage("determinism"))
        .map(rule -> rule.evaluate(fixture).getFailureReport())
        .forEach(failure -> report.append(failure).append('\n'));
    fixture.forEach(type -> ConcatenatedDoubles.in(type).forEach(report::append));
    return report.toString();
  }

  private static boolean isBelow(JavaClass type, String name) {
    return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
  }
}
