package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
  @TempDir Path folder;

  @Test
  void anchorsAliasesAndMergeKeysAreSpeltOut() {
    String text =
        """
        name: anchors
        duration: 10m
        regions:
          tokyo: &base {users: 1M, connected: 40%, zones: 2}
          osaka: {<<: *base, users: 2M}
          kyoto: *base
        network: {between: {tokyo-osaka: &near 8ms, tokyo-kyoto: *near, osaka-kyoto: *near}}
        traffic: {messages: {rate: 100/s}}
        """;
    ScenarioSpec scenario = ScenarioTexts.valid(folder, text);
    List<RegionSpec> regions = scenario.regions();
    assertEquals(
        List.of(1_000_000, 2_000_000, 1_000_000), regions.stream().map(RegionSpec::users).toList());
    assertEquals(List.of(2, 2, 2), regions.stream().map(RegionSpec::zones).toList());
    assertEquals(4_000_000, scenario.betweenNs()[2][1]);
  }

  @Test
  void ofMergedMapsTheEarlierWinsAndTheMapItselfBeforeBoth() {
    Value.Mapping root =
        (Value.Mapping)
            YamlReader.readText(
                "a: &a {x: 1, y: 1, z: 1}\nb: &b {x: 2, y: 2, w: 2}\nc: {<<: [*a, *b], x: 3}",
                "file",
                new Problems());
    Value.Mapping merged = (Value.Mapping) root.get("c");
    assertEquals("3", text(merged, "x"));
    assertEquals("1", text(merged, "y"));
    assertEquals("1", text(merged, "z"));
    assertEquals("2", text(merged, "w"));
  }

  @Test
  void ofTwoEqualKeysBothAreCheckedAndTheFirstIsKept() {
    String text = ScenarioTexts.SMALL + "redis: {shards: 5}\nredis: {shards: x, shrds: 3}\n";
    ParseResult result = ScenarioTexts.parse(folder, text);
    assertEquals(
        List.of("7:1 redis", "7:17 redis.shards", "7:20 redis.shrds"),
        ScenarioTexts.places(result));
    assertEquals("stands twice", result.problems().get(0).wrong());
    assertEquals("did you mean 'shards'?", result.problems().get(2).right());
  }

  @Test
  void equalKeysOfFreeMapsAreCheckedToo() {
    String text =
        """
        name: twice
        duration: 10m
        regions:
          tokyo: {users: 1M, connected: 40%}
          osaka: {users: 1M, connected: 40%}
          osaka: {users: 1M, connected: 140%}
        network: {between: {tokyo-osaka: 8ms, osaka-tokyo: 9ms, tokyo-osaka: 9}}
        traffic: {messages: {rate: 100/s}}
        expect:
          ledger.lost: "== 0"
          ledger.lost: "== 0%"
        """;
    assertEquals(
        List.of(
            "6:3 osaka",
            "6:33 regions.osaka.connected",
            "7:39 network.between.osaka-tokyo",
            "7:57 tokyo-osaka",
            "7:70 network.between.tokyo-osaka",
            "11:3 ledger.lost",
            "11:16 expect.ledger.lost"),
        ScenarioTexts.places(ScenarioTexts.parse(folder, text)));
  }

  @Test
  void unknownKeysNameTheNearestOrAllThatAreKnown() {
    String text = ScenarioTexts.SMALL + "gatewys: {}\nredis: {colour: red}\n";
    List<Problem> problems = ScenarioTexts.parse(folder, text).problems();
    assertEquals("did you mean 'gateways'?", problems.get(0).right());
    assertTrue(problems.get(1).right().startsWith("known are shards, replicas, command-cost"));
    assertEquals(2, problems.size());
  }

  @Test
  void aliasBombsAreDefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
    }
    List<Problem> problems = ScenarioTexts.parse(folder, bomb.toString()).problems();
    assertEquals(1, problems.size(), problems::toString);
    assertEquals("expands past 10000 nodes or 40 levels", problems.get(0).wrong());
  }

  @Test
  void tenThousandNodesAreEnoughAndOneMoreIsNot() {
    // The map, the key's list, and what is in it.
    Problems enough = new Problems();
    YamlReader.readText("a: [" + "x,".repeat(YamlReader.MOST_NODES - 2) + "]", "file", enough);
    assertEquals(List.of(), enough.list());
    Problems more = new Problems();
    YamlReader.readText("a: [" + "x,".repeat(YamlReader.MOST_NODES - 1) + "]", "file", more);
    assertEquals(1, more.list().size());
  }

  @ParameterizedTest
  @CsvSource({"'a: &a {b: *a}'", "'a: &a [*a]'", "'a: &a {<<: *a}'", "'&a {b: {c: [*a]}}'"})
  void anchorsThatReferToThemselvesAreNamed(String text) {
    List<Problem> problems = ScenarioTexts.parse(folder, text).problems();
    assertTrue(
        problems.stream().anyMatch(p -> p.wrong().equals("an anchor refers to itself")),
        problems::toString);
  }

  @Test
  void deepNestingIsRefused() {
    List<Problem> problems =
        ScenarioTexts.parse(folder, "a: " + "[".repeat(100_000) + "]".repeat(100_000)).problems();
    assertEquals(1, problems.size());
    assertEquals("is not YAML: Nesting Depth exceeded max 40", problems.get(0).wrong());
  }

  @Test
  void aDottedPathWithoutEndIsNoKey() {
    String text =
        ScenarioTexts.SMALL + "variants:\n  deep:\n    ? " + "a.".repeat(200_000) + "\n    : 1\n";
    List<Problem> problems = ScenarioTexts.parse(folder, text).problems();
    assertEquals(1, problems.size());
    assertEquals("is no key", problems.get(0).wrong());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"           | 1:1: is empty; see 'haishin init' for a file to start from",
        "# a comment    | 1:1: is empty; see 'haishin init' for a file to start from",
        "hello          | 1:1: is no map; a scenario is a map of name, duration, …",
        "[a, b]         | 1:1: is no map; a scenario is a map of name, duration, …",
        "---            | 1:4: is no map; a scenario is a map of name, duration, …",
        "a: b: c        | 1:5: is not YAML: mapping values are not allowed here",
        "a: *b          | 1:4: is not YAML: found undefined alias b",
        "a: {b          | 1:6: is not YAML: expected ',' or '}', but got <stream end>",
        "[a]: b         | 1:1: a key must be a word",
        "a: @b          | 1:4: is not YAML: found character '@' that cannot start any token",
        "%YAML 9        | 1:8: is not YAML"
      })
  void whatIsNoScenarioIsToldInOneLine(String text, String expected) {
    Path file = ScenarioTexts.write(folder, "scenario.yaml", text);
    List<Problem> problems = ScenarioTexts.parser().parse(file, ParseOptions.none()).problems();
    String first = problems.get(0).toString();
    assertTrue(first.startsWith(file + ":" + expected), first);
    assertTrue(problems.stream().noneMatch(problem -> problem.toString().contains("\n")));
  }

  @Test
  void aSecondDocumentIsNamed() {
    String text = ScenarioTexts.SMALL + "---\nname: other\n";
    assertEquals(List.of("7:1 "), ScenarioTexts.places(ScenarioTexts.parse(folder, text)));
  }

  @Test
  void tabsAreNoIndentation() {
    ParseResult result = ScenarioTexts.parse(folder, "regions:\n\ttokyo: {users: 1M}\n");
    assertEquals(List.of("2:1 "), ScenarioTexts.places(result));
    assertTrue(result.problems().get(0).wrong().contains("\\t(TAB)"), result.problems()::toString);
  }

  @Test
  void filesThatAreNoTextAreNamed() throws IOException {
    byte[] junk = new byte[4096];
    for (int i = 0; i < junk.length; i++) {
      junk[i] = (byte) (i * 167 + 129);
    }
    Path binary = Files.write(folder.resolve("binary.yaml"), junk);
    assertEquals("is not UTF-8 text", only(binary));
    assertEquals("is a folder", only(folder));
    assertEquals("cannot be read", only(folder.resolve("missing.yaml")));
    Path large = folder.resolve("large.yaml");
    Files.writeString(large, "# a long comment\n".repeat(2 * (1 << 20) / 17));
    assertEquals("is larger than 1 MiB", only(large));
  }

  @Test
  void problemsShowOddCharactersAsOneLine() {
    Problem problem =
        new Problem(new Position("f", 1, 1), "a\u001b[31m", "x\ny\u202ez", "r".repeat(1000));
    assertEquals("f:1:1: a?[31m: x?y?z; " + "r".repeat(300) + "…", problem.toString());
  }

  private String only(Path file) {
    List<Problem> problems = ScenarioTexts.parser().parse(file, ParseOptions.none()).problems();
    assertEquals(1, problems.size());
    assertEquals(new Position(file.toString(), 1, 1), problems.get(0).position());
    return problems.get(0).wrong();
  }

  private static String text(Value.Mapping mapping, String key) {
    return ((Value.Scalar) mapping.get(key)).text();
  }
}
