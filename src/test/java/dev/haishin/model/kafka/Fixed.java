package dev.haishin.model.kafka;

import dev.haishin.engine.Distribution;

/** Always the same value. */
record Fixed(long value) implements Distribution {

  @Override
  public long valueAt(long bits) {
    return value;
  }

  @Override
  public double mean() {
    return value;
  }

  @Override
  public long least() {
    return value;
  }
}
