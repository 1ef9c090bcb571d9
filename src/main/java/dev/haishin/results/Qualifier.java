package dev.haishin.results;

import java.util.Arrays;
import java.util.List;

/** The words in braces that narrow a metric. */
final class Qualifier {
  static final String REGION = "region";
  static final String CHAT = "chat";
  static final String PLATFORM = "platform";
  static final String DIRECTION = "direction";
  static final String REASON = "reason";
  static final String FAILURE = "failure";
  static final String BROADCAST = "broadcast";
  static final String FROM = "from";
  static final String TO = "to";
  static final String DATA = "data";

  private Qualifier() {}

  /**
   * Refuses a value that no run can have. Which regions there are only a scenario knows.
   *
   * @throws IllegalArgumentException that says which there are
   */
  static void check(Metric metric, String name, String value) {
    boolean isPlace = name.equals(FAILURE) || name.equals(BROADCAST);
    if (isPlace && !value.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "'" + metric.path() + "' has no " + name + " '" + value + "'; the first is 1");
    }
    List<String> known =
        switch (name) {
          case CHAT -> Facet.CHATS;
          case PLATFORM -> Facet.PLATFORMS;
          case DATA -> DataKind.NAMES;
          case DIRECTION -> directions(metric);
          case REASON -> Arrays.stream(LossReason.values()).map(LossReason::reasonName).toList();
          default -> List.of(value);
        };
    if (!known.contains(value)) {
      throw new IllegalArgumentException(
          "'"
              + metric.path()
              + "' has no "
              + name
              + " '"
              + value
              + "'; it is one of "
              + String.join(", ", known));
    }
  }

  private static List<String> directions(Metric metric) {
    return Arrays.stream(Counter.values())
        .filter(counter -> counter.path().equals(metric.path()))
        .map(Counter::direction)
        .toList();
  }
}
