package dev.haishin.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Costs that a benchmark has measured, by fan-out strategy, as a file holds them:
 *
 * <pre>
 * schema: haishin/costs/1
 * source: JMH on the build machine        # optional, for people
 * strategies:
 *   write: {record-cost: 41us, recipient-cost: 2.1us}
 * everywhere:                             # whatever the strategy
 *   gateways.frame-out-cost: 21us
 * </pre>
 *
 * <p>They take the place of what a scenario says; a value is whatever its key takes.
 */
public final class MeasuredCosts {
  private static final String SCHEMA = "haishin/costs/1";
  private static final String WORKER = "kafka.fanout-workers.";
  private static final List<String> OF_STRATEGY = List.of("record-cost", "recipient-cost");
  private static final List<String> KEYS = List.of("schema", "source", "strategies", "everywhere");

  private final Problems problems = new Problems();
  private final Reading reading;
  private final SortedMap<String, List<String>> byStrategy = new TreeMap<>();
  private final List<String> everywhere = new ArrayList<>();

  private MeasuredCosts(Path folder) {
    reading = new Reading(problems, folder, true);
  }

  /** Reads a file; what is wrong with it is among its {@link #problems}. */
  public static MeasuredCosts read(Path file) {
    MeasuredCosts costs = new MeasuredCosts(file.toAbsolutePath().getParent());
    Value value = YamlReader.readFile(file, file.toString(), costs.problems);
    if (value instanceof Value.Mapping mapping) {
      costs.read(mapping);
    } else if (value != null) {
      costs.wrong(value, "", "is no map", "a file of costs begins with schema: " + SCHEMA);
    }
    return costs;
  }

  /** Everything that is wrong, in the order of the file. */
  public List<String> problems() {
    return problems.list().stream().map(Problem::toString).toList();
  }

  /** Whether a strategy was measured. */
  public boolean knows(String strategy) {
    return byStrategy.containsKey(strategy);
  }

  /** What to set where a strategy is used, {@code path=value} each. */
  public List<String> settings(String strategy) {
    List<String> settings = new ArrayList<>(everywhere);
    settings.addAll(byStrategy.getOrDefault(strategy, List.of()));
    return settings;
  }

  private void read(Value.Mapping file) {
    boolean isOurs = file.get("schema") instanceof Value.Scalar text && text.text().equals(SCHEMA);
    if (!isOurs) {
      wrong(file, "schema", "is not that of a file of costs", "write schema: " + SCHEMA);
      return;
    }
    for (Value.Entry entry : file.entries().values()) {
      if (!KEYS.contains(entry.key())) {
        problems.add(
            entry.keyPosition(), entry.key(), "is no key", "known are " + String.join(", ", KEYS));
      }
    }
    for (Value.Entry entry : entries(file.get("strategies"), "strategies")) {
      String path = "strategies." + entry.key();
      List<String> settings = new ArrayList<>();
      for (Value.Entry cost : entries(entry.value(), path)) {
        if (OF_STRATEGY.contains(cost.key())) {
          take(WORKER + cost.key(), cost, path + "." + cost.key(), settings);
        } else {
          problems.add(
              cost.keyPosition(),
              path + "." + cost.key(),
              "is no cost of a strategy",
              "known are " + String.join(", ", OF_STRATEGY));
        }
      }
      byStrategy.put(entry.key(), settings);
    }
    for (Value.Entry cost : entries(file.get("everywhere"), "everywhere")) {
      String path = "everywhere." + cost.key();
      if (cost.key().endsWith("-cost") && Language.typeAt(cost.key()).isPresent()) {
        take(cost.key(), cost, path, everywhere);
      } else {
        problems.add(
            cost.keyPosition(),
            path,
            "is no cost of a scenario",
            "name a path such as gateways.frame-out-cost");
      }
    }
  }

  private void take(String key, Value.Entry cost, String path, List<String> settings) {
    boolean fits =
        Language.typeAt(key).orElseThrow().read(cost.value(), path, reading) != null
            && cost.value() instanceof Value.Scalar;
    if (fits) {
      settings.add(key + "=" + ((Value.Scalar) cost.value()).text());
    }
  }

  private List<Value.Entry> entries(Value value, String path) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Value.Mapping mapping)) {
      wrong(value, path, "is " + value.kind(), "it takes a map");
      return List.of();
    }
    List<Value.Entry> entries = new ArrayList<>(mapping.entries().values());
    entries.addAll(mapping.duplicates());
    return entries;
  }

  private void wrong(Value value, String path, String wrong, String right) {
    problems.add(value.position(), path, wrong, right);
  }
}
