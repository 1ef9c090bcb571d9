package dev.haishin.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What must not be called where the same input has to give the same bytes: on any machine, JDK,
 * locale and number of threads.
 */
final class DeterminismRules {
  private static final Set<String> HASHED =
      Set.of(
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.Hashtable",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap",
          "java.util.concurrent.ConcurrentHashMap");

  private static final Set<String> HASHING_COLLECTORS =
      Set.of("toMap", "toSet", "toUnmodifiableMap", "toUnmodifiableSet", "toConcurrentMap");

  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private static final Set<String> GENERATORS =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.UUID",
          "java.security.SecureRandom",
          "java.util.concurrent.ThreadLocalRandom");

  private static final List<String> ONE = List.of("java.lang.Object");

  private DeterminismRules() {}

  /** The rules, for the classes in these packages and below. */
  static Stream<ArchRule> in(String... packages) {
    return Stream.of(
        ban(
            packages,
            "make hash tables",
            "their order follows identity hashes and insertion history: take LinkedHashMap, TreeMap, arrays or fastutil",
            DeterminismRules::makesAHashTable),
        ban(
            packages,
            "make Set.of or Map.of",
            "their order changes with every start of the JVM: take List.of, an EnumMap or a LinkedHashMap",
            DeterminismRules::makesASaltedCollection),
        ban(
            packages,
            "use identity hash codes",
            "they differ from run to run",
            DeterminismRules::usesIdentityHash),
        ban(
            packages,
            "read a clock",
            "results hold nothing of the moment; simulated time is an argument",
            DeterminismRules::readsAClock),
        ban(
            packages,
            "draw from generators of the JDK",
            "each purpose draws from its own stream, keyed by seed, purpose and process",
            DeterminismRules::drawsOutsideStreams),
        ban(
            packages,
            "run streams in parallel",
            "sums that depend on order are made in process-id order",
            DeterminismRules::runsInParallel),
        ban(
            packages,
            "format by the machine's locale",
            "a German machine would write other bytes: pass Locale.ROOT",
            DeterminismRules::usesDefaultLocale),
        ban(
            packages,
            "print doubles by Double.toString",
            "its output changed in JDK 19: write a fixed number of significant digits",
            DeterminismRules::printsADouble),
        ban(
            packages,
            "call inexact functions of Math",
            "Math may differ by a unit in the last place between machines: call StrictMath",
            call -> owner(call, "java.lang.Math") && INEXACT.contains(call.getName())));
  }

  private static ArchRule ban(
      String[] packages, String what, String reason, Predicate<JavaAccess<?>> offence) {
    return noClasses()
        .that()
        .resideInAnyPackage(Arrays.stream(packages).map(p -> p + "..").toArray(String[]::new))
        .should()
        .accessTargetWhere(DescribedPredicate.describe(what, offence))
        .as("no classes in " + List.of(packages) + " should " + what)
        .because(reason)
        .allowEmptyShould(true);
  }

  private static boolean makesAHashTable(JavaAccess<?> call) {
    if (call instanceof JavaConstructorCall) {
      return HASHED.contains(call.getTargetOwner().getName());
    }
    boolean groups = call.getName().startsWith("groupingBy");
    boolean hashes = HASHING_COLLECTORS.contains(call.getName());
    // The variants that take a supplier of the map are the longest.
    return owner(call, "java.util.stream.Collectors")
        && ((hashes && parameters(call) < 4) || (groups && parameters(call) < 3));
  }

  /** What holds nothing, or one thing, has one order. */
  private static boolean makesASaltedCollection(JavaAccess<?> call) {
    boolean several = Set.of("of", "copyOf", "ofEntries").contains(call.getName());
    return switch (call.getTargetOwner().getName()) {
      case "java.util.Set" -> several && !parameterTypes(call).equals(ONE) && parameters(call) > 0;
      case "java.util.Map" -> several && (parameters(call) == 1 || parameters(call) > 2);
      default -> false;
    };
  }

  private static boolean usesIdentityHash(JavaAccess<?> call) {
    String name = call.getName();
    return switch (call.getTargetOwner().getName()) {
      case "java.lang.Object" -> name.equals("hashCode");
      case "java.util.Objects" -> name.equals("hash") || name.equals("hashCode");
      case "java.lang.System" -> name.equals("identityHashCode");
      default -> name.equals("hashCode") && call.getTargetOwner().isEnum();
    };
  }

  private static boolean readsAClock(JavaAccess<?> call) {
    String name = call.getName();
    String owner = call.getTargetOwner().getName();
    return switch (owner) {
      case "java.lang.System" -> name.equals("nanoTime") || name.equals("currentTimeMillis");
      case "java.util.Date" -> parameters(call) == 0;
      case "java.util.Calendar" -> name.equals("getInstance");
      default ->
          owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"));
    };
  }

  private static boolean drawsOutsideStreams(JavaAccess<?> call) {
    String name = call.getName();
    return switch (call.getTargetOwner().getName()) {
      case "java.lang.Math" -> name.equals("random");
      case "java.util.Collections" -> name.equals("shuffle");
      default -> GENERATORS.contains(call.getTargetOwner().getName());
    };
  }

  private static boolean runsInParallel(JavaAccess<?> call) {
    String name = call.getName();
    boolean stream = call.getTargetOwner().getPackageName().equals("java.util.stream");
    boolean array = owner(call, "java.util.Arrays");
    return name.equals("parallelStream")
        || (stream && name.equals("parallel"))
        || (array && name.startsWith("parallel"));
  }

  private static boolean usesDefaultLocale(JavaAccess<?> call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getName().toLowerCase(Locale.ROOT);
    boolean takesLocale = parameterTypes(call).contains("java.util.Locale");
    boolean takesSymbols = parameterTypes(call).contains("java.text.DecimalFormatSymbols");
    boolean formats = name.equals("format") || name.equals("printf") || name.equals("formatted");
    return switch (owner) {
      case "java.lang.String" -> (formats || name.matches("to(lower|upper)case")) && !takesLocale;
      case "java.io.PrintStream", "java.io.PrintWriter" -> formats && !takesLocale;
      case "java.util.Formatter" -> call instanceof JavaConstructorCall && !takesLocale;
      case "java.text.NumberFormat" -> name.endsWith("instance") && !takesLocale;
      case "java.text.DecimalFormat" -> call instanceof JavaConstructorCall && !takesSymbols;
      default -> false;
    };
  }

  private static boolean printsADouble(JavaAccess<?> call) {
    String owner = call.getTargetOwner().getName();
    boolean takesDouble =
        parameterTypes(call).contains("double") || parameterTypes(call).contains("float");
    return switch (owner) {
      case "java.lang.Double", "java.lang.Float" -> call.getName().equals("toString");
      case "java.lang.String" -> call.getName().equals("valueOf") && takesDouble;
      case "java.lang.StringBuilder", "java.lang.StringBuffer" ->
          Set.of("append", "insert").contains(call.getName()) && takesDouble;
      case "java.io.PrintStream", "java.io.PrintWriter" ->
          Set.of("print", "println").contains(call.getName()) && takesDouble;
      default -> false;
    };
  }

  private static boolean owner(JavaAccess<?> call, String name) {
    return call.getTargetOwner().getName().equals(name);
  }

  private static int parameters(JavaAccess<?> call) {
    return parameterTypes(call).size();
  }

  private static List<String> parameterTypes(JavaAccess<?> call) {
    HasOwner<JavaClass> target = call.getTarget();
    if (target
        instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget codeUnit) {
      return codeUnit.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    }
    return List.of();
  }
}
