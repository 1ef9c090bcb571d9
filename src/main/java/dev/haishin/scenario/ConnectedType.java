package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code connected}: a share of the users, or a base with a shape. */
final class ConnectedType implements Type<ConnectedSpec> {
  private static final Key<Double> BASE =
      Key.required("base", Types.FRACTION, "share where the shape is x1");
  private static final Key<ShapeSpec> SHAPE =
      Key.required("shape", new ShapeReader(), "how it varies");
  private static final SectionType SHAPED = new SectionType(BASE, SHAPE);

  @Override
  public ConnectedSpec read(Value value, String path, Reading reading) {
    if (!(value instanceof Value.Mapping)) {
      Double share = Types.FRACTION.read(value, path, reading);
      return share == null ? null : new ConnectedSpec(share, new ShapeSpec.Constant());
    }
    Section section = SHAPED.read(value, path, reading);
    if (section == null || section.find(BASE).isEmpty() || section.find(SHAPE).isEmpty()) {
      return null;
    }
    if (section.get(SHAPE) instanceof ShapeSpec.Trace) {
      reading.wrong(
          value, path + ".shape", "a trace counts messages", "give daily or a list of surges");
      return null;
    }
    ConnectedSpec connected = new ConnectedSpec(section.get(BASE), section.get(SHAPE));
    if (connected.most() > 1) {
      reading.wrong(
          value,
          path,
          String.format(Locale.ROOT, "reaches %.0f%% of the users", 100 * connected.most()),
          String.format(
              Locale.ROOT,
              "give a base of %.0f%% at most",
              Math.floor(100 / connected.shape().most())));
      return null;
    }
    return connected;
  }

  @Override
  public ObjectNode schema() {
    return SchemaPiece.either(Types.FRACTION.schema(), SHAPED.schema());
  }

  @Override
  public String describe() {
    return Types.FRACTION.describe() + ", or {base, shape}";
  }

  @Override
  public Optional<Units> units() {
    return Optional.of(Units.FRACTION);
  }
}
