package dev.haishin.experiment.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Judgement;
import dev.haishin.results.Reading;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of a trial: a line of JSON that holds every double exactly.
 *
 * @param key which trial it is of
 * @param metrics every figure of the summary that is known, in canonical units, by its text
 * @param expected what was read of each expectation, by its path
 * @param differencePairs pairs by which the ledger is off
 * @param balanced whether the ledger is right
 * @param eventsDigest hash of the course of events, in hexadecimal
 */
public record StoredTrial(
    Key key,
    SortedMap<String, Double> metrics,
    SortedMap<String, Reading> expected,
    long differencePairs,
    boolean balanced,
    String eventsDigest) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper READER = new ObjectMapper();

  /** Seventeen significant digits tell every double from its neighbours. */
  private static final MathContext EXACT = new MathContext(17, RoundingMode.HALF_EVEN);

  /** Copies what could change. */
  public StoredTrial {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
  }

  /** What tells trials of one scenario apart. */
  public record Key(String variant, List<String> settings, int replication) {
    /** Copies the list. */
    public Key {
      settings = List.copyOf(settings);
    }

    /** The key of a trial. */
    public static Key of(Trial trial) {
      return new Key(trial.variant(), trial.settings(), trial.replication());
    }
  }

  /** What is kept of a trial that ended. */
  public static StoredTrial of(TrialResult result) {
    SortedMap<String, Reading> expected = new TreeMap<>();
    for (Judgement judgement : result.judgements()) {
      expected.put(judgement.expectation().path(), judgement.reading());
    }
    return new StoredTrial(
        Key.of(result.trial()),
        result.metrics(),
        expected,
        result.ledger().differencePairs(),
        result.ledger().isBalanced(),
        HexFormat.of().toHexDigits(result.eventsDigest()));
  }

  /**
   * What it says of a figure: of an expectation by its path, of any other by its text.
   *
   * @param text of an expectation or of a query
   */
  public Reading value(String text) {
    Reading reading = expected.get(text);
    if (reading != null) {
      return reading;
    }
    Double value = metrics.get(text);
    return value == null ? Reading.unknown("not known of this run") : Reading.of(value);
  }

  /** The line. */
  public String text() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("variant", key.variant());
      json.writeArrayFieldStart("settings");
      for (String setting : key.settings()) {
        json.writeString(setting);
      }
      json.writeEndArray();
      json.writeNumberField("replication", key.replication());
      json.writeNumberField("ledger-off-by", differencePairs);
      json.writeBooleanField("balanced", balanced);
      json.writeStringField("events-digest", eventsDigest);
      json.writeObjectFieldStart("expected");
      for (var entry : expected.entrySet()) {
        json.writeFieldName(entry.getKey());
        write(json, entry.getValue());
      }
      json.writeEndObject();
      json.writeObjectFieldStart("metrics");
      for (var entry : metrics.entrySet()) {
        json.writeFieldName(entry.getKey());
        json.writeNumber(exact(entry.getValue()));
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** The trial of a line; empty where the line is of another format. */
  public static Optional<StoredTrial> read(String line) {
    try {
      JsonNode json = READER.readTree(line);
      List<String> settings = new ArrayList<>();
      json.required("settings").forEach(setting -> settings.add(setting.textValue()));
      SortedMap<String, Reading> expected = new TreeMap<>();
      json.required("expected")
          .properties()
          .forEach(entry -> expected.put(entry.getKey(), reading(entry.getValue())));
      SortedMap<String, Double> metrics = new TreeMap<>();
      json.required("metrics")
          .properties()
          .forEach(entry -> metrics.put(entry.getKey(), entry.getValue().doubleValue()));
      Key key =
          new Key(
              json.required("variant").textValue(),
              settings,
              json.required("replication").intValue());
      return Optional.of(
          new StoredTrial(
              key,
              metrics,
              expected,
              json.required("ledger-off-by").longValue(),
              json.required("balanced").booleanValue(),
              json.required("events-digest").textValue()));
    } catch (JsonProcessingException | IllegalArgumentException | NullPointerException other) {
      return Optional.empty();
    }
  }

  private static void write(JsonGenerator json, Reading reading) throws IOException {
    if (reading.isKnown()) {
      json.writeNumber(exact(reading.value().getAsDouble()));
    } else {
      json.writeString(reading.reason());
    }
  }

  private static Reading reading(JsonNode node) {
    return node.isNumber() ? Reading.of(node.doubleValue()) : Reading.unknown(node.textValue());
  }

  private static String exact(double value) {
    return new BigDecimal(value).round(EXACT).toString();
  }
}
