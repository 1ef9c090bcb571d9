package dev.haishin.scenario;

import java.util.List;

/** A fan-out strategy by name; {@code cost-based} and plugged-in ones are not modelled yet. */
final class StrategyName implements Type<String> {
  private static final List<String> MODELLED = List.of("write", "read", "hybrid");

  @Override
  public String read(Value value, String path, Reading reading) {
    String name = Types.TEXT.read(value, path, reading);
    if (name != null && !MODELLED.contains(name) && reading.refusesUnmodelled()) {
      boolean known = name.equals("cost-based");
      String nearest = Spelling.nearest(name, MODELLED);
      reading.wrong(
          value,
          path,
          known ? "'cost-based' is not modelled yet" : "'" + name + "' is no known strategy",
          "known are write, read, hybrid"
              + (nearest == null ? "" : " (did you mean '" + nearest + "'?)"));
    }
    return name;
  }

  @Override
  public String describe() {
    return "write, read or hybrid";
  }
}
