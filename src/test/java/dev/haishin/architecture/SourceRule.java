package dev.haishin.architecture;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A house rule that is about the text of one Java file. */
enum SourceRule {
  FILES_STAY_SHORT("a file past 400 lines is two files", SourceRule::longFile),

  METHODS_STAY_SHORT("a method past 60 lines hides its steps: name them", SourceRule::longMethods),

  TYPES_SAY_WHAT_THEY_STAND_FOR(
      "a reader meets a type by its Javadoc; a test is made of sentences already",
      SourceRule::undocumentedTypes),

  TYPES_ARE_NOUNS_OF_THE_FIELD(
      "a class called after its place in the code, not after a thing, collects whatever is near",
      SourceRule::emptyNames),

  QUANTITIES_NAME_THEIR_UNIT(
      "a bare number of what? timeoutNs, delayMs, messagesPerSecond", SourceRule::bareQuantities),

  NOTHING_IS_LEFT_FOR_LATER(
      "what is not done is in the issue tracker, and the code says what it does",
      source -> unfinished(source.lines(), source::at));

  private static final int MAX_FILE_LINES = 400;
  private static final int MAX_METHOD_LINES = 60;

  private static final Pattern EMPTY_NAME =
      Pattern.compile("(Abstract|Base)[A-Z].*|.*(Manager|Helper|Utils?|Impl)");

  private static final Set<String> NUMBERS = Set.of("int", "long", "float", "double");

  private static final Set<String> UNITLESS =
      Set.of("time", "timeout", "duration", "delay", "latency", "deadline", "memory", "bandwidth");

  /** Spelt in pieces, so that this file passes its own rule. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "\\b(TO"
              + "DO|FIX"
              + "ME|X"
              + "XX|HA"
              + "CK)\\b|(?i:\\b(for "
              + "now|place"
              + "holder|not (yet )?implem"
              + "ented|coming so"
              + "on)\\b)");

  private final String because;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a method without state
  private final Function<JavaSource, List<String>> offences;

  SourceRule(String because, Function<JavaSource, List<String>> offences) {
    this.because = because;
    this.offences = offences;
  }

  /** Why the rule exists. */
  String because() {
    return because;
  }

  /** One line for each place that breaks the rule. */
  List<String> offencesIn(JavaSource source) {
    return offences.apply(source);
  }

  /** The lines that put something off, in any kind of text. */
  static List<String> unfinished(List<String> lines, Function<Integer, String> at) {
    return IntStream.range(0, lines.size())
        .filter(i -> UNFINISHED.matcher(lines.get(i)).find())
        .mapToObj(i -> at.apply(i + 1) + ": " + lines.get(i).strip())
        .toList();
  }

  private static List<String> longFile(JavaSource source) {
    int lines = source.lines().size();
    return lines <= MAX_FILE_LINES
        ? List.of()
        : List.of(source.at(lines) + ": " + lines + " lines");
  }

  private static List<String> longMethods(JavaSource source) {
    return source.methods().stream()
        .filter(method -> method.length() > MAX_METHOD_LINES)
        .map(m -> source.at(m.line()) + ": " + m.name() + " has " + m.length() + " lines")
        .toList();
  }

  private static List<String> undocumentedTypes(JavaSource source) {
    return source.types().stream()
        .filter(type -> type.topLevel() && !type.documented())
        .filter(type -> !type.name().endsWith("Test"))
        .map(type -> source.at(type.line()) + ": " + type.name() + " has no Javadoc")
        .toList();
  }

  private static List<String> emptyNames(JavaSource source) {
    Stream<String> offences =
        source.types().stream()
            .filter(type -> EMPTY_NAME.matcher(type.name()).matches())
            .map(type -> source.at(type.line()) + ": " + type.name());
    return offences.toList();
  }

  private static List<String> bareQuantities(JavaSource source) {
    return source.variables().stream()
        .filter(v -> NUMBERS.contains(v.type()) && UNITLESS.contains(v.name()))
        .map(v -> source.at(v.line()) + ": " + v.type() + " " + v.name())
        .toList();
  }
}
