package dev.haishin.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packages use each other as the architecture says. */
class PackageArrowsTest {
  private static final String REPORT = reportOfTheFixture();

  @TestFactory
  Stream<DynamicTest> packagesUseOnlyWhatTheirRowAllows() {
    return PackageArrows.under(Codebase.ROOT)
        .map(
            rule ->
                DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(Codebase.main())));
  }

  @Test
  void wrongArrowsAreCaught() {
    for (String offence :
        List.of(
            "engine.KernelThatKnowsResults",
            "engine.KernelThatPrintsCharts",
            "delivery.FanoutWithAClock",
            "report.PageThatRunsTheKernel",
            "model.redis.ShardThatKnowsGateways",
            "strange.ClassOfNoRow")) {
      assertTrue(REPORT.contains("arrows." + offence), offence + " got away:\n" + REPORT);
    }
  }

  @Test
  void cyclesAreCaught() {
    assertTrue(REPORT.contains("Slice results"), REPORT);
  }

  @Test
  void rightArrowsPass() {
    assertFalse(REPORT.contains("arrows.model.World>"), REPORT);
  }

  @Test
  void everyRowHasARule() {
    // Nine packages, packages of no row, two for distributions, purity, cycles, components.
    assertEquals(15, PackageArrows.under(Codebase.ROOT).count());
  }

  private static String reportOfTheFixture() {
    JavaClasses fixture = Codebase.fixture("arrows");
    StringBuilder report = new StringBuilder();
    PackageArrows.under(Codebase.fixturePackage("arrows"))
        .map((ArchRule rule) -> rule.evaluate(fixture).getFailureReport())
        .forEach(failure -> report.append(failure).append('\n'));
    return report.toString();
  }
}
