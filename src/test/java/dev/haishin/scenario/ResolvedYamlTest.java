package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvedYamlTest {
  @TempDir Path folder;

  static Stream<Path> shipped() {
    return ScenarioTexts.shipped();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatIsWrittenReadsBackAsTheSameScenario(Path file) {
    for (String scale : List.of("scale=100%", "scale=1%")) {
      List<String> settings =
          Stream.concat(Stream.of(scale), ScenarioTexts.settings(file).stream()).toList();
      ParseOptions options = new ParseOptions("", settings);
      ScenarioSpec first = ScenarioTexts.valid(ScenarioTexts.parser().parse(file, options));
      ScenarioSpec again = ScenarioTexts.valid(folder, first.resolved());
      assertSame(first, again);
      assertEquals(
          first.resolved().replaceAll("  # default.*", ""),
          again.resolved().replaceAll("  # default.*", ""));
    }
  }

  private static void assertSame(ScenarioSpec first, ScenarioSpec again) {
    assertEquals(first.name(), again.name());
    assertEquals(first.description(), again.description());
    assertEquals(first.seed(), again.seed());
    assertEquals(first.durationNs(), again.durationNs());
    assertEquals(first.warmupNs(), again.warmupNs());
    assertEquals(first.clock(), again.clock());
    assertEquals(first.scale(), again.scale());
    assertEquals(first.failures(), again.failures());
    assertEquals(first.expectations(), again.expectations());
    assertEquals(first.variants(), again.variants());
    assertEquals(first.notes(), again.notes());
    for (int r = 0; r < first.regions().size(); r++) {
      RegionSpec region = first.regions().get(r);
      RegionSpec other = again.regions().get(r);
      assertEquals(region.name(), other.name());
      assertEquals(region.users(), other.users());
      assertEquals(region.connected(), other.connected());
      assertEquals(region.iosShare(), other.iosShare());
      assertEquals(region.home(), other.home());
      assertEquals(region.messagesPerSecond(), other.messagesPerSecond());
      assertEquals(region.shape(), other.shape());
      assertEquals(region.fleets(), other.fleets());
      for (int q = 0; q < first.regions().size(); q++) {
        assertEquals(first.betweenNs()[r][q], again.betweenNs()[r][q]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyDefaultNamesItsSource(Path file) {
    ParseOptions options = new ParseOptions("", ScenarioTexts.settings(file));
    ScenarioSpec scenario = ScenarioTexts.valid(ScenarioTexts.parser().parse(file, options));
    List<String> lines = scenario.resolved().lines().toList();
    List<String> defaults = lines.stream().filter(line -> line.contains("# default")).toList();
    assertTrue(defaults.size() > 60, "only " + defaults.size() + " defaults");
    for (String line : defaults) {
      assertTrue(
          line.matches(
              " *[a-z-]+: \\S.*  # default: (language|semantics|guess, sureness G"
                  + "|(\\d+\\.\\d+|[A-Z]\\d+), sureness (V|V2|W|D|STD|G))"),
          line);
    }
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("  pipeline: 64  # default: D01")));
    assertTrue(lines.contains("name: " + scenario.name()), "what is given bears no comment");
  }

  @Test
  void regionsShowTheirDefaultsAndKeepTheirOverridesAsTheyAre() {
    String text = ScenarioTexts.SMALL.replace("40%}", "40%, gateways: {cores: 32}}");
    String resolved = ScenarioTexts.valid(folder, text).resolved();
    assertTrue(resolved.contains("    zones: 3  # default: R02, sureness G\n"), resolved);
    assertTrue(resolved.contains("    gateways:\n      cores: 32\n"), resolved);
    String more = resolved + "\n";
    ScenarioSpec again = ScenarioTexts.valid(folder, more, "gateways.heartbeat-cost=1us");
    Section gateways = again.regions().get(0).gateways();
    assertEquals(1_000.0, gateways.get(GatewayKeys.HEARTBEAT_COST).mean());
    assertEquals(32, gateways.get(GatewayKeys.CORES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain words",
        "50% of all",
        "%5 of all",
        "a: b # c",
        "- x",
        "? x",
        "'quoted' \"twice\" \\ back",
        "@home & *away !now | > `tick`",
        "two\nlines\ttab\r",
        "bell \u0007 nel \u0085 line \u2028 para \u2029 bom \ufeff",
        "\u914d\u4fe1 \ud83d\ude80",
        "{a}",
        "[b]",
        "~",
        "null",
        "..",
        "---",
        "...",
        "ends with ="
      })
  void everyTextSurvives(String text) {
    StringBuilder quoted = new StringBuilder();
    for (char c : text.toCharArray()) {
      quoted.append(String.format("\\u%04x", (int) c));
    }
    String escaped = text.codePoints().anyMatch(point -> point > 0xffff) ? text : quoted.toString();
    String scenario = ScenarioTexts.SMALL + "description: \"" + escaped + "\"\n";
    ScenarioSpec first = ScenarioTexts.valid(folder, scenario);
    assertEquals(text.strip(), first.description());
    assertEquals(first.description(), ScenarioTexts.valid(folder, first.resolved()).description());
    assertFalse(first.resolved().contains("\u2028"));
  }
}
