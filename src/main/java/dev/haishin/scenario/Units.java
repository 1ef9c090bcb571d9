package dev.haishin.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, exactly: the scale factors of each quantity by unit. */
enum Units {
  DURATION("a duration such as 250us, 40ms, 1.5s, 10m, 24h or 7d") {
    @Override
    void define(Map<String, BigDecimal> units) {
      long[] ns = {1, 1_000, 1_000_000, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L};
      String[] names = {"ns", "us", "ms", "s", "m", "h"};
      for (int i = 0; i < ns.length; i++) {
        units.put(names[i], BigDecimal.valueOf(ns[i]));
      }
      units.put("d", BigDecimal.valueOf(86_400_000_000_000L));
    }
  },

  COUNT("a count such as 480, 4.5k, 96M or 1_000") {
    @Override
    void define(Map<String, BigDecimal> units) {
      units.put("", BigDecimal.ONE);
      units.put("k", BigDecimal.valueOf(1_000));
      units.put("M", BigDecimal.valueOf(1_000_000));
      units.put("G", BigDecimal.valueOf(1_000_000_000));
    }
  },

  SIZE("a size such as 512B, 16KiB, 1MB or 4GiB") {
    @Override
    void define(Map<String, BigDecimal> units) {
      units.put("B", BigDecimal.ONE);
      String[] decimal = {"kB", "MB", "GB", "TB"};
      String[] binary = {"KiB", "MiB", "GiB", "TiB"};
      for (int i = 0; i < decimal.length; i++) {
        units.put(decimal[i], BigDecimal.valueOf(1_000).pow(i + 1));
        units.put(binary[i], BigDecimal.valueOf(1_024).pow(i + 1));
      }
    }
  },

  BANDWIDTH("a bandwidth such as 10Gbps, 800Mbps or 10MB/s") {
    @Override
    void define(Map<String, BigDecimal> units) {
      units.put("kbps", BigDecimal.valueOf(125));
      units.put("Mbps", BigDecimal.valueOf(125_000));
      units.put("Gbps", BigDecimal.valueOf(125_000_000));
      units.put("kB/s", BigDecimal.valueOf(1_000));
      units.put("MB/s", BigDecimal.valueOf(1_000_000));
      units.put("GB/s", BigDecimal.valueOf(1_000_000_000));
    }
  },

  FRACTION("a fraction such as 40% or 0.4") {
    @Override
    void define(Map<String, BigDecimal> units) {
      units.put("", BigDecimal.ONE);
      units.put("%", new BigDecimal("0.01"));
    }
  },

  RATE("a rate such as 82k/s, 600k/min or 60/h") {
    @Override
    void define(Map<String, BigDecimal> units) {
      String[] multiples = {"", "k", "M"};
      for (int i = 0; i < multiples.length; i++) {
        BigDecimal factor = BigDecimal.valueOf(1_000).pow(i);
        units.put(multiples[i] + "/s", factor);
        units.put(
            multiples[i] + "/min", factor.divide(BigDecimal.valueOf(60), MathContext.DECIMAL128));
        units.put(
            multiples[i] + "/h", factor.divide(BigDecimal.valueOf(3_600), MathContext.DECIMAL128));
        units.put(
            multiples[i] + "/d", factor.divide(BigDecimal.valueOf(86_400), MathContext.DECIMAL128));
      }
    }
  },

  FACTOR("a factor such as x3 or 0.5") {
    @Override
    void define(Map<String, BigDecimal> units) {
      units.put("", BigDecimal.ONE);
    }
  },

  MONEY("money such as 0.06 USD or 1.2M USD") {
    @Override
    void define(Map<String, BigDecimal> units) {
      units.put("USD", BigDecimal.ONE);
      units.put("k USD", BigDecimal.valueOf(1_000));
      units.put("M USD", BigDecimal.valueOf(1_000_000));
    }
  },

  HOURLY_PRICE("a price an hour such as 0.45 USD/h") {
    @Override
    void define(Map<String, BigDecimal> units) {
      units.put("USD/h", BigDecimal.ONE);
    }
  },

  TRAFFIC_PRICE("a price of traffic such as 0.09 USD/GB") {
    @Override
    void define(Map<String, BigDecimal> units) {
      units.put("USD/GB", BigDecimal.ONE);
    }
  },

  STORAGE_PRICE("a price of kept data such as 0.03 USD/GB-month") {
    @Override
    void define(Map<String, BigDecimal> units) {
      units.put("USD/GB-month", BigDecimal.ONE);
    }
  };

  /** No quantity is written longer; it bounds the work of reading one. */
  private static final int MOST_CHARACTERS = 64;

  /** Canonical values stay below it, so that a sum of two still fits a long. */
  private static final BigDecimal BOUND = BigDecimal.valueOf(4_000_000_000_000_000_000L);

  /** Fifty years: sums of a few durations fit, and each is shorter than "never". */
  private static final BigDecimal LONGEST = BigDecimal.valueOf(1_577_880_000_000_000_000L);

  private static final Pattern NUMBER =
      Pattern.compile("([+-]?[0-9][0-9_]*(?:\\.[0-9_]+)?(?:e[+-]?[0-9]{1,2})?)\\s*(.*)");

  private final String example;
  private final Map<String, BigDecimal> factors = new LinkedHashMap<>();

  Units(String example) {
    this.example = example;
    define(factors);
  }

  /** What fits, for messages. */
  String example() {
    return example;
  }

  /** The values that {@link #example} names. */
  List<String> examples() {
    return List.of(example.replaceFirst(".* such as ", "").split(", | or "));
  }

  /** A regular expression, as JSON Schema knows them, that every legible text matches. */
  String pattern() {
    String units = String.join("|", factors.keySet());
    String start = this == FACTOR ? "x? ?" : "";
    return start + "[+]?[0-9][0-9_]*(\\.[0-9_]+)?(e[+-]?[0-9]{1,2})?\\s*(" + units + ")";
  }

  abstract void define(Map<String, BigDecimal> units);

  /** How many canonical units a unit stands for; empty where this quantity does not have it. */
  Optional<BigDecimal> factor(String unit) {
    return Optional.ofNullable(factors.get(unit));
  }

  /** The units of a metric's answer, as {@link MetricCatalog#unitOf} names them. */
  static Units ofMetric(String unit) {
    return switch (unit) {
      case "DURATION" -> DURATION;
      case "FRACTION" -> FRACTION;
      case "BYTES" -> SIZE;
      case "PER_SECOND" -> RATE;
      case "BYTES_PER_SECOND" -> BANDWIDTH;
      case "USD" -> MONEY;
      default -> COUNT;
    };
  }

  /** A canonical value as a file would write it. */
  String text(BigDecimal canonical) {
    Map.Entry<String, BigDecimal> unit = factors.entrySet().iterator().next();
    String number =
        canonical
            .divide(unit.getValue(), MathContext.DECIMAL64)
            .stripTrailingZeros()
            .toPlainString();
    boolean spaced = unit.getKey().startsWith("USD");
    return number + (spaced ? " " : "") + unit.getKey();
  }

  /** The exact canonical value, or null with the reason told. */
  BigDecimal parse(String text, Consumer<String> wrong) {
    if (text.length() > MOST_CHARACTERS) {
      wrong.accept("is too long for " + example);
      return null;
    }
    String number = this == FACTOR && text.startsWith("x") ? text.substring(1) : text;
    Matcher matcher = NUMBER.matcher(number.strip());
    if (!matcher.matches()) {
      wrong.accept("'" + text + "' is not " + example);
      return null;
    }
    BigDecimal factor = factors.get(matcher.group(2).strip());
    if (factor == null) {
      String unit = matcher.group(2).strip();
      wrong.accept(
          unit.isEmpty()
              ? "'" + text + "' has no unit"
              : "'" + unit + "' is no unit of " + example.split(" such")[0]);
      return null;
    }
    BigDecimal value = new BigDecimal(matcher.group(1).replace("_", "")).multiply(factor);
    if (value.abs().compareTo(this == DURATION ? LONGEST : BOUND) > 0) {
      wrong.accept("'" + text + "' is out of all bounds");
      return null;
    }
    return value;
  }
}
