package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code uncertain}: paths of single quantities with the laws of their values. */
final class UncertainReader {
  /** What they would change is not an assumption about the world. */
  private static final List<String> FIXED = List.of("seed", "scale", "duration", "warmup");

  /** Where a law is tried: near its low end, in its middle, near its high end. */
  private static final double[] TRIED = {0.001, 0.5, 0.999};

  private static final double STEPS = 0x1.0p53;

  private final Reading reading;

  UncertainReader(Reading reading) {
    this.reading = reading;
  }

  List<UncertainSpec> read(Value value) {
    List<UncertainSpec> specs = new ArrayList<>();
    if (value == null || value instanceof Value.Scalar scalar && scalar.text().isEmpty()) {
      return specs;
    }
    if (!(value instanceof Value.Mapping mapping)) {
      reading.wrong(
          value, "uncertain", "is " + value.kind(), "it takes a map of path: distribution");
      return specs;
    }
    mapping.duplicates().forEach(this::read);
    for (Value.Entry entry : mapping.entries().values()) {
      read(entry).ifPresent(specs::add);
    }
    return specs;
  }

  private Optional<UncertainSpec> read(Value.Entry entry) {
    String path = "uncertain." + entry.key();
    Type<?> type = Language.typeAt(entry.key()).orElse(null);
    Units units = type == null ? null : type.units().orElse(null);
    if (units == null || FIXED.contains(entry.key())) {
      reading
          .problems()
          .add(
              entry.keyPosition(),
              path,
              type == null ? "is no path of a scenario" : "is nothing to be uncertain of",
              "name a single quantity, such as gateways.frame-out-cost");
      return Optional.empty();
    }
    if (!(entry.value() instanceof Value.Scalar scalar)) {
      reading.wrong(entry.value(), path, "is " + entry.value().kind(), right(units));
      return Optional.empty();
    }
    long stepsAUnit = UncertainSpec.stepsAUnit(units);
    LawReader laws =
        new LawReader(
            units,
            stepsAUnit,
            reading,
            why -> reading.wrong(entry.value(), path, why, right(units)));
    Law law = laws.read(scalar.text());
    if (law == null) {
      return Optional.empty();
    }
    UncertainSpec spec = new UncertainSpec(entry.key(), units, law.distribution(), stepsAUnit);
    return fits(spec, type, entry.value()) ? Optional.of(spec) : Optional.empty();
  }

  /** Whether values of the law may stand at its path; says so of the first that may not. */
  private boolean fits(UncertainSpec spec, Type<?> type, Value law) {
    for (double at : TRIED) {
      long bits = (long) (at * STEPS) << 11;
      Value drawn = new Value.Scalar(law.position(), spec.valueAt(bits));
      if (type.read(drawn, "uncertain." + spec.path(), reading) == null) {
        return false;
      }
    }
    return true;
  }

  private static String right(Units units) {
    return "it takes a distribution of " + units.example();
  }
}
