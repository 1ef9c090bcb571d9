package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Statistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioSchemaTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final SchemaRegistry DRAFT =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final ObjectNode TEXT =
      ScenarioSchema.of(
          MetricRegistry.standard().metrics().stream()
              .map(
                  metric ->
                      new ScenarioSchema.MetricName(
                          metric.path(),
                          metric.statistics().stream().map(Statistic::name).toList(),
                          metric.meaning()))
              .toList());
  private static final Schema SCHEMA = DRAFT.getSchema(TEXT);

  static Stream<Path> scenarios() {
    return Stream.concat(
        ScenarioTexts.shipped(),
        Stream.of(Path.of("src/main/resources/dev/haishin/cli/starter.yaml")));
  }

  @Test
  void itIsItselfASchema() {
    Schema meta =
        DRAFT.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertEquals(List.of(), meta.validate(TEXT));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyScenarioFits(Path file) throws IOException {
    assertEquals(List.of(), wrong(Files.readString(file)));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyScenarioFitsWithAllItsDefaultsFilledIn(Path file) throws IOException {
    ParseOptions options = new ParseOptions("", ScenarioTexts.settings(file));
    String resolved = ScenarioTexts.valid(ScenarioTexts.parser().parse(file, options)).resolved();
    assertEquals(List.of(), wrong(resolved));
  }

  @Test
  void everyKeyOfTheTableIsThereWithItsMeaning() {
    assertEquals(List.of(), missing("", Language.ROOT, TEXT));
    JsonNode region = TEXT.at("/properties/regions/additionalProperties");
    assertEquals(List.of(), missing("regions.NAME.", Language.REGION, region));
    JsonNode failure = TEXT.at("/properties/failures/items");
    assertEquals(List.of(), missing("failures[].", FailureKeys.TYPE, failure));
  }

  @Test
  void everyExampleIsOneThatTheParserTakes() {
    List<String> refused = new ArrayList<>();
    for (Key<?> key : keys(Language.ROOT)) {
      for (JsonNode example : key.type().schema().path("examples")) {
        Problems problems = new Problems();
        Value value = new Value.Scalar(new Position("", 1, 1), example.asText());
        Reading reading = new Reading(problems, Path.of("."), false);
        key.type().read(value, key.name(), reading);
        boolean isOfTheUnit = problems.list().stream().allMatch(p -> p.wrong().contains("bounds"));
        if (!isOfTheUnit) {
          refused.add(key.name() + ": " + problems.list());
        }
      }
    }
    assertEquals(List.of(), refused);
  }

  @Test
  void everyDefaultFitsItsOwnKey() {
    List<String> refused = new ArrayList<>();
    for (Key<?> key : keys(Language.ROOT)) {
      if (key.hasDefault()) {
        Schema own = DRAFT.getSchema(key.type().schema());
        if (!own.validate(TextNode.valueOf(key.defaultText())).isEmpty()) {
          refused.add(key.name() + ": " + key.defaultText());
        }
      }
    }
    assertEquals(List.of(), refused);
  }

  @Test
  void theFileWithEveryKindOfMistakeFailsWhereASchemaCanTell() throws IOException {
    String bad =
        Files.readString(Path.of("src/test/resources/dev/haishin/scenario/bad-file.yaml"))
            .replaceFirst("(?m)^kafka: \\{brokers: 3\\}.*\n", "");
    List<String> wrong = wrong(bad);
    for (String place :
        List.of(
            "/name",
            "/warmup",
            "/regions/tokyo/connected",
            "/regions/osaka/users",
            "/kafka",
            "/traffic/messages/rate",
            "/expect")) {
      assertTrue(wrong.contains(place), place + " in " + wrong);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "duration: 10m | duration: 10 | /duration",
        "duration: 10m | durtion: 10m | ''",
        "users: 1M, |  | /regions/tokyo",
        "users: 1M | users: 0 | /regions/tokyo/users",
        "connected: 40% | connected: 4 | /regions/tokyo/connected",
        "connected: 40% | connected: 140% | /regions/tokyo/connected",
        "rate: 100/s | rate: 100 | /traffic/messages/rate",
        "rate: 100/s | rate: 100/s, hot: 3 | /traffic/messages",
        "{messages: {rate: 100/s}} | {messages: {rate: 100/s}, hot: 3} | /traffic/hot",
        "{messages: {rate: 100/s}} | {} | /traffic",
        "traffic: | kafka: {acks: some} #| /kafka/acks",
        "traffic: | variants: {a: {kafka.brokrs: 3}} #| /variants/a",
        "traffic: | variants: {a: {kafka.brokers: none}} #| /variants/a/kafka.brokers",
        "traffic: | variants: {A: {kafka.brokers: 3}} #| /variants",
        "traffic: | expect: {delivery.onlin.p99: '<= 1s'} #| /expect",
        "traffic: | expect: {delivery.online.p99: 1s} #| /expect/delivery.online.p99",
        "traffic: | failures: [{crash: gateway}] #| /failures/0",
        "traffic: | store: {put: normal(1ms 2ms)} #| /store/put"
      })
  void whatIsWrongFailsInItsPlace(String text, String edit, String place) {
    String scenario = ScenarioTexts.SMALL.replace(text.strip(), edit == null ? "" : edit.strip());
    assertFalse(scenario.equals(ScenarioTexts.SMALL), text);
    assertTrue(wrong(scenario).contains(place == null ? "" : place), wrong(scenario)::toString);
  }

  @Test
  void whatIsRightFits() {
    String more =
        """
        load: x2
        clock: 2026-12-31T23:58:30+09:00
        clients: {session: {online: lognormal(p50=10m p99=2h)}, heartbeat: never}
        kafka: {acks: 1, brokers: 1_000, linger: 0ms}
        expect:
          "delivery.online.p99{region=tokyo}[failure+0s..failure+60s]": "<= 300ms"
          delivery.online.within(5s): "99%..100%"
          ledger.lost: "== 0"
        uncertain: {gateways.frame-out-cost: uniform(30us 60us)}
        variants:
          a: {kafka: {brokers: 3}, delivery.fanout.strategy: mine, regions.tokyo.users: 2M}
          b: {traffic: {payload: 1KiB}, expect.ledger.lost: "== 0"}
        """;
    assertEquals(List.of(), wrong(ScenarioTexts.SMALL + more));
  }

  @Test
  void aFileThatIncludesAnotherMayLeaveTheRestToIt() {
    assertEquals(List.of(), wrong("include: [fleet.yaml]\nseed: 3\n"));
    assertFalse(wrong("seed: 3\n").isEmpty());
  }

  /** The places of all errors. */
  private static List<String> wrong(String yaml) {
    try {
      return SCHEMA.validate(YAML.readTree(yaml)).stream()
          .map(error -> error.getInstanceLocation().toString().replace("~1", "/"))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(yaml, e);
    }
  }

  private static List<Key<?>> keys(SectionType type) {
    List<Key<?>> keys = new ArrayList<>();
    for (Key<?> key : type.keys()) {
      keys.add(key);
      if (key.type() instanceof SectionType nested) {
        keys.addAll(keys(nested));
      }
    }
    return keys;
  }

  private static List<String> missing(String path, SectionType type, JsonNode schema) {
    List<String> missing = new ArrayList<>();
    for (Key<?> key : type.keys()) {
      JsonNode own = schema.path("properties").path(key.name());
      if (own.has("$ref")) {
        own = TEXT.at(own.path("$ref").asText().substring(1));
      }
      if (!own.path("description").asText().startsWith(key.meaning())) {
        missing.add(path + key.name());
      }
      if (key.type() instanceof SectionType nested) {
        missing.addAll(missing(path + key.name() + ".", nested, own));
      }
    }
    return missing;
  }
}
