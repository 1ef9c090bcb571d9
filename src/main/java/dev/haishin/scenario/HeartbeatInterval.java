package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A fixed interval or {@code never}; the adaptive policy is not modelled yet. */
final class HeartbeatInterval implements Type<Long> {
  @Override
  public Long read(Value value, String path, Reading reading) {
    if (value instanceof Value.Mapping) {
      if (reading.refusesUnmodelled()) {
        reading.wrong(value, path, "a policy is not modelled yet", "give an interval such as 200s");
      }
      return Types.NEVER;
    }
    Long ns = Types.or(Types.DURATION, "never", Types.NEVER).read(value, path, reading);
    if (ns != null && ns < 1_000_000_000L) {
      reading.wrong(value, path, "is out of bounds", "a heartbeat is at least 1s, or never");
      return null;
    }
    return ns;
  }

  @Override
  public ObjectNode schema() {
    return Types.or(Types.DURATION, "never", Types.NEVER).schema();
  }

  @Override
  public String describe() {
    return "an interval such as 200s, or never";
  }

  @Override
  public Optional<Units> units() {
    return Optional.of(Units.DURATION);
  }
}
