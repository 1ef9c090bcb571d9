package dev.haishin.scenario;

/** A duration; {@code auto} is not modelled yet. */
final class WarmupType implements Type<Long> {
  @Override
  public Long read(Value value, String path, Reading reading) {
    if (value instanceof Value.Scalar scalar && scalar.text().equals("auto")) {
      if (reading.refusesUnmodelled()) {
        reading.wrong(value, path, "'auto' is not modelled yet", "give a duration");
      }
      return 0L;
    }
    return Types.DURATION.read(value, path, reading);
  }

  @Override
  public String describe() {
    return Types.DURATION.describe();
  }
}
