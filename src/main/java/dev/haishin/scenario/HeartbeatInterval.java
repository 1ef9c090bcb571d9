package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A fixed interval, {@code never}, or the adaptive policy with its bounds. */
final class HeartbeatInterval implements Type<HeartbeatSpec> {
  private static final Type<Long> INTERVAL =
      Types.bounded(
          Types.DURATION, ns -> ns >= 1_000_000_000L && ns <= 28_800_000_000_000L, "1s to 8h");
  private static final Type<Long> STEP =
      Types.bounded(Types.DURATION, ns -> ns >= 1_000_000L, "at least 1ms");
  private static final Key<String> POLICY =
      Key.required("policy", Types.oneOf("adaptive"), "each client looks for its interval");
  private static final Key<Long> MIN =
      Key.of("min", INTERVAL, "270s", "P14", "V2", "the first interval");
  private static final Key<Long> MAX =
      Key.of("max", INTERVAL, "590s", "P14", "V2", "the longest interval");
  private static final Key<Long> STEP_KEY =
      Key.of("step", STEP, "60s", "P14", "V2", "by which it grows while beats are answered");
  static final SectionType POLICY_TYPE = new SectionType(POLICY, MIN, MAX, STEP_KEY);

  @Override
  public HeartbeatSpec read(Value value, String path, Reading reading) {
    if (value instanceof Value.Mapping) {
      return adaptive(value, path, reading);
    }
    Long ns = Types.or(Types.DURATION, "never", Types.NEVER).read(value, path, reading);
    if (ns != null && ns < 1_000_000_000L) {
      reading.wrong(value, path, "is out of bounds", "a heartbeat is at least 1s, or never");
      return null;
    }
    return ns == null ? null : HeartbeatSpec.every(ns);
  }

  @Override
  public ObjectNode schema() {
    return Types.or(Types.DURATION, "never", Types.NEVER).schema();
  }

  @Override
  public String describe() {
    return "an interval such as 200s, never, or {policy: adaptive, min: 270s, max: 590s, step: 60s}";
  }

  @Override
  public Optional<Units> units() {
    return Optional.of(Units.DURATION);
  }

  private static HeartbeatSpec adaptive(Value value, String path, Reading reading) {
    Section section = POLICY_TYPE.read(value, path, reading);
    boolean isWhole =
        section != null
            && section.find(POLICY).isPresent()
            && section.find(MIN).isPresent()
            && section.find(MAX).isPresent()
            && section.find(STEP_KEY).isPresent();
    if (!isWhole) {
      return null;
    }
    if (section.get(MIN) > section.get(MAX)) {
      reading.wrong(value, path, "has a min above its max", "min may be as long as max");
      return null;
    }
    return new HeartbeatSpec(section.get(MIN), section.get(MAX), section.get(STEP_KEY));
  }
}
