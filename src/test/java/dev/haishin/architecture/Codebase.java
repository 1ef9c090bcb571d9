package dev.haishin.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes that the rules are about, read once. */
final class Codebase {
  /** The root package of everything. */
  static final String ROOT = "dev.haishin";

  private static final String FIXTURES = "/architecture/fixture/";

  private Codebase() {}

  /** What ships. */
  static JavaClasses main() {
    return Main.CLASSES;
  }

  /** What tests it, without the code that breaks rules on purpose. */
  static JavaClasses tests() {
    return Tests.CLASSES;
  }

  /** Code that breaks rules on purpose, by the last part of its package name. */
  static JavaClasses fixture(String name) {
    return new ClassFileImporter().importPackages(fixturePackage(name));
  }

  static String fixturePackage(String name) {
    return Codebase.class.getPackageName() + ".fixture." + name;
  }

  private static final class Main {
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
  }

  private static final class Tests {
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .withImportOption(location -> !location.contains(FIXTURES))
            .importPackages(ROOT);
  }
}
