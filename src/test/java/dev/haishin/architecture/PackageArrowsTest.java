package dev.haishin.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packages use each other as the architecture says. */
class PackageArrowsTest {
  @TestFactory
  Stream<DynamicTest> packagesUseOnlyWhatTheirRowAllows() {
    return PackageArrows.under(Codebase.ROOT)
        .map(
            rule ->
                DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(Codebase.main())));
  }

  @Test
  void wrongArrowsAreCaught() {
    String report = report();
    for (String offence :
        List.of(
            "engine.KernelThatKnowsResults",
            "engine.KernelThatPrintsCharts",
            "delivery.FanoutWithAClock",
            "report.PageThatRunsTheKernel",
            "model.redis.ShardThatKnowsGateways",
            "strange.ClassOfNoRow")) {
      assertTrue(report.contains("arrows." + offence), offence + " got away:\n" + report);
    }
  }

  @Test
  void cyclesAreCaught() {
    String report = report();
    assertTrue(report.contains("Slice results"), report);
  }

  @Test
  void rightArrowsPass() {
    assertFalse(report().contains("arrows.model.World>"), report());
  }

  @Test
  void everyRowHasARule() {
    // Nine packages, one for packages of no row, two for distributions, one for purity, two for
    // cycles.
    assertEquals(15, PackageArrows.under(Codebase.ROOT).count());
  }

  private static String report() {
    StringBuilder report = new StringBuilder();
    PackageArrows.under(Codebase.fixturePackage("arrows"))
        .map((ArchRule rule) -> rule.evaluate(Codebase.fixture("arrows")).getFailureReport())
        .forEach(failure -> report.append(failure).append('\n'));
    return report.toString();
  }
}
