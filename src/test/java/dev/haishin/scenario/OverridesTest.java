package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{redis.pipeline: 8}",
        "{redis: {pipeline: 8}}",
        "{redis: {pipeline: 8, shards: 3}}",
        "{redis.pipeline: 8, redis.shards: 3}"
      })
  void variantsMergeNestedOrDotted(String overrides) {
    String text = ScenarioTexts.SMALL + "redis: {replicas: 2}\nvariants: {small: " + overrides;
    Section redis = region(text + "}\n", "small").redis();
    assertEquals(8, redis.get(Keys.Redis.PIPELINE));
    assertEquals(3, redis.get(Keys.Redis.SHARDS));
    assertEquals(2, redis.get(Keys.Redis.REPLICAS), "what is not overridden stays");
    assertEquals(64, region(text + "}\n", "").redis().get(Keys.Redis.PIPELINE));
  }

  @Test
  void settingsAreReadByTheRulesOfTheFile() {
    ScenarioSpec scenario =
        ScenarioTexts.valid(
            folder,
            ScenarioTexts.SMALL,
            "seed=9007199254740993",
            "scale=10%",
            "duration=2m",
            "gateways={cores: 4, nic: 1Gbps}",
            "regions.tokyo.zones=2",
            "expect.delivery.online.p99[10s..20s]=<= 1s");
    assertEquals(9_007_199_254_740_993L, scenario.seed());
    assertEquals(0.1, scenario.scale());
    assertEquals(120_000_000_000L, scenario.durationNs());
    assertEquals(12_000_000_000L, scenario.warmupNs());
    RegionSpec tokyo = scenario.regions().get(0);
    assertEquals(4, tokyo.gateways().get(GatewayKeys.CORES));
    assertEquals(125_000_000.0, tokyo.gateways().get(GatewayKeys.NIC));
    assertEquals(2, tokyo.zones());
    assertEquals("delivery.online.p99[10s..20s]", scenario.expectations().get(0).path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "gateways.cores=x3  | --set gateways.cores=x3:1:1: gateways.cores: 'x3' is not a count",
        "gateways.cors=3    | --set gateways.cors=3:1:1: gateways.cors: is no key; did you mean",
        "gateways={cores: {a: 1}} | --set gateways={cores: {a: 1}}:1:9: gateways.cores: is a map",
        "duration=          | --set duration=:1:1: duration: is empty",
        "duration=[         | --set duration=[:1:2: is not YAML",
        "duration           | --set duration:1:1: is no setting; write --set path=value",
        "=5                 | --set =5:1:1: is no setting; write --set path=value",
        "regions.kyoto.users=5 | --set regions.kyoto.users=5:1:1: regions.kyoto.connected: is missing",
        "variants=3         | --set variants=3:1:1: variants: is a value; it takes a map",
        "variants={Big: {}} | --set variants={Big: {}}:1:2: variants.Big: is no variant"
      })
  void wrongSettingsAreToldWhereTheyStand(String setting, String expected) {
    ParseResult result = ScenarioTexts.parse(folder, ScenarioTexts.SMALL, setting);
    assertTrue(result.scenario().isEmpty());
    assertTrue(
        result.problems().stream().anyMatch(problem -> problem.toString().startsWith(expected)),
        result.problems()::toString);
  }

  @Test
  void theCommandLineHasTheLastWord() {
    String text = ScenarioTexts.SMALL + "variants: {small: {redis.shards: 5}}\n";
    ParseOptions options = new ParseOptions("small", List.of("redis.shards=7"));
    ScenarioSpec scenario = ScenarioTexts.valid(ScenarioTexts.parse(folder, text, options));
    assertEquals(7, scenario.regions().get(0).redis().get(Keys.Redis.SHARDS));
  }

  @Test
  void settingsChangeVariantsToo() {
    String text = ScenarioTexts.SMALL + "variants: {small: {redis.shards: 5}}\n";
    ParseOptions options = new ParseOptions("new", List.of("variants.new={redis.shards: 9}"));
    ScenarioSpec scenario = ScenarioTexts.valid(ScenarioTexts.parse(folder, text, options));
    assertEquals(9, scenario.regions().get(0).redis().get(Keys.Redis.SHARDS));
    assertEquals(List.of("small", "new"), scenario.variants());
  }

  @Test
  void listsReplaceLists() {
    String text =
        ScenarioTexts.SMALL
            + """
            failures:
              - {at: 1m, crash: gateway}
              - {at: 2m, crash: gateway}
            variants:
              later: {failures: [{at: 5m, vanish: gateway}]}
              never: {failures: []}
            """;
    ParseOptions later = new ParseOptions("later", List.of());
    List<FailureSpec> failures =
        ScenarioTexts.valid(ScenarioTexts.parse(folder, text, later)).failures();
    assertEquals(1, failures.size());
    assertEquals("vanish", failures.get(0).verb());
    ParseOptions never = new ParseOptions("never", List.of());
    assertEquals(
        List.of(), ScenarioTexts.valid(ScenarioTexts.parse(folder, text, never)).failures());
    assertEquals(2, ScenarioTexts.valid(folder, text).failures().size());
  }

  @Test
  void mistakesOfAVariantThatIsNotChosenAreToldAsWell() {
    String text = ScenarioTexts.SMALL + "variants:\n  bad: {redis.shard: 5}\n";
    assertEquals(
        List.of("7:9 redis.shard"), ScenarioTexts.places(ScenarioTexts.parse(folder, text)));
  }

  @Test
  void aRegionOverridesAComponentKeyByKey() {
    String text =
        """
        name: two
        duration: 10m
        regions:
          tokyo: {users: 1M, connected: 40%, gateways: {cores: 32}, costs: {gateway: 1 USD/h}}
          osaka: {users: 1M, connected: 40%}
        network: {between: {osaka-tokyo: 8ms}}
        traffic: {messages: {rate: 100/s}}
        gateways: {cores: 8, connections-each: 50k}
        """;
    List<RegionSpec> regions = ScenarioTexts.valid(folder, text).regions();
    assertEquals(32, regions.get(0).gateways().get(GatewayKeys.CORES));
    assertEquals(50_000, regions.get(0).gateways().get(GatewayKeys.CONNECTIONS_EACH));
    assertEquals(1.0, regions.get(0).costs().get(CostKeys.GATEWAY));
    assertEquals(8, regions.get(1).gateways().get(GatewayKeys.CORES));
    assertEquals(0.68, regions.get(1).costs().get(CostKeys.GATEWAY));
    assertEquals(4_000_000, ScenarioTexts.valid(folder, text).betweenNs()[0][1]);
  }

  @Test
  void aMistakeOfTheFileIsNotToldAgainForEachRegion() {
    String text =
        ScenarioTexts.SMALL.replace("40%}", "40%, gateways: {cores: 0}}")
            + "gateways: {memory: 4}\n";
    assertEquals(
        List.of("4:56 regions.tokyo.gateways.cores", "6:20 gateways.memory"),
        ScenarioTexts.places(ScenarioTexts.parse(folder, text)));
  }

  @Test
  void theCountOfGatewaysIsGivenOneWay() {
    String both = ScenarioTexts.SMALL + "gateways: {per-region: 4, connections-each: 10k}\n";
    assertEquals(List.of("6:27 gateways"), ScenarioTexts.places(ScenarioTexts.parse(folder, both)));
    String file = ScenarioTexts.SMALL + "gateways: {per-region: 4}\n";
    assertEquals(4, region(file, "").fleets().gateways().count());
    String own = file.replace("40%}", "40%, gateways: {connections-each: 10k}}");
    assertEquals(40, region(own, "").fleets().gateways().count());
    String back = own.replace("{per-region: 4}", "{connections-each: 50k}");
    assertEquals(
        7,
        region(back.replace("connections-each: 10k", "per-region: 7"), "")
            .fleets()
            .gateways()
            .count());
  }

  @Test
  void includesAreMergedInOrderAndTheFileWins() {
    ScenarioTexts.write(folder, "fleet.yaml", "redis: {shards: 5, pipeline: 2}\nseed: 4\n");
    ScenarioTexts.write(folder, "prices.yaml", "redis: {pipeline: 3, replicas: 2}\nseed: 5\n");
    String text =
        ScenarioTexts.SMALL + "include: [fleet.yaml, prices.yaml]\nredis: {replicas: 0}\n";
    ScenarioSpec scenario = ScenarioTexts.valid(folder, text);
    Section redis = scenario.regions().get(0).redis();
    assertEquals(5, scenario.seed());
    assertEquals(5, redis.get(Keys.Redis.SHARDS));
    assertEquals(3, redis.get(Keys.Redis.PIPELINE));
    assertEquals(0, redis.get(Keys.Redis.REPLICAS));
  }

  @Test
  void mistakesOfAnIncludedFileNameIt() {
    ScenarioTexts.write(folder, "fleet.yaml", "redis:\n  shard: 5\n");
    String text = ScenarioTexts.SMALL + "include: [fleet.yaml, gone.yaml]\n";
    List<Problem> problems = ScenarioTexts.parse(folder, text).problems();
    assertEquals(2, problems.size());
    assertTrue(problems.get(0).toString().startsWith("fleet.yaml:2:3: redis.shard: is no key"));
    assertTrue(problems.get(1).toString().startsWith("gone.yaml:1:1: cannot be read"));
  }

  @Test
  void filesThatIncludeThemselvesEnd() {
    String text = ScenarioTexts.SMALL + "include: [scenario.yaml, scenario.yaml]\n";
    List<Problem> problems = ScenarioTexts.parse(folder, text).problems();
    assertTrue(problems.stream().allMatch(problem -> problem.path().equals("include")));
    assertTrue(problems.size() >= 1);
  }

  @Test
  void loadMultipliesUsersAndRatesAndNoHosts() {
    String text = ScenarioTexts.SMALL + "gateways: {per-region: 4}\n";
    RegionSpec once = region(text, "");
    RegionSpec twice = ScenarioTexts.valid(folder, text, "load=x2").regions().get(0);
    assertEquals(1_000_000, once.users());
    assertEquals(2_000_000, twice.users());
    assertEquals(100.0, once.messagesPerSecond());
    assertEquals(200.0, twice.messagesPerSecond());
    assertEquals(once.fleets(), twice.fleets());
  }

  @Test
  void loadPastWhatARegionHoldsIsAMistakeOfTheFile() {
    ParseResult result = ScenarioTexts.parse(folder, ScenarioTexts.SMALL, "load=x2001");
    assertEquals(List.of("1:1 load"), ScenarioTexts.places(result));
    ScenarioTexts.valid(folder, ScenarioTexts.SMALL, "load=x2001", "scale=50%");
  }

  private RegionSpec region(String text, String variant) {
    ParseOptions options = new ParseOptions(variant, List.of());
    return ScenarioTexts.valid(ScenarioTexts.parse(folder, text, options)).regions().get(0);
  }
}
