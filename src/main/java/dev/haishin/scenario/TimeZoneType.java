package dev.haishin.scenario;

import java.time.DateTimeException;
import java.time.ZoneOffset;

/**
 * An offset from UTC, fixed: rules of zones change with the JDK's data and would change results.
 */
final class TimeZoneType implements Type<String> {
  @Override
  public String read(Value value, String path, Reading reading) {
    String text = Types.TEXT.read(value, path, reading);
    if (text == null) {
      return null;
    }
    try {
      ZoneOffset.of(text);
      return text;
    } catch (DateTimeException wrong) {
      reading.wrong(value, path, "'" + text + "' is no offset", "it takes " + describe());
      return null;
    }
  }

  @Override
  public String describe() {
    return "an offset from UTC such as +09:00";
  }
}
