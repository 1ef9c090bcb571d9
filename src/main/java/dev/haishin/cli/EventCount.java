package dev.haishin.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many events a run may take, as the command line says it: {@code 500M}. */
final class EventCount {
  private static final Pattern COUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([kMG]?)");

  private EventCount() {}

  /** Reads the value of {@code --max-events}. */
  static double read(String text) {
    Matcher count = COUNT.matcher(text);
    if (!count.matches()) {
      throw new BadInputException(
          List.of("--max-events '" + text + "': is no count; write 500M or 2G"));
    }
    double unit =
        Math.pow(1000, "kMG".indexOf(count.group(2)) + (count.group(2).isEmpty() ? 0 : 1));
    return Double.parseDouble(count.group(1)) * unit;
  }
}
