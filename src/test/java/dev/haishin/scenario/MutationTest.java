package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationTest {
  private static final int MUTATIONS = 2_000;

  private static final Pattern VALUE = Pattern.compile("(?<=: )[^,{}\\[\\]#\n]+(?=[,}\\]\n])");

  private static final List<String> ODD =
      List.of(
          "\t",
          "\u0000",
          "\u0007",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\ud83d\ude80",
          "%",
          "@",
          "&a ",
          "*a",
          "<<: ",
          "!!set ",
          "!!java.net.URL ",
          "|\n",
          ">\n",
          "? ",
          "- ",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          ": ",
          "#",
          "---\n",
          "...\n",
          "\r",
          "\n",
          ",",
          "(",
          ")",
          "..",
          "=",
          "~",
          "null");

  private static final List<String> VALUES =
      List.of(
          "-1",
          "0",
          "0%",
          "-5ms",
          "1e99",
          "9e18",
          "4e18",
          "1e-99",
          "99999999999999999999",
          "x3",
          "100%",
          "101%",
          "5",
          "5 parsecs",
          "never",
          "static",
          "true",
          "[]",
          "{}",
          "''",
          "~",
          "exp(0ms)",
          "exp(1ms",
          "uniform(2ms 1ms)",
          "lognormal(p50=1ms p99=9e18ns)",
          "lognormal(mean=1ns cv=1e9)",
          "gamma(mean=1ms cv=19)",
          "gamma(p99=1ns cv=19)",
          "gamma(mean=1ns p99=9d)",
          "pareto(min=1ms alpha=0.001)",
          "powerlaw(alpha=99 min=1 max=9)",
          "powerlaw(alpha=0.01 min=1 max=1M)",
          "mix()",
          "mix(100%:mix(100%:never))",
          "shift(1ms 1ms)",
          "empirical(/)",
          "trace(/)",
          "trace(none.csv)",
          "zipf(-1)",
          "zipf()",
          "2026-12-31T23:58:30+09:00",
          "&b [*b]",
          "{<<: *b}",
          "\"<= 1s\"",
          "\"== 0\"",
          "failure",
          "cost-based",
          "daily",
          "[{at: 1m}]",
          "[{at: 1m, rate: x2}, {at: 1s, rate: 0}]",
          "gateway",
          "tokyo");

  @TempDir Path folder;

  @Test
  void noFileIsSoWrongThatItIsNotAnswered() throws IOException {
    SplittableRandom random = new SplittableRandom(20_270_101);
    List<String> texts = new ArrayList<>();
    for (Path file : ScenarioTexts.shipped().toList()) {
      texts.add(Files.readString(file));
    }
    texts.add(Files.readString(Path.of("src/test/resources/dev/haishin/scenario/bad-file.yaml")));
    int valid = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String text = texts.get(random.nextInt(texts.size()));
      for (int times = random.nextInt(1, 4); times > 0; times--) {
        text = mutated(text, random);
      }
      valid += answered(text, i) ? 1 : 0;
    }
    assertTrue(valid > MUTATIONS / 50 && valid < MUTATIONS / 2, valid + " were scenarios");
  }

  private boolean answered(String text, int number) {
    Path file = ScenarioTexts.write(folder, "mutated.yaml", text);
    ParseResult result;
    try {
      result = ScenarioTexts.parser().parse(file, ParseOptions.none());
    } catch (RuntimeException | StackOverflowError thrown) {
      throw new AssertionError("mutation " + number + ":\n" + text, thrown);
    }
    assertEquals(result.problems().isEmpty(), result.scenario().isPresent(), text);
    String[] lines = text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1);
    for (Problem problem : result.problems()) {
      Position position = problem.position();
      assertEquals(file.toString(), position.file());
      assertTrue(
          position.line() >= 1 && position.line() <= lines.length, () -> problem + " in\n" + text);
      String line = lines[position.line() - 1];
      assertTrue(
          position.column() >= 1 && position.column() <= line.length() + 1,
          () -> problem + " in\n" + text);
      assertFalse(problem.wrong().isBlank());
      assertFalse(problem.toString().contains("\n"), problem::toString);
      assertFalse(problem.wrong().contains("dev.haishin"), problem::toString);
    }
    result.scenario().ifPresent(scenario -> assertReadsBack(scenario, text));
    return result.scenario().isPresent();
  }

  private void assertReadsBack(ScenarioSpec scenario, String text) {
    ParseResult again = ScenarioTexts.parse(folder, scenario.resolved());
    assertEquals(List.of(), again.problems(), text);
    assertEquals(scenario.expectations(), again.scenario().orElseThrow().expectations());
  }

  private static String mutated(String text, SplittableRandom random) {
    return switch (random.nextInt(9)) {
      case 0 -> withoutLine(text, random);
      case 1 -> withLineTwice(text, random);
      case 2, 3 -> withValue(text, VALUES.get(random.nextInt(VALUES.size())), random);
      case 4 -> withValue(text, anyValue(text, random), random);
      case 5 -> withValue(text, "-" + anyValue(text, random), random);
      case 6 -> text.substring(0, random.nextInt(text.length() + 1));
      case 7 -> inserted(text, ODD.get(random.nextInt(ODD.size())), random);
      default -> withValue(text, bomb(random), random);
    };
  }

  private static String withoutLine(String text, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (!lines.isEmpty()) {
      lines.remove(random.nextInt(lines.size()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String withLineTwice(String text, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (!lines.isEmpty()) {
      lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String withValue(String text, String value, SplittableRandom random) {
    List<int[]> places = new ArrayList<>();
    for (Matcher matcher = VALUE.matcher(text); matcher.find(); ) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    if (places.isEmpty()) {
      return text + value;
    }
    int[] place = places.get(random.nextInt(places.size()));
    return text.substring(0, place[0]) + value + text.substring(place[1]);
  }

  private static String anyValue(String text, SplittableRandom random) {
    List<String> values = new ArrayList<>();
    for (Matcher matcher = VALUE.matcher(text); matcher.find(); ) {
      values.add(matcher.group());
    }
    return values.isEmpty() ? "1" : values.get(random.nextInt(values.size()));
  }

  private static String inserted(String text, String odd, SplittableRandom random) {
    int place = random.nextInt(text.length() + 1);
    boolean splitsAPair =
        place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place));
    return splitsAPair ? odd + text : text.substring(0, place) + odd + text.substring(place);
  }

  private static String bomb(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> "[".repeat(500);
      case 1 ->
          "[&c [x,x,x,x,x,x,x,x,x,x], &d [*c,*c,*c,*c,*c,*c], &e [*d,*d,*d,*d,*d,*d],"
              + " &f [*e,*e,*e,*e,*e,*e], [*f,*f,*f,*f,*f,*f]]";
      case 2 -> "9".repeat(5_000);
      case 3 -> "shift(1ms ".repeat(2_000);
      default -> "word ".repeat(2_000);
    };
  }
}
