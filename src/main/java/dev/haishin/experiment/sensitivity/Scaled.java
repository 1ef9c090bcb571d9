package dev.haishin.experiment.sensitivity;

import dev.haishin.experiment.sweep.Amount;
import dev.haishin.scenario.Quantities.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a quantity a share below and above the one that it has. A count stays whole and
 * moves by at least one; a share stays within 100%. Of a distribution all quantities change
 * together, so that it keeps its form; one of counts has its parameters varied one by one.
 */
final class Scaled {
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  /** A number with a unit, not part of a word and no percentage: {@code 25ms} in p50=25ms. */
  private static final Pattern WITH_UNIT =
      Pattern.compile("(?<![A-Za-z0-9_.])([0-9][0-9_]*(?:\\.[0-9]+)?)([A-Za-z][A-Za-z/]*)");

  private static final Pattern PARAMETER =
      Pattern.compile("(?<![A-Za-z0-9_.])([a-z0-9.]+)=([0-9][0-9_]*(?:\\.[0-9]+)?)");

  private final BigDecimal share;

  /**
   * Values so far away.
   *
   * @param share of the value itself, above 0 and below 1
   */
  Scaled(BigDecimal share) {
    this.share = share;
  }

  /** What is varied of a quantity; nothing of a word, of zero and of a file. */
  List<Assumption> of(Quantity quantity) {
    String text = quantity.text();
    Optional<Amount> amount = Amount.read(text);
    if (amount.isPresent()) {
      return assumption(
          quantity,
          "",
          scaled(amount.get(), quantity, factor(-1)),
          scaled(amount.get(), quantity, factor(1)));
    }
    if (WITH_UNIT.matcher(text).find()) {
      return assumption(quantity, "", law(text, factor(-1)), law(text, factor(1)));
    }
    List<Assumption> parts = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(text);
    while (parameter.find()) {
      boolean whole = quantity.whole() && parameter.group(1).matches("min|max");
      Amount value = Amount.read(parameter.group(2)).orElseThrow();
      Quantity part = new Quantity(quantity.path(), parameter.group(2), whole, false);
      int start = parameter.start(2);
      int end = parameter.end(2);
      parts.addAll(
          assumption(
              quantity,
              parameter.group(1),
              scaled(value, part, factor(-1))
                  .map(v -> text.substring(0, start) + v + text.substring(end)),
              scaled(value, part, factor(1))
                  .map(v -> text.substring(0, start) + v + text.substring(end))));
    }
    return parts;
  }

  private static List<Assumption> assumption(
      Quantity quantity, String part, Optional<String> down, Optional<String> up) {
    return down.isEmpty() && up.isEmpty()
        ? List.of()
        : List.of(new Assumption(quantity.path(), part, quantity.text(), down, up));
  }

  private BigDecimal factor(int sign) {
    return BigDecimal.ONE.add(share.multiply(BigDecimal.valueOf(sign)));
  }

  private static Optional<String> scaled(Amount amount, Quantity quantity, BigDecimal factor) {
    BigDecimal value = amount.number().multiply(factor);
    if (quantity.whole()) {
      return whole(amount, factor);
    }
    if (quantity.share()) {
      value = value.min(BigDecimal.valueOf(amount.unit().isEmpty() ? 1 : 100));
    }
    value = value.round(DIGITS);
    return value.compareTo(amount.number()) == 0
        ? Optional.empty()
        : Optional.of(amount.with(value).text());
  }

  /** A count moves by one where its share is less; in plain digits, for not all of k are whole. */
  private static Optional<String> whole(Amount amount, BigDecimal factor) {
    Amount one = new Amount("", BigDecimal.ONE, "");
    BigDecimal count = amount.numberIn(one).orElseThrow();
    BigDecimal value = count.multiply(factor).setScale(0, RoundingMode.HALF_EVEN);
    if (value.compareTo(count) == 0) {
      value = count.add(BigDecimal.valueOf(factor.compareTo(BigDecimal.ONE)));
    }
    return count.signum() == 0 ? Optional.empty() : Optional.of(one.with(value).text());
  }

  private static Optional<String> law(String text, BigDecimal factor) {
    StringBuilder scaled = new StringBuilder();
    Matcher matcher = WITH_UNIT.matcher(text);
    while (matcher.find()) {
      BigDecimal value = new BigDecimal(matcher.group(1).replace("_", "")).multiply(factor);
      String shown = value.round(DIGITS).stripTrailingZeros().toPlainString() + matcher.group(2);
      matcher.appendReplacement(scaled, Matcher.quoteReplacement(shown));
    }
    matcher.appendTail(scaled);
    return scaled.toString().equals(text) ? Optional.empty() : Optional.of(scaled.toString());
  }
}
