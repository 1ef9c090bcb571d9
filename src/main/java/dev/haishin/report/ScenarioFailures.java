package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The failures of a resolved scenario, for folders whose summary does not list them. */
final class ScenarioFailures {
  private static final String WHEN = "at";
  private static final List<String> WHICH = List.of("region", "zone", "share", "count", "index");
  private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(us|ms|s|m|h|d)");
  private static final int MOST_REPEATS = 1000;

  private ScenarioFailures() {}

  static List<FailureMark> read(String yaml) throws IOException {
    List<FailureMark> marks = new ArrayList<>();
    if (yaml.isBlank()) {
      return marks;
    }
    JsonNode scenario = new YAMLMapper().readTree(yaml);
    for (JsonNode failure : scenario.path("failures")) {
      double at = seconds(failure.path("at").asText(""));
      if (Double.isNaN(at)) {
        continue;
      }
      double lasts = length(failure);
      double every = seconds(failure.path("repeat").path("every").asText(""));
      int times = every > 0 ? failure.path("repeat").path("times").asInt(1) : 1;
      for (int i = 0; i < Math.min(times, MOST_REPEATS); i++) {
        double start = at + (i == 0 ? 0 : i * every);
        marks.add(new FailureMark(start, start + lasts, label(failure)));
      }
    }
    return marks;
  }

  /** Seconds of a duration of the scenario language, or not a number. */
  static double seconds(String duration) {
    Matcher matcher = DURATION.matcher(duration.strip());
    if (!matcher.matches()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(matcher.group(1));
    return switch (matcher.group(2)) {
      case "us" -> value / 1e6;
      case "ms" -> value / 1e3;
      case "m" -> value * 60;
      case "h" -> value * 3600;
      case "d" -> value * 86_400;
      default -> value;
    };
  }

  private static double length(JsonNode failure) {
    for (String key : List.of("for", "restart", "over")) {
      double seconds = seconds(failure.path(key).asText(""));
      if (seconds > 0) {
        return seconds;
      }
    }
    return Double.NaN;
  }

  private static String label(JsonNode failure) {
    StringBuilder label = new StringBuilder();
    // A scenario as run writes when it happens, then what happens, then to whom.
    for (Map.Entry<String, JsonNode> field : failure.properties()) {
      if (!field.getKey().equals(WHEN)) {
        label.append(field.getKey()).append(' ').append(words(field.getValue()));
        break;
      }
    }
    for (String which : WHICH) {
      if (failure.has(which)) {
        String prefix = which.equals("region") || which.equals("share") ? " " : " " + which + " ";
        label.append(prefix).append(words(failure.path(which)));
      }
    }
    return label.isEmpty() ? "failure" : label.toString().strip();
  }

  private static String words(JsonNode node) {
    if (!node.isArray()) {
      return node.asText();
    }
    List<String> words = new ArrayList<>();
    node.forEach(item -> words.add(item.asText()));
    return String.join(" – ", words);
  }
}
