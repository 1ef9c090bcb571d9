package dev.haishin.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which package may use which: data flows one way, scenario → experiment → model on engine (driving
 * delivery) → results → report, and {@code engine} and {@code delivery} know nobody.
 *
 * <p>The rules take the root package as an argument, so that the same rules can be shown to fail on
 * a small copy of the layout whose arrows point the wrong way.
 */
final class PackageArrows {
  /** One row: a package, the packages of ours that it may use, the libraries that it may use. */
  private record Row(String name, List<String> ours, List<String> libraries) {}

  private static final String FASTUTIL = "it.unimi.dsi.fastutil..";
  private static final String RANDOM = "org.apache.commons.rng..";
  private static final String MATH = "org.apache.commons.math3..";
  private static final String HISTOGRAM = "org.HdrHistogram..";
  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String YAML = "org.yaml.snakeyaml..";
  private static final String CHARTS = "org.jfree..";
  private static final String PICOCLI = "picocli..";

  private static final List<Row> TABLE =
      List.of(
          new Row("engine", List.of(), List.of(FASTUTIL, RANDOM, MATH)),
          new Row("delivery", List.of(), List.of()),
          new Row("model", List.of("engine", "delivery", "scenario", "results"), List.of(FASTUTIL)),
          new Row("scenario", List.of("engine"), List.of(JACKSON, YAML, MATH)),
          new Row(
              "experiment",
              List.of("engine", "scenario", "model", "results"),
              List.of(MATH, HISTOGRAM, JACKSON)),
          new Row("results", List.of(), List.of(HISTOGRAM, JACKSON)),
          new Row("report", List.of("results"), List.of(CHARTS, HISTOGRAM, JACKSON)),
          new Row("calibrate", List.of("engine"), List.of(MATH)),
          new Row(
              "cli",
              List.of(
                  "engine",
                  "delivery",
                  "model",
                  "scenario",
                  "experiment",
                  "results",
                  "report",
                  "calibrate"),
              List.of(PICOCLI, JACKSON)));

  private static final List<String> CALLERS = List.of("population", "gateway", "fanout");

  private static final List<String> SERVERS =
      List.of("kafka", "rack", "redis", "store", "push", "network", "failure", "cost");

  private PackageArrows() {}

  static Stream<ArchRule> under(String root) {
    List<ArchRule> rules = new ArrayList<>();
    for (Row row : TABLE) {
      rules.add(arrows(root, row));
    }
    rules.add(everyPackageIsInTheTable(root));
    rules.add(onlyDistributionsOfTheEngine(root, "scenario"));
    rules.add(onlyDistributionsOfTheEngine(root, "calibrate"));
    rules.add(deliveryIsPure(root));
    rules.add(noCycles(root));
    rules.add(serversDoNotKnowWhoCalls(root));
    return rules.stream();
  }

  private static ArchRule arrows(String root, Row row) {
    List<String> allowed = new ArrayList<>(row.libraries());
    allowed.add("java..");
    allowed.add(root + "." + row.name() + "..");
    row.ours().forEach(name -> allowed.add(root + "." + name + ".."));
    return classes()
        .that()
        .resideInAPackage(root + "." + row.name() + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .because(
            row.name()
                + " may use "
                + row.ours()
                + " and "
                + row.libraries()
                + ": data flows one way, and each library is confined to the packages that need it")
        .allowEmptyShould(true);
  }

  private static ArchRule everyPackageIsInTheTable(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(
            TABLE.stream().map(row -> root + "." + row.name() + "..").toArray(String[]::new))
        .because("a package without a row has no arrows to keep")
        .allowEmptyShould(true);
  }

  private static ArchRule onlyDistributionsOfTheEngine(String root, String name) {
    DescribedPredicate<JavaClass> kernel =
        resideInAPackage(root + ".engine..")
            .and(DescribedPredicate.not(distribution(root)))
            .as("are part of the kernel");
    return noClasses()
        .that()
        .resideInAPackage(root + "." + name + "..")
        .should()
        .dependOnClassesThat(kernel)
        .because(name + " describes laws of chance; it schedules nothing")
        .allowEmptyShould(true);
  }

  /** The laws themselves, whatever makes them, and the stream that they draw from. */
  private static DescribedPredicate<JavaClass> distribution(String root) {
    return assignableTo(root + ".engine.Distribution")
        .or(
            DescribedPredicate.describe(
                "are about distributions",
                type ->
                    type.getName().contains("Distribution")
                        || type.getSimpleName().equals("RandomStream")));
  }

  private static ArchRule deliveryIsPure(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".delivery..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io..",
                    "java.net..",
                    "java.nio.channels..",
                    "java.nio.file..",
                    "java.time..",
                    "java.util.concurrent..",
                    "java.util.logging..")
                .or(assignableTo(Thread.class))
                .or(assignableTo(java.util.Timer.class)))
        .because(
            "the delivery code takes (now, input) and emits effects: it reads no clock, does no I/O and starts no thread,"
                + " so that the simulator and a live runtime can both drive it")
        .allowEmptyShould(true);
  }

  private static ArchRule noCycles(String root) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a cycle makes two packages one that nobody can read")
        .allowEmptyShould(true);
  }

  /** Clients, gateways and fan-out workers talk to each other; the others only answer. */
  private static ArchRule serversDoNotKnowWhoCalls(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(components(root, SERVERS))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(components(root, CALLERS))
        .because("a component that only answers can be understood, and tested, without its callers")
        .allowEmptyShould(true);
  }

  private static String[] components(String root, List<String> names) {
    return names.stream().map(name -> root + ".model." + name + "..").toArray(String[]::new);
  }
}
