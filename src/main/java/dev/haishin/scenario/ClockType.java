package dev.haishin.scenario;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** An ISO-8601 date and time with an offset. */
final class ClockType implements Type<String> {
  @Override
  public String read(Value value, String path, Reading reading) {
    String text = Types.TEXT.read(value, path, reading);
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime.parse(text);
      return text;
    } catch (DateTimeParseException wrong) {
      reading.wrong(value, path, "'" + text + "' is no date and time", "it takes " + describe());
      return null;
    }
  }

  @Override
  public String describe() {
    return "an ISO-8601 instant with offset such as 2026-12-31T23:58:30+09:00";
  }
}
