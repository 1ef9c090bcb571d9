package dev.haishin.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a scenario as run: every default filled in, each with its row of the fact base and
 * sureness.
 */
final class ResolvedYaml {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+][A-Za-z0-9_./%+() =-]*");

  private final StringBuilder out = new StringBuilder();
  private final List<RegionDraft> regions;

  private ResolvedYaml(List<RegionDraft> regions) {
    this.regions = regions;
  }

  /** The text of a root section; reading it again gives the same scenario. */
  static String of(Section root, List<RegionDraft> regions) {
    ResolvedYaml writer = new ResolvedYaml(regions);
    writer.section(root, "");
    return writer.out.toString();
  }

  private void section(Section section, String indent) {
    for (Key<?> key : section.type().keys()) {
      Value written = section.written(key);
      Object value = section.find(key).orElse(null);
      boolean overruled =
          key == GatewayKeys.CONNECTIONS_EACH
              && !section.isGiven(key)
              && section.find(GatewayKeys.PER_REGION).isPresent();
      if (written == null || value == null || overruled) {
        continue;
      }
      if (key == Language.REGIONS) {
        regions();
      } else if (value instanceof Section nested && written instanceof Value.Mapping given) {
        out.append(indent).append(key.name()).append(":");
        boolean overrides = section.type() == Language.REGION && Language.COMPONENTS.contains(key);
        if (overrides) {
          map(given.entries(), indent + "  ");
        } else {
          out.append('\n');
          section(nested, indent + "  ");
        }
      } else {
        out.append(indent).append(key.name()).append(":");
        value(written, indent);
        if (!section.isGiven(key)) {
          int end = out.length() - 1;
          String sure = key.sureness().isEmpty() ? "" : ", sureness " + key.sureness();
          out.insert(end, "  # default: " + key.source() + sure);
        }
      }
    }
  }

  /** A region's overrides stay as they are: their defaults are the file's own components. */
  private void regions() {
    out.append("regions:\n");
    for (RegionDraft region : regions) {
      out.append("  ").append(quote(region.name())).append(":\n");
      section(region.section(), "    ");
    }
  }

  private void value(Value value, String indent) {
    if (value instanceof Value.Scalar scalar) {
      out.append(' ').append(quote(scalar.text())).append('\n');
    } else if (value instanceof Value.Listing listing) {
      list(listing.items(), indent);
    } else {
      map(((Value.Mapping) value).entries(), indent + "  ");
    }
  }

  private void list(List<Value> items, String indent) {
    if (items.isEmpty()) {
      out.append(" []\n");
      return;
    }
    out.append('\n');
    for (Value item : items) {
      out.append(indent).append("  -");
      value(item, indent + "  ");
    }
  }

  private void map(Map<String, Value.Entry> entries, String indent) {
    if (entries.isEmpty()) {
      out.append(" {}\n");
      return;
    }
    out.append('\n');
    for (Value.Entry entry : entries.values()) {
      out.append(indent).append(quote(entry.key())).append(':');
      value(entry.value(), indent);
    }
  }

  /** Text as YAML reads it back, in quotes where it must be. */
  static String quote(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !text.endsWith(" ");
    if (plain) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> {
          boolean odd = Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c >= 0xfff0;
          if (odd || c == '\ufeff') {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
