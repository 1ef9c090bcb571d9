package dev.haishin.results.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.StringWriter;
import java.util.OptionalDouble;

/** Builds one JSON document, always with the same spaces, line ends and digits. */
public final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  /** An object without fields. */
  public JsonText() throws IOException {
    json = JSON.createGenerator(text);
    DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(twoSpaces)
            .withArrayIndenter(twoSpaces));
    json.writeStartObject();
  }

  /** Begins a field that is an object. */
  public JsonText object(String name) throws IOException {
    json.writeObjectFieldStart(name);
    return this;
  }

  /** Begins a field that is an array. */
  public JsonText array(String name) throws IOException {
    json.writeArrayFieldStart(name);
    return this;
  }

  /** Begins an object inside an array. */
  public JsonText item() throws IOException {
    json.writeStartObject();
    return this;
  }

  /** Adds a text to an array. */
  public JsonText item(String value) throws IOException {
    json.writeString(value);
    return this;
  }

  /** Ends the object that was begun last. */
  public JsonText endObject() throws IOException {
    json.writeEndObject();
    return this;
  }

  /** Ends the array that was begun last. */
  public JsonText endArray() throws IOException {
    json.writeEndArray();
    return this;
  }

  /** Adds a text. */
  public JsonText put(String name, String value) throws IOException {
    json.writeStringField(name, value);
    return this;
  }

  /** Adds true or false. */
  public JsonText put(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
    return this;
  }

  /** Adds a whole number. */
  public JsonText put(String name, long value) throws IOException {
    json.writeNumberField(name, value);
    return this;
  }

  /** Adds a number to six significant digits. */
  public JsonText put(String name, double value) throws IOException {
    return number(name, Decimal.of(value));
  }

  /** All the digits of a value that a run is defined by, such as its scale. */
  public JsonText putPrecise(String name, double value) throws IOException {
    return number(name, Decimal.precise(value));
  }

  /** A value, or null where it is unknown. */
  public JsonText put(String name, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      return put(name, value.getAsDouble());
    }
    json.writeNullField(name);
    return this;
  }

  /** Ends the document. */
  public String end() throws IOException {
    json.writeEndObject();
    json.close();
    return text.append('\n').toString();
  }

  private JsonText number(String name, String digits) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(digits);
    return this;
  }
}
