package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

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
  public ObjectNode schema() {
    return SchemaPiece.either(Types.DURATION.schema(), SchemaPiece.words(List.of("auto")));
  }

  @Override
  public String describe() {
    return Types.DURATION.describe() + ", or auto";
  }
}
