package dev.haishin.experiment.size;

import dev.haishin.experiment.sweep.Amount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that one path may take, numbered in the order of capacity: step 0 has the least.
 *
 * @param path as in {@code --set}
 * @param low the least value
 * @param stride from one value to the next, in the unit of {@code low}
 * @param count of values, at least 1
 * @param most whether more of it is less capacity, so that the greatest value is wanted
 */
public record SizeRange(String path, Amount low, BigDecimal stride, int count, boolean most) {
  private static final int USUAL_STEPS = 100;
  private static final BigDecimal MOST_VALUES = BigDecimal.valueOf(1_000_000_000);
  private static final String EXAMPLE = "write 2..64, x1..x4 or 10ms..100ms step 10ms";
  private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+?)(?:\\s+step\\s+(.+))?");

  /** Paths of which more is less capacity, besides every {@code …-cost}. */
  private static final List<String> MORE_IS_LESS =
      List.of(
          "load",
          "gateways.connections-each",
          "gateways.bytes-per-connection",
          "redis.session-bytes",
          "traffic.messages.rate",
          "traffic.payload",
          "users",
          "connected");

  /** Whether more of a path is less capacity: load, and what a unit of work takes. */
  public static boolean isMoreLess(String path) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    return last.endsWith("-cost")
        || MORE_IS_LESS.contains(path)
        || (path.startsWith("regions.") && MORE_IS_LESS.contains(last));
  }

  /**
   * Reads {@code A..B} or {@code A..B step S}. Without a step a range of whole numbers has all of
   * them, any other one a hundred steps.
   *
   * @return empty when it is wrong, with the reason told
   */
  public static Optional<SizeRange> read(
      String path, String text, boolean most, Consumer<String> wrong) {
    Matcher matcher = RANGE.matcher(text.strip());
    Optional<Amount> low = matcher.matches() ? Amount.read(matcher.group(1)) : Optional.empty();
    Optional<BigDecimal> end =
        low.flatMap(from -> Amount.read(matcher.group(2)).flatMap(to -> to.numberIn(from)));
    if (end.isEmpty()) {
      wrong.accept("'" + text + "' is no range; " + EXAMPLE);
      return Optional.empty();
    }
    BigDecimal span = end.get().subtract(low.get().number());
    if (span.signum() <= 0) {
      wrong.accept("'" + text + "' does not go up; write the lesser end first");
      return Optional.empty();
    }
    Optional<BigDecimal> stride = stride(matcher.group(3), low.get(), end.get(), span);
    if (stride.isEmpty() || stride.get().signum() <= 0) {
      wrong.accept("'" + matcher.group(3) + "' is no step from " + low.get().text());
      return Optional.empty();
    }
    BigDecimal steps = span.divide(stride.get(), 0, RoundingMode.FLOOR);
    if (steps.compareTo(MOST_VALUES) >= 0) {
      wrong.accept("'" + text + "' has too many values; write a longer step");
      return Optional.empty();
    }
    return Optional.of(
        new SizeRange(path, low.get(), stride.get(), steps.intValueExact() + 1, most));
  }

  private static Optional<BigDecimal> stride(
      String text, Amount low, BigDecimal end, BigDecimal span) {
    if (text != null) {
      return Amount.read(text).flatMap(amount -> amount.numberIn(low));
    }
    boolean whole = low.isBareWhole() && end.stripTrailingZeros().scale() <= 0;
    return Optional.of(
        whole
            ? BigDecimal.ONE
            : span.divide(BigDecimal.valueOf(USUAL_STEPS), MathContext.DECIMAL64));
  }

  /** The range as it would be written, from the lesser end. */
  public String text() {
    String ends = value(most ? count - 1 : 0) + ".." + value(most ? 0 : count - 1);
    boolean plain = low.isBareWhole() && stride.compareTo(BigDecimal.ONE) == 0;
    return plain ? ends : ends + " step " + low.with(stride).text();
  }

  /** The value of a step, as a scenario writes it. */
  public String value(int step) {
    return low.with(number(step)).text();
  }

  /** The value of a step in the range's unit. */
  public BigDecimal number(int step) {
    if (step < 0 || step >= count) {
      throw new IndexOutOfBoundsException(path + " has no step " + step);
    }
    int place = most ? count - 1 - step : step;
    BigDecimal offset = stride.multiply(BigDecimal.valueOf(place));
    return low.number().add(offset).round(MathContext.DECIMAL64);
  }

  /** The value of a step as a change of the scenario. */
  public String setting(int step) {
    return path + "=" + value(step);
  }
}
