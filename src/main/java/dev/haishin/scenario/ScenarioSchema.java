package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The language as a JSON Schema (draft 2020-12) for editors, made of the table of keys that the
 * parser reads by.
 *
 * <p>Keys that must be there are demanded of a file that includes no other, since the other may
 * bring them, and not of variants, which say only what differs.
 */
public final class ScenarioSchema {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  private static final String NAME = "^[a-z0-9-]{1,64}$";

  /** A window, perhaps from a failure on. */
  private static final String WINDOW = "(\\[.+\\.\\..+\\])?$";

  private static final String COMPARISON = "^(<=|>=|==|<|>)\\s*\\S.*|^.+\\.\\..+$";
  private static final String CHANGE = "^(\\+-|±|-|\\+)?\\s*[0-9].*$";

  private final List<MetricName> metrics;

  /**
   * What may be expected.
   *
   * @param path of the metric
   * @param statistics that follow it
   * @param meaning in one line
   */
  public record MetricName(String path, List<String> statistics, String meaning) {
    /** Copies the list. */
    public MetricName {
      statistics = List.copyOf(statistics);
    }

    /** The figure that is expected most. */
    private String usual() {
      if (statistics.size() == 1) {
        return path;
      }
      return Stream.of("p99", "max", "count")
          .filter(statistics::contains)
          .findFirst()
          .map(statistic -> path + "." + statistic)
          .orElse(path);
    }
  }

  private ScenarioSchema(List<MetricName> metrics) {
    this.metrics = metrics;
  }

  /** The schema of files that may expect something of these metrics. */
  public static ObjectNode of(List<MetricName> metrics) {
    return new ScenarioSchema(metrics).root();
  }

  /** The schema of one section, without what may be expected. */
  static ObjectNode of(SectionType section) {
    return new ScenarioSchema(List.of()).section(section);
  }

  private ObjectNode root() {
    ObjectNode root = SchemaPiece.any();
    root.put("$schema", DRAFT).put("title", "Haishin scenario");
    root.put("description", "A message delivery platform: its fleet, traffic, failures and code.");
    root.put("type", "object");
    ObjectNode keys = root.putObject("properties");
    ObjectNode include = keys.putObject("include");
    include.put("description", "Files that this one is merged over, by their paths from here.");
    include.setAll(SchemaPiece.list(SchemaPiece.text()));
    for (Key<?> key : Language.ROOT.keys()) {
      keys.set(key.name(), property(key));
    }
    root.put("additionalProperties", false);
    ObjectNode shared = root.putObject("$defs");
    shared.set("metric", SchemaPiece.any().put("pattern", names()));
    shared.set("comparison", SchemaPiece.text(COMPARISON));
    shared.set("change", SchemaPiece.ofTypes("string", "number").put("pattern", CHANGE));
    shared.set("measurement", whole(MeasuredKeys.TYPE));
    root.putObject("if").putArray("required").add("include");
    ObjectNode alone = root.putObject("else");
    alone.setAll(demands(Language.ROOT));
    alone.withObject("/properties/regions").set("additionalProperties", demands(Language.REGION));
    return root;
  }

  /** What a section must hold, and the sections in it; nothing else of them. */
  private static ObjectNode demands(SectionType type) {
    ObjectNode demands = SchemaPiece.any();
    List<String> required = type.keys().stream().filter(Key::isRequired).map(Key::name).toList();
    if (!required.isEmpty()) {
      required.forEach(demands.putArray("required")::add);
    }
    for (Key<?> key : type.keys()) {
      if (key.type() instanceof SectionType nested) {
        ObjectNode inner = demands(nested);
        if (!inner.isEmpty()) {
          demands.withObject("/properties").set(key.name(), inner);
        }
      }
    }
    return demands;
  }

  private ObjectNode property(Key<?> key) {
    ObjectNode property = SchemaPiece.any();
    property.put("description", description(key));
    if (key.hasDefault()) {
      setDefault(property, key.defaultText());
    }
    property.setAll(piece(key));
    return property;
  }

  private static String description(Key<?> key) {
    StringBuilder text = new StringBuilder(key.meaning());
    if (!(key.type() instanceof SectionType)) {
      text.append(": ").append(key.type().describe());
    }
    text.append('.');
    if (key.isRequired()) {
      text.append(" Required.");
    } else if (key.hasDefault()) {
      text.append(" Default ").append(key.defaultText());
      if (!key.source().isEmpty()) {
        text.append(" (").append(key.source());
        text.append(key.sureness().isEmpty() ? ")" : ", " + key.sureness() + ")");
      }
      text.append('.');
    }
    return text.toString();
  }

  private static void setDefault(ObjectNode property, String text) {
    if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      property.put("default", new BigDecimal(text));
    } else if (text.equals("true") || text.equals("false")) {
      property.put("default", Boolean.parseBoolean(text));
    } else {
      property.put("default", text);
    }
  }

  private ObjectNode piece(Key<?> key) {
    if (key == Language.REGIONS) {
      return SchemaPiece.map(section(Language.REGION));
    }
    if (key == Language.EXPECT) {
      return figures("comparison");
    }
    if (key == CheckKeys.TOLERANCE) {
      return figures("change");
    }
    if (key == Language.MEASURED) {
      return figures("measurement");
    }
    if (key == Language.UNCERTAIN) {
      return SchemaPiece.map(SchemaPiece.text());
    }
    if (key == Language.VARIANTS) {
      return variants();
    }
    if (key == Keys.Network.BETWEEN) {
      return SchemaPiece.map(Keys.LINK.schema());
    }
    if (key.type() instanceof SectionType nested) {
      return section(nested);
    }
    if (key.type() instanceof ListOf list) {
      return SchemaPiece.list(whole(list.type())).<ObjectNode>set("type", nullable("array"));
    }
    return key.type().schema();
  }

  private static ArrayNode nullable(String type) {
    return (ArrayNode) SchemaPiece.ofTypes(type, "null").get("type");
  }

  /** A section that nothing else completes. */
  private ObjectNode whole(SectionType type) {
    ObjectNode whole = section(type);
    whole.putArray("allOf").add(demands(type));
    return whole;
  }

  private ObjectNode section(SectionType type) {
    ObjectNode section = SchemaPiece.ofTypes("object");
    ObjectNode keys = section.putObject("properties");
    for (Key<?> key : type.keys()) {
      // What regions may override is told once.
      boolean isTold = type == Language.REGION && Language.COMPONENTS.contains(key);
      keys.set(key.name(), isTold ? reference(key.name()) : property(key));
    }
    return section.put("additionalProperties", false);
  }

  private static ObjectNode reference(String path) {
    return SchemaPiece.any().put("$ref", "#/properties/" + path.replace(".", "/properties/"));
  }

  private static ObjectNode shared(String name) {
    return SchemaPiece.any().put("$ref", "#/$defs/" + name);
  }

  /** A map of metrics; the usual figures of each are there for the editor to offer. */
  private ObjectNode figures(String kind) {
    ObjectNode piece = SchemaPiece.any();
    piece.set("type", nullable("object"));
    ObjectNode offered = piece.putObject("properties");
    for (MetricName metric : metrics) {
      offered.set(metric.usual(), shared(kind).put("description", metric.meaning()));
    }
    piece.set("additionalProperties", shared(kind));
    piece.set("propertyNames", shared("metric"));
    return piece;
  }

  /** Every metric with the statistics that it has, perhaps with a part and a window. */
  private String names() {
    SortedMap<String, List<String>> byStatistics = new TreeMap<>();
    for (MetricName metric : metrics) {
      String statistics = String.join("|", metric.statistics());
      byStatistics.computeIfAbsent(statistics, s -> new ArrayList<>()).add(metric.path());
    }
    List<String> alternatives = new ArrayList<>();
    byStatistics.forEach(
        (statistics, paths) -> {
          String within = statistics.contains("p99.9") ? "|within\\(.+\\)" : "";
          String all = "(" + String.join("|", paths) + ")(\\.(" + statistics + within + "))?";
          alternatives.add(all.replaceAll("(?<=\\w)\\.", "\\\\."));
        });
    return "^(fit\\..+\\.error|" + String.join("|", alternatives) + ")(\\{.+\\})?" + WINDOW;
  }

  /** Named overrides, whose keys may be whole sections or dotted paths. */
  private ObjectNode variants() {
    ObjectNode override = SchemaPiece.ofTypes("object");
    paths("", Language.ROOT, override.putObject("properties"));
    ObjectNode deeper = override.putObject("patternProperties");
    deeper.putObject(
        "^(regions|network\\.between|expect|uncertain|measured|check\\.tolerance|delivery\\.fanout\\.settings)\\.");
    override.put("additionalProperties", false);
    ObjectNode variants = SchemaPiece.map(override);
    variants.putObject("propertyNames").put("pattern", NAME);
    return variants;
  }

  private static void paths(String above, SectionType type, ObjectNode into) {
    for (Key<?> key : type.keys()) {
      String path = SectionType.join(above, key.name());
      if (key != Language.VARIANTS) {
        into.set(path, reference(path));
      }
      if (key.type() instanceof SectionType nested) {
        paths(path, nested, into);
      }
    }
  }
}
