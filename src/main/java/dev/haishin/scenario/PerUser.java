package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Chats a user: a number that need not be whole. */
final class PerUser implements Type<Double> {
  @Override
  public Double read(Value value, String path, Reading reading) {
    return Types.bounded(Types.FACTOR, per -> per > 0 && per <= 200, "above 0 and at most 200")
        .read(value, path, reading);
  }

  @Override
  public ObjectNode schema() {
    return Types.FACTOR.schema();
  }

  @Override
  public String describe() {
    return "a number such as 8 or 0.5";
  }

  @Override
  public Optional<Units> units() {
    return Optional.of(Units.FACTOR);
  }
}
