package dev.haishin.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tests themselves keep the house rules. */
class TestRulesTest {
  @TestFactory
  Stream<DynamicTest> testsRunAndAreQuickAndAboutTheCode() {
    return TestRules.all()
        .map(
            rule ->
                DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(Codebase.tests())));
  }

  @Test
  void badTestsAreCaught() {
    String report = report();
    for (String offence :
        List.of(
            "SkippedTest", ".skipped()", ".waits()", ".readsTheClock()", "Untested", "EmptyTest")) {
      assertTrue(report.contains(offence), offence + " got away:\n" + report);
    }
  }

  @Test
  void aGoodTestPasses() {
    assertFalse(report().contains("GoodTest"), report());
  }

  private static String report() {
    JavaClasses fixture = Codebase.fixture("testing");
    return TestRules.all()
        .map(rule -> rule.evaluate(fixture).getFailureReport().toString())
        .collect(Collectors.joining("\n"));
  }
}
