package dev.haishin.scenario;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * Reads the distributions of one quantity: {@code exp(1ms)}, {@code lognormal(p50=25ms p99=180ms)},
 * …
 */
final class LawReader {
  private static final Pattern CALL = Pattern.compile("([a-z]+)\\((.*)\\)");
  private static final Pattern WEIGHTED = Pattern.compile("([0-9.]+%)\\s*:(.*)");
  private static final String KNOWN =
      "known are a plain value, exp, uniform, lognormal, gamma, pareto, powerlaw, empirical, mix,"
          + " shift and never";

  /** Bounds the depth of laws within laws. */
  private static final int MOST_CHARACTERS = 1_000;

  private static final BigDecimal MOST_STEPS = BigDecimal.valueOf(Long.MAX_VALUE / 2);

  private final Units units;
  private final BigDecimal stepsAUnit;
  private final Reading reading;
  private final Consumer<String> wrong;
  private boolean failed;

  LawReader(Units units, Reading reading, Consumer<String> wrong) {
    this(units, 1, reading, wrong);
  }

  /** Of quantities that are not whole: a distribution holds them in so many steps a unit. */
  LawReader(Units units, long stepsAUnit, Reading reading, Consumer<String> wrong) {
    this.units = units;
    this.stepsAUnit = BigDecimal.valueOf(stepsAUnit);
    this.reading = reading;
    this.wrong = wrong;
  }

  /** The law, or null with the reason told. */
  Law read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      fail("a distribution longer than " + MOST_CHARACTERS + " characters; put it into a file");
      return null;
    }
    Distribution distribution = distribution(text.strip());
    if (failed || distribution == null) {
      return null;
    }
    return new Law(text.strip(), distribution, !CALL.matcher(text.strip()).matches());
  }

  private Distribution distribution(String text) {
    if (text.equals("never")) {
      return Distributions.never();
    }
    Matcher call = CALL.matcher(text);
    try {
      if (!call.matches()) {
        Long value = quantity(text);
        return value == null ? null : Distributions.fixed(value);
      }
      return called(call.group(1), split(call.group(2)));
    } catch (IllegalArgumentException outOfBounds) {
      return fail(outOfBounds.getMessage());
    }
  }

  private Distribution called(String name, List<String> arguments) {
    return switch (name) {
      case "exp" -> exponential(arguments);
      case "uniform" -> uniform(arguments);
      case "lognormal" -> lognormal(named(arguments));
      case "gamma" -> gamma(named(arguments));
      case "pareto" -> pareto(named(arguments));
      case "powerlaw" -> powerlaw(named(arguments));
      case "empirical" -> new EmpiricalFile(units, stepsAUnit, reading, this::fail).read(arguments);
      case "mix" -> mix(arguments);
      case "shift" -> shift(arguments);
      default -> fail("'" + name + "' is no distribution; " + KNOWN);
    };
  }

  private Distribution exponential(List<String> arguments) {
    if (arguments.size() != 1) {
      return fail("exp takes its mean: exp(1ms)");
    }
    Double mean = positive(arguments.get(0));
    return failed ? null : Distributions.exponential(mean);
  }

  private Distribution uniform(List<String> arguments) {
    if (arguments.size() != 2) {
      return fail("uniform takes two ends: uniform(1ms 3ms)");
    }
    Long low = quantity(arguments.get(0));
    Long high = quantity(arguments.get(1));
    if (low == null || high == null) {
      return null;
    }
    return low <= high ? Distributions.uniform(low, high) : fail("uniform's ends are swapped");
  }

  private Distribution lognormal(Map<String, String> arguments) {
    List<double[]> points = new ArrayList<>();
    Double mean = null;
    Double cv = null;
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      String name = argument.getKey();
      if (name.matches("p(50|90|95|99)")) {
        Long value = quantity(argument.getValue());
        double p = Integer.parseInt(name.substring(1)) / 100.0;
        points.add(new double[] {quantile(p), value == null ? 1 : log(value)});
      } else if (name.equals("mean")) {
        mean = positive(argument.getValue());
      } else if (name.equals("cv")) {
        cv = plain(argument.getValue());
      } else {
        return fail("lognormal has no '" + name + "'; it takes two of mean p50 p90 p95 p99 cv");
      }
    }
    if (failed || arguments.size() != 2) {
      return failed ? null : fail("lognormal takes two of mean p50 p90 p95 p99 cv");
    }
    double sigma = sigma(points, mean, cv);
    if (!(sigma >= 0)) {
      return fail("no lognormal has these: a higher percentile must be larger");
    }
    double mu =
        points.isEmpty()
            ? StrictMath.log(mean) - sigma * sigma / 2
            : points.get(0)[1] - points.get(0)[0] * sigma;
    return Distributions.lognormal(mu, sigma);
  }

  /** From two points, a coefficient of variation, or a mean and one point (the smaller root). */
  private static double sigma(List<double[]> points, Double mean, Double cv) {
    if (cv != null) {
      return StrictMath.sqrt(StrictMath.log1p(cv * cv));
    }
    if (points.size() == 2) {
      return (points.get(1)[1] - points.get(0)[1]) / (points.get(1)[0] - points.get(0)[0]);
    }
    double z = points.get(0)[0];
    double gap = StrictMath.log(mean) - points.get(0)[1];
    double root = z * z + 2 * gap;
    double smaller = z - StrictMath.sqrt(root);
    return smaller >= 0 ? smaller : z + StrictMath.sqrt(root);
  }

  private Distribution gamma(Map<String, String> arguments) {
    Double mean = null;
    Double cv = null;
    Double point = null;
    double p = 0;
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      String name = argument.getKey();
      if (name.equals("mean")) {
        mean = positive(argument.getValue());
      } else if (name.equals("cv")) {
        cv = plain(argument.getValue());
      } else if (name.matches("p(50|90|95|99)")) {
        point = positive(argument.getValue());
        p = Integer.parseInt(name.substring(1)) / 100.0;
      } else {
        return fail("gamma has no '" + name + "'; it takes two of mean p50 p90 p95 p99 cv");
      }
    }
    if (failed || arguments.size() != 2 || (cv == null && mean == null)) {
      return failed ? null : fail("gamma takes mean and cv, or one of them and a percentile");
    }
    if (cv == null) {
      cv = gammaCv(mean, point, p);
    }
    if (!(cv > 0.01 && cv < 10)) {
      return fail("no gamma distribution has these");
    }
    double shape = 1 / (cv * cv);
    if (mean == null) {
      mean = point / gammaQuantile(shape, 1 / shape, p);
    }
    return Distributions.gamma(shape, mean / shape);
  }

  /**
   * The coefficient of variation at which a gamma of this mean has this percentile, by bisection.
   */
  private static double gammaCv(double mean, double point, double p) {
    double low = 0.02;
    double high = 3;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      double shape = 1 / (middle * middle);
      if (gammaQuantile(shape, mean / shape, p) < point == p > 0.5) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double shape = 1 / (low * low);
    double reached = gammaQuantile(shape, mean / shape, p);
    return Math.abs(reached - point) < 1e-6 * point ? low : -1;
  }

  private static double gammaQuantile(double shape, double scale, double p) {
    return new GammaDistribution(null, shape, scale).inverseCumulativeProbability(p);
  }

  private Distribution pareto(Map<String, String> arguments) {
    Double min = required(arguments, "min", "pareto(min=1ms alpha=2.2)", true);
    Double alpha = required(arguments, "alpha", "pareto(min=1ms alpha=2.2)", false);
    return failed ? null : Distributions.pareto(min, alpha);
  }

  private Distribution powerlaw(Map<String, String> arguments) {
    String example = "powerlaw(alpha=2.3 min=3 max=500)";
    Double alpha = required(arguments, "alpha", example, false);
    Double min = required(arguments, "min", example, true);
    Double max = required(arguments, "max", example, true);
    if (failed) {
      return null;
    }
    if (min > max || max - min > 1e6) {
      return fail("powerlaw runs from min to max, at most a million values");
    }
    return Distributions.powerlaw(alpha, min.longValue(), max.longValue());
  }

  private Distribution mix(List<String> arguments) {
    double[] weights = new double[arguments.size()];
    Distribution[] parts = new Distribution[arguments.size()];
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      Matcher weighted = WEIGHTED.matcher(arguments.get(i));
      if (!weighted.matches()) {
        return fail("mix takes weighted parts: mix(20%:10m 80%:never)");
      }
      BigDecimal weight = Units.FRACTION.parse(weighted.group(1), this::fail);
      parts[i] = distribution(weighted.group(2).strip());
      if (failed || weight == null) {
        return null;
      }
      weights[i] = weight.doubleValue();
      sum += weights[i];
    }
    if (Math.abs(sum - 1) > 1e-9) {
      return fail("the weights of mix must add up to 100%");
    }
    return Distributions.mix(weights, parts);
  }

  private Distribution shift(List<String> arguments) {
    if (arguments.size() != 2) {
      return fail("shift takes a value and a distribution: shift(5ms exp(2ms))");
    }
    Long offset = quantity(arguments.get(0));
    Distribution shifted = distribution(arguments.get(1));
    return offset == null || shifted == null ? null : Distributions.shift(offset, shifted);
  }

  private Double required(
      Map<String, String> arguments, String name, String example, boolean isQuantity) {
    String text = arguments.get(name);
    if (text == null || arguments.size() != (example.startsWith("pareto") ? 2 : 3)) {
      fail("it is written " + example);
      return 1.0;
    }
    Double value = isQuantity ? positive(text) : plain(text);
    return value == null ? 1.0 : value;
  }

  private Double positive(String text) {
    Long value = quantity(text);
    if (value != null && value <= 0) {
      fail("'" + text + "' must be above 0");
    }
    return value == null ? null : (double) value;
  }

  private Double plain(String text) {
    BigDecimal value = Units.FACTOR.parse(text, this::fail);
    if (value != null && value.signum() <= 0) {
      fail("'" + text + "' must be above 0");
    }
    return value == null ? null : value.doubleValue();
  }

  private Long quantity(String text) {
    BigDecimal value = units.parse(text, this::fail);
    if (value == null) {
      return null;
    }
    if (value.signum() < 0) {
      fail("'" + text + "' is negative");
      return null;
    }
    BigDecimal steps = value.multiply(stepsAUnit).setScale(0, RoundingMode.HALF_UP);
    if (steps.compareTo(MOST_STEPS) > 0) {
      fail("'" + text + "' is out of all bounds");
      return null;
    }
    return steps.longValueExact();
  }

  private double log(long value) {
    if (value <= 0) {
      fail("a percentile of a lognormal must be above 0");
      return 1;
    }
    return StrictMath.log(value);
  }

  /** Quantiles of the standard normal law, to the last digit of a double. */
  private static double quantile(double p) {
    return p == 0.5
        ? 0
        : p == 0.9 ? 1.2815515655446004 : p == 0.95 ? 1.6448536269514722 : 2.3263478740408408;
  }

  private Map<String, String> named(List<String> arguments) {
    Map<String, String> named = new LinkedHashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        fail("'" + argument + "' must be written name=value");
      } else if (named.put(argument.substring(0, equals), argument.substring(equals + 1)) != null) {
        fail("'" + argument.substring(0, equals) + "' stands twice");
      }
    }
    return named;
  }

  /** Splits at blanks and commas outside of parentheses. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    StringBuilder part = new StringBuilder();
    for (char c : (text + " ").toCharArray()) {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && (c == ' ' || c == ',')) {
        if (!part.isEmpty()) {
          add(part.toString(), parts);
          part.setLength(0);
        }
      } else {
        part.append(c);
      }
    }
    if (!part.isEmpty()) {
      add(part.toString(), parts);
    }
    return parts;
  }

  /** Adds a part; the currency of a price stands apart from its number and belongs to it. */
  private static void add(String part, List<String> parts) {
    int last = parts.size() - 1;
    if (last >= 0 && part.startsWith("USD")) {
      parts.set(last, parts.get(last) + " " + part);
    } else {
      parts.add(part);
    }
  }

  private Distribution fail(String why) {
    if (!failed) {
      failed = true;
      wrong.accept(why);
    }
    return null;
  }
}
