package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The scalar types of the language. */
final class Types {
  /** A duration that never ends. */
  static final long NEVER = Long.MAX_VALUE / 4;

  static final Type<Long> DURATION = whole(Units.DURATION);
  static final Type<Long> COUNT = whole(Units.COUNT);
  static final Type<Long> SIZE = whole(Units.SIZE);
  static final Type<Double> RATE = real(Units.RATE);
  static final Type<Double> BANDWIDTH = real(Units.BANDWIDTH);
  static final Type<Double> FACTOR = real(Units.FACTOR);
  static final Type<Double> MONEY = real(Units.MONEY);
  static final Type<Double> HOURLY_PRICE = real(Units.HOURLY_PRICE);
  static final Type<Double> TRAFFIC_PRICE = real(Units.TRAFFIC_PRICE);
  static final Type<Double> STORAGE_PRICE = real(Units.STORAGE_PRICE);
  static final Type<Law> DURATION_LAW = law(Units.DURATION);
  static final Type<Law> SIZE_LAW = law(Units.SIZE);
  static final Type<Law> COUNT_LAW = law(Units.COUNT);

  static final Type<Double> FRACTION =
      quantity(
          Units.FRACTION,
          (text, wrong) -> {
            BigDecimal value = Units.FRACTION.parse(text, wrong);
            if (value == null) {
              return null;
            }
            if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
              wrong.accept("'" + text + "' is not between 0% and 100%");
              return null;
            }
            return value.doubleValue();
          });

  static final Type<String> TEXT = scalar("a text", SchemaPiece.text(), (text, wrong) -> text);

  static final Type<Boolean> FLAG =
      scalar(
          "true or false",
          SchemaPiece.words(List.of("true", "false", "yes", "no")),
          (text, wrong) ->
              switch (text) {
                case "true", "yes" -> Boolean.TRUE;
                case "false", "no" -> Boolean.FALSE;
                default -> {
                  wrong.accept("'" + text + "' is not true or false");
                  yield null;
                }
              });

  static final Type<Double> POPULARITY =
      scalar(
          "zipf(0.8) or uniform",
          SchemaPiece.text("^(uniform|zipf\\([0-9.]+\\))$"),
          (text, wrong) -> {
            if (text.equals("uniform")) {
              return 0.0;
            }
            boolean isZipf = text.startsWith("zipf(") && text.endsWith(")");
            BigDecimal exponent =
                isZipf ? Units.FACTOR.parse(text.substring(5, text.length() - 1), why -> {}) : null;
            if (exponent == null || exponent.signum() < 0 || exponent.doubleValue() > 5) {
              wrong.accept("'" + text + "' is no popularity");
              return null;
            }
            return exponent.doubleValue();
          });

  private Types() {}

  /** A type that may also be a word, which stands for a value. */
  static <T> Type<T> or(Type<T> type, String word, T value) {
    return new Type<>() {
      @Override
      public T read(Value given, String path, Reading reading) {
        boolean isWord = given instanceof Value.Scalar scalar && scalar.text().equals(word);
        return isWord ? value : type.read(given, path, reading);
      }

      @Override
      public ObjectNode schema() {
        return SchemaPiece.either(type.schema(), SchemaPiece.words(List.of(word)));
      }

      @Override
      public String describe() {
        return type.describe() + ", or " + word;
      }

      @Override
      public Optional<Units> units() {
        return type.units();
      }
    };
  }

  /** One of some words. */
  static Type<String> oneOf(String... words) {
    String all = String.join(", ", words);
    return scalar(
        "one of " + all,
        SchemaPiece.words(List.of(words)),
        (text, wrong) -> {
          if (List.of(words).contains(text)) {
            return text;
          }
          String nearest = Spelling.nearest(text, List.of(words));
          wrong.accept(
              "'"
                  + text
                  + "' is not one of "
                  + all
                  + (nearest == null ? "" : " (did you mean '" + nearest + "'?)"));
          return null;
        });
  }

  /** A whole number within bounds. */
  static Type<Long> between(Type<Long> type, long least, long most) {
    ObjectNode schema = SchemaPiece.between(type.schema(), least, most);
    return bounded(type, schema, value -> value >= least && value <= most, least + " to " + most);
  }

  /** A value that keeps a bound. */
  static <T> Type<T> bounded(Type<T> type, Predicate<T> keeps, String bound) {
    return bounded(type, type.schema(), keeps, bound);
  }

  /** The same with a schema that knows the bound. */
  static <T> Type<T> bounded(Type<T> type, ObjectNode schema, Predicate<T> keeps, String bound) {
    return new Type<>() {
      @Override
      public T read(Value given, String path, Reading reading) {
        T value = type.read(given, path, reading);
        if (value != null && !keeps.test(value)) {
          reading.wrong(
              given, path, "'" + text(given) + "' is out of bounds", "it must be " + bound);
          return null;
        }
        return value;
      }

      @Override
      public ObjectNode schema() {
        return schema.deepCopy();
      }

      @Override
      public String describe() {
        return type.describe() + "; " + bound;
      }

      @Override
      public Optional<Units> units() {
        return type.units();
      }
    };
  }

  /** A type read from text alone. */
  static <T> Type<T> scalar(String fits, ObjectNode schema, TextReader<T> reader) {
    return new Type<>() {
      @Override
      public T read(Value given, String path, Reading reading) {
        if (!(given instanceof Value.Scalar scalar)) {
          reading.wrong(given, path, "is " + given.kind(), "it takes " + fits);
          return null;
        }
        if (scalar.text().isEmpty()) {
          reading.wrong(given, path, "is empty", "it takes " + fits);
          return null;
        }
        return reader.read(
            scalar.text().strip(), why -> reading.wrong(given, path, why, "it takes " + fits));
      }

      @Override
      public ObjectNode schema() {
        return schema.deepCopy();
      }

      @Override
      public String describe() {
        return fits;
      }
    };
  }

  private static <T> Type<T> quantity(Units units, TextReader<T> reader) {
    Type<T> text = scalar(units.example(), SchemaPiece.quantity(units), reader);
    return new Type<>() {
      @Override
      public T read(Value given, String path, Reading reading) {
        return text.read(given, path, reading);
      }

      @Override
      public ObjectNode schema() {
        return text.schema();
      }

      @Override
      public String describe() {
        return text.describe();
      }

      @Override
      public Optional<Units> units() {
        return Optional.of(units);
      }
    };
  }

  private static Type<Long> whole(Units units) {
    return quantity(
        units,
        (text, wrong) -> {
          BigDecimal value = units.parse(text, wrong);
          if (value == null) {
            return null;
          }
          if (value.signum() < 0) {
            wrong.accept("'" + text + "' is negative");
            return null;
          }
          if (units == Units.COUNT && value.stripTrailingZeros().scale() > 0) {
            wrong.accept("'" + text + "' is no whole number");
            return null;
          }
          return value.setScale(0, RoundingMode.HALF_UP).longValueExact();
        });
  }

  private static Type<Double> real(Units units) {
    return quantity(
        units,
        (text, wrong) -> {
          BigDecimal value = units.parse(text, wrong);
          if (value == null) {
            return null;
          }
          if (value.signum() < 0) {
            wrong.accept("'" + text + "' is negative");
            return null;
          }
          return value.doubleValue();
        });
  }

  private static Type<Law> law(Units units) {
    String quantity = units.name().toLowerCase(Locale.ROOT);
    return new Type<>() {
      @Override
      public Law read(Value given, String path, Reading reading) {
        if (!(given instanceof Value.Scalar scalar) || scalar.text().isEmpty()) {
          reading.wrong(given, path, "is " + given.kind(), "it takes " + describe());
          return null;
        }
        LawReader laws =
            new LawReader(
                units, reading, why -> reading.wrong(given, path, why, "it takes " + describe()));
        return laws.read(scalar.text());
      }

      @Override
      public ObjectNode schema() {
        return SchemaPiece.law(units);
      }

      @Override
      public String describe() {
        return units.example() + ", or a distribution of a " + quantity;
      }

      @Override
      public Optional<Units> units() {
        return Optional.of(units);
      }
    };
  }

  private static String text(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text() : value.kind();
  }

  /** Reads text; null when it is wrong, with the reason told. */
  interface TextReader<T> {
    T read(String text, Consumer<String> wrong);
  }
}
