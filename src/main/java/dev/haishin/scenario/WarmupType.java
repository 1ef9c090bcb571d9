package dev.haishin.scenario;

/** A duration, or {@code auto}: as long as it takes. */
final class WarmupType implements Type<Long> {
  /** Stands for {@code auto}. */
  static final long AUTO = -1;

  @Override
  public Long read(Value value, String path, Reading reading) {
    if (value instanceof Value.Scalar scalar && scalar.text().equals("auto")) {
      return AUTO;
    }
    return Types.DURATION.read(value, path, reading);
  }

  @Override
  public String describe() {
    return Types.DURATION.describe() + ", or auto";
  }
}
