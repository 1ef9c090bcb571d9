package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A share of the users; a base with a shape is not modelled yet. */
final class ConnectedType implements Type<Double> {
  @Override
  public Double read(Value value, String path, Reading reading) {
    if (value instanceof Value.Mapping mapping) {
      if (reading.refusesUnmodelled()) {
        reading.wrong(value, path, "a shape is not modelled yet", "give a share such as 38%");
      }
      Value base = mapping.get("base");
      return base == null ? null : Types.FRACTION.read(base, path + ".base", reading);
    }
    return Types.FRACTION.read(value, path, reading);
  }

  @Override
  public ObjectNode schema() {
    return Types.FRACTION.schema();
  }

  @Override
  public String describe() {
    return Types.FRACTION.describe();
  }

  @Override
  public Optional<Units> units() {
    return Optional.of(Units.FRACTION);
  }
}
