package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code shape}: constant, daily, a list of surges, or trace(file.csv). */
final class ShapeReader implements Type<ShapeSpec> {
  private static final Key<Long> AT = Key.required("at", Types.DURATION, "when it begins");
  private static final Key<Double> RATE = Key.required("rate", Types.FACTOR, "factor at its top");
  private static final Key<Long> RAMP =
      Key.of("ramp", Types.DURATION, "0s", "language", "", "time to the top");
  private static final Key<Long> DECAY =
      Key.of("decay", Types.DURATION, "0s", "language", "", "time back to x1; 0s stays");
  private static final ListOf SURGES = new ListOf(new SectionType(AT, RATE, RAMP, DECAY));

  @Override
  public ShapeSpec read(Value value, String path, Reading reading) {
    if (value instanceof Value.Listing) {
      return surges(value, path, reading);
    }
    String text = Types.TEXT.read(value, path, reading);
    if (text == null) {
      return null;
    }
    if (text.equals("constant")) {
      return new ShapeSpec.Constant();
    }
    if (text.equals("daily")) {
      return new ShapeSpec.Daily();
    }
    if (text.startsWith("trace(") && text.endsWith(")")) {
      return trace(text.substring(6, text.length() - 1).strip(), value, path, reading);
    }
    reading.wrong(value, path, "'" + text + "' is no shape", "it takes " + describe());
    return null;
  }

  @Override
  public ObjectNode schema() {
    return SchemaPiece.either(
        SchemaPiece.text("^(constant|daily|trace\\(.+\\))$"), SURGES.schema());
  }

  @Override
  public String describe() {
    return "constant, daily, trace(file.csv) or a list of {at, rate, ramp, decay}";
  }

  private static ShapeSpec surges(Value value, String path, Reading reading) {
    List<ShapeSpec.Surge> surges = new ArrayList<>();
    for (Section section : SURGES.read(value, path, reading)) {
      if (section.find(AT).isPresent() && section.find(RATE).isPresent()) {
        surges.add(
            new ShapeSpec.Surge(
                section.get(AT),
                section.get(RATE),
                section.find(RAMP).orElse(0L),
                section.find(DECAY).orElse(0L)));
      }
    }
    for (int i = 1; i < surges.size(); i++) {
      if (surges.get(i).atNs() < surges.get(i - 1).atNs()) {
        reading.wrong(value, path, "surges are out of order", "list them by their 'at'");
      }
    }
    return new ShapeSpec.Surges(List.copyOf(surges));
  }

  private static ShapeSpec trace(String file, Value value, String path, Reading reading) {
    List<String> lines =
        EmpiricalFile.lines(
            file,
            reading.folder(),
            why -> reading.wrong(value, path, why, "lines are 'seconds,messages a second'"));
    if (lines == null) {
      return null;
    }
    long[] atNs = new long[lines.size()];
    double[] perSecond = new double[lines.size()];
    for (int i = 0; i < atNs.length; i++) {
      String[] cells = lines.get(i).split(",", -1);
      BigDecimal at = cells.length == 2 ? number(cells[0]) : null;
      BigDecimal rate = cells.length == 2 ? number(cells[1]) : null;
      boolean ordered = at != null && (i == 0 || at.doubleValue() * 1e9 >= atNs[i - 1]);
      if (at == null || rate == null || rate.signum() < 0 || !ordered) {
        if (i == 0 && lines.size() > 1 && cells.length == 2) {
          atNs[0] = 0;
          continue; // A header.
        }
        reading.wrong(
            value,
            path,
            "'" + file + "', line " + (i + 1) + " is not 'seconds,messages a second' in order",
            "give numbers, times rising");
        return null;
      }
      atNs[i] = Math.round(at.doubleValue() * 1e9);
      perSecond[i] = rate.doubleValue();
    }
    return new ShapeSpec.Trace(atNs, perSecond);
  }

  private static BigDecimal number(String text) {
    return Units.FACTOR.parse(text.strip(), why -> {});
  }
}
