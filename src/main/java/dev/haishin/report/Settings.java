package dev.haishin.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a resolved scenario with where each default comes from. The program writes such a
 * file itself, a key a line, and says the source in a comment: a reader of YAML would lose that.
 */
final class Settings {
  private static final Pattern LINE =
      Pattern.compile(
          "( *)([^\\s:#][^:]*):\\s*(.*?)(?:\\s+# default: ([^,]*)(?:, sureness (\\S+))?)?\\s*");
  private static final List<String> UNSUREST_FIRST = List.of("G", "W", "D", "V2", "V", "STD", "");

  private final List<Setting> settings;

  private Settings(List<Setting> settings) {
    this.settings = List.copyOf(settings);
  }

  /** Reads a scenario as {@code scenario.yaml} holds it; items of lists are left out. */
  static Settings of(String yaml) {
    List<Setting> settings = new ArrayList<>();
    Deque<String> path = new ArrayDeque<>();
    int listDepth = Integer.MAX_VALUE;
    for (String text : yaml.lines().toList()) {
      int depth = (text.length() - text.stripLeading().length()) / 2;
      if (depth <= listDepth) {
        listDepth = text.stripLeading().startsWith("-") ? depth : Integer.MAX_VALUE;
      }
      Matcher line = LINE.matcher(text);
      if (listDepth < Integer.MAX_VALUE || !line.matches()) {
        continue;
      }
      while (path.size() > depth) {
        path.removeLast();
      }
      path.addLast(unquoted(line.group(2)));
      String value = unquoted(line.group(3));
      if (!value.isEmpty() && !value.equals("{}")) {
        settings.add(
            new Setting(
                String.join(".", path), value, orEmpty(line.group(4)), orEmpty(line.group(5))));
      }
    }
    return new Settings(settings);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text.strip();
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  int count() {
    return settings.size();
  }

  /** The values that nobody chose, those that rest on the least first. */
  List<Setting> defaults() {
    List<Setting> defaults = new ArrayList<>();
    for (String sureness : UNSUREST_FIRST) {
      settings.stream()
          .filter(setting -> setting.isDefault() && setting.sureness().equals(sureness))
          .forEach(defaults::add);
    }
    return defaults;
  }

  /** A value by its path. */
  Optional<String> value(String path) {
    return settings.stream()
        .filter(setting -> setting.path().equals(path))
        .map(Setting::value)
        .findFirst();
  }

  /** A number, a share or a duration in seconds; not a number for whatever else it is. */
  double number(String path) {
    String text = value(path).orElse("");
    double durationSeconds = ScenarioFailures.seconds(text);
    if (Double.isFinite(durationSeconds)) {
      return durationSeconds;
    }
    if (text.matches("[0-9]+(\\.[0-9]+)?ns")) {
      return Double.parseDouble(text.substring(0, text.length() - 2)) / 1e9;
    }
    if (text.matches("[0-9]+(\\.[0-9]+)?%")) {
      return Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
    }
    return text.matches("[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(text) : Double.NaN;
  }
}
