package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.List;

/** The numbers of a scenario, given or by default: what it assumes of the world. */
public final class Quantities {
  /** What the answer is of, and how it is looked for: none is an assumption about the world. */
  private static final List<String> FIXED = List.of("seed", "scale", "duration", "warmup");

  private final List<Quantity> found = new ArrayList<>();

  private Quantities() {}

  /**
   * A quantity or a distribution of one.
   *
   * @param path dotted, as a setting names it
   * @param text as a file writes it
   * @param whole whether only whole numbers fit
   * @param share whether it is a share of something, at most 100%
   */
  public record Quantity(String path, String text, boolean whole, boolean share) {}

  /** Every quantity that a setting can name, in the order of the resolved file. */
  public static List<Quantity> of(ScenarioSpec scenario) {
    Problems problems = new Problems();
    Value tree = YamlReader.readText(scenario.resolved(), "resolved", problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("a resolved scenario is legible: " + problems.list());
    }
    Quantities quantities = new Quantities();
    quantities.visit("", tree);
    return List.copyOf(quantities.found);
  }

  private void visit(String path, Value value) {
    if (value instanceof Value.Mapping mapping) {
      for (Value.Entry entry : mapping.entries().values()) {
        visit(SectionType.join(path, entry.key()), entry.value());
      }
    } else if (value instanceof Value.Scalar scalar && !FIXED.contains(path)) {
      Language.typeAt(path)
          .flatMap(Type::units)
          .ifPresent(
              units ->
                  found.add(
                      new Quantity(
                          path, scalar.text(), units == Units.COUNT, units == Units.FRACTION)));
    }
  }
}
