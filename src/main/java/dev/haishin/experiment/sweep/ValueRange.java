package dev.haishin.experiment.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evenly spaced values: {@code 10..100 step 10}, where each is the last plus the step and none is
 * beyond the end, or {@code 1..1000 log 3}, where each is the last times the same factor, so many a
 * decade (one where nothing is said), rounded to three digits, and both ends are among them. Whole
 * bare ends give whole values. Values have the unit of the first end.
 */
final class ValueRange {
  /** More values of one path are a slip of the pen. */
  static final int MOST_VALUES = 10_000;

  private static final String EXAMPLE = "write 10ms..100ms step 10ms, or 1..1000 log 3";
  private static final int MOST_A_DECADE = 100;
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final Pattern RANGE =
      Pattern.compile("(.+?)\\.\\.(.+?)(?:\\s+step\\s+(.+)|\\s+(log)(?:\\s+([0-9]{1,9}))?)?");

  private final Amount low;
  private final Amount high;
  private final BigDecimal end;

  private ValueRange(Amount low, Amount high, BigDecimal end) {
    this.low = low;
    this.high = high;
    this.end = end;
  }

  /** Whether a text is written as a range, however wrong: two numbers with two dots between. */
  static boolean isRange(String text) {
    Matcher matcher = RANGE.matcher(text);
    return matcher.matches() && Amount.read(matcher.group(1)).isPresent();
  }

  /** The values of a range in ascending order; none when it is wrong, with the reason told. */
  static List<String> values(String text, Consumer<String> wrong) {
    Matcher matcher = RANGE.matcher(text);
    Optional<Amount> low = matcher.matches() ? Amount.read(matcher.group(1)) : Optional.empty();
    Optional<Amount> high = low.isPresent() ? Amount.read(matcher.group(2)) : Optional.empty();
    if (high.isEmpty()) {
      wrong.accept("'" + text + "' is no range; " + EXAMPLE);
      return List.of();
    }
    Optional<BigDecimal> end = high.get().numberIn(low.get());
    if (end.isEmpty()) {
      wrong.accept("'" + text + "' has ends of different kinds; " + EXAMPLE);
      return List.of();
    }
    if (end.get().compareTo(low.get().number()) < 0) {
      wrong.accept("'" + text + "' ends before it begins; write the lesser end first");
      return List.of();
    }
    ValueRange range = new ValueRange(low.get(), high.get(), end.get());
    if (matcher.group(3) != null) {
      return range.stepped(text, matcher.group(3), wrong);
    }
    if (matcher.group(4) != null) {
      return range.logarithmic(text, matcher.group(5), wrong);
    }
    wrong.accept("'" + text + "' does not say how far apart its values are; " + EXAMPLE);
    return List.of();
  }

  private List<String> stepped(String text, String stepText, Consumer<String> wrong) {
    Optional<BigDecimal> step = Amount.read(stepText).flatMap(amount -> amount.numberIn(low));
    if (step.isEmpty() || step.get().signum() <= 0) {
      wrong.accept(
          "'"
              + stepText
              + "' is no step from "
              + low.text()
              + "; write a positive one in its unit");
      return List.of();
    }
    BigDecimal steps =
        end.subtract(low.number())
            .divide(step.get(), MathContext.DECIMAL128)
            .setScale(0, RoundingMode.FLOOR);
    if (steps.compareTo(BigDecimal.valueOf(MOST_VALUES)) >= 0) {
      wrong.accept("'" + text + "' has more than " + MOST_VALUES + " values; write a longer step");
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i <= steps.intValueExact(); i++) {
      BigDecimal offset = step.get().multiply(BigDecimal.valueOf(i));
      values.add(low.with(low.number().add(offset).round(MathContext.DECIMAL64)).text());
    }
    return values;
  }

  private List<String> logarithmic(String text, String perDecadeText, Consumer<String> wrong) {
    int perDecade = perDecadeText == null ? 1 : Integer.parseInt(perDecadeText);
    if (perDecade < 1 || perDecade > MOST_A_DECADE) {
      wrong.accept("'" + text + "' asks for " + perDecade + " values a decade; 1 to 100");
      return List.of();
    }
    if (low.number().signum() <= 0) {
      wrong.accept("'" + text + "' begins at " + low.text() + "; a log range begins above zero");
      return List.of();
    }
    boolean whole = low.isBareWhole() && high.isBareWhole();
    List<String> values = new ArrayList<>();
    values.add(low.text());
    BigDecimal last = low.number();
    for (int i = 1; last.compareTo(end) < 0; i++) {
      BigDecimal factor = BigDecimal.valueOf(StrictMath.pow(10, (double) i / perDecade));
      BigDecimal value = low.number().multiply(factor).round(THREE_DIGITS);
      value = whole ? value.setScale(0, RoundingMode.HALF_EVEN) : value;
      if (value.compareTo(end) >= 0) {
        values.add(high.text());
        return values;
      }
      if (value.compareTo(last) > 0) {
        values.add(low.with(value).text());
        last = value;
      }
    }
    return values;
  }
}
