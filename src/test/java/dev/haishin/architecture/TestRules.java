package dev.haishin.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;

/** What tests must be: run, quick, and about the code. */
final class TestRules {
  private static final Set<String> CLOCKS = Set.of("nanoTime", "currentTimeMillis", "now");
  private static final Set<String> WAITS = Set.of("sleep", "park", "parkNanos", "parkUntil");

  private TestRules() {}

  static Stream<ArchRule> all() {
    return Stream.of(
        noClasses()
            .should()
            .beAnnotatedWith(Disabled.class)
            .because("a test that does not run is a comment")
            .allowEmptyShould(true),
        noMethods()
            .should()
            .beAnnotatedWith(Disabled.class)
            .because("a test that does not run is a comment")
            .allowEmptyShould(true),
        noClasses()
            .should()
            .accessTargetWhere(call("sleep", TestRules::waits))
            .because("a test that waits is slow on a good day and wrong on a bad one")
            .allowEmptyShould(true),
        noClasses()
            .should()
            .accessTargetWhere(call("read the wall clock", TestRules::readsAClock))
            .because("a test must give the same answer on a busy machine")
            .allowEmptyShould(true),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.assertj..", "org.hamcrest..", "org.mockito..", "org.junit", "junit..")
            .because("one assertion library, and no test of a mock")
            .allowEmptyShould(true),
        classes()
            .that(HAVE_TESTS)
            .should()
            .haveSimpleNameEndingWith("Test")
            .because("Surefire runs the classes named ...Test and passes over the others")
            .allowEmptyShould(true),
        classes()
            .that()
            .haveSimpleNameEndingWith("Test")
            .should()
            .beAssignableTo(HAVE_TESTS)
            .because("a test class without a test passes whatever happens")
            .allowEmptyShould(true));
  }

  private static final DescribedPredicate<JavaClass> HAVE_TESTS =
      DescribedPredicate.describe(
          "have tests",
          type -> type.getMethods().stream().anyMatch(m -> m.isMetaAnnotatedWith(Testable.class)));

  private static DescribedPredicate<JavaAccess<?>> call(
      String what, java.util.function.Predicate<JavaAccess<?>> offence) {
    return DescribedPredicate.describe(what, offence);
  }

  private static boolean waits(JavaAccess<?> call) {
    return WAITS.contains(call.getName())
        && call.getTargetOwner().getPackageName().startsWith("java.");
  }

  private static boolean readsAClock(JavaAccess<?> call) {
    String owner = call.getTargetOwner().getName();
    return CLOCKS.contains(call.getName())
        && (owner.equals("java.lang.System") || owner.startsWith("java.time."));
  }
}
