package dev.haishin.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads scenario files: file, includes, variant and settings, merged and resolved. */
public final class ScenarioParser {
  private static final int MOST_INCLUDES = 32;

  private final MetricCatalog catalog;

  /** A parser that resolves metrics by a catalog. */
  public ScenarioParser(MetricCatalog catalog) {
    this.catalog = catalog;
  }

  /** Reads a file with what the command line adds. */
  public ParseResult parse(Path file, ParseOptions options) {
    Problems problems = new Problems();
    List<String> sources = new ArrayList<>();
    Value.Mapping tree = read(file, file.toString(), problems, sources, 0);
    if (tree == null) {
      return new ParseResult(Optional.empty(), problems.list());
    }
    Value.Mapping settings = settings(options.settings(), file, problems);
    tree = Overrides.merge(tree, settings);
    Path folder = file.toAbsolutePath().getParent();
    List<String> variants = variantNames(tree, problems);
    SortedMap<String, String> files = new TreeMap<>();
    for (String variant : variants) {
      if (!variant.equals(options.variant())) {
        Reading lenient = new Reading(problems, folder, false, options.plugged(), files);
        new Resolver(catalog, lenient, variants, () -> "")
            .resolve(withVariant(tree, variant, settings));
      }
    }
    if (!options.variant().isEmpty() && !variants.contains(options.variant())) {
      problems.add(
          tree.position(),
          "variants",
          "has no '" + options.variant() + "'",
          variants.isEmpty() ? "the file has none" : "known are " + String.join(", ", variants));
    }
    Value.Mapping chosen =
        variants.contains(options.variant())
            ? withVariant(tree, options.variant(), settings)
            : tree;
    Reading strict = new Reading(problems, folder, true, options.plugged(), files);
    ScenarioSpec scenario =
        new Resolver(catalog, strict, variants, () -> sha256(sources, files)).resolve(chosen);
    boolean valid = problems.isEmpty() && scenario != null;
    return new ParseResult(valid ? Optional.of(scenario) : Optional.empty(), problems.list());
  }

  private static Value.Mapping read(
      Path file, String shownAs, Problems problems, List<String> sources, int depth) {
    Value value = YamlReader.readFile(file, shownAs, problems);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Value.Mapping mapping)) {
      problems.add(value.position(), "", "is no map", "a scenario is a map of name, duration, …");
      return null;
    }
    try {
      sources.add(Files.readString(file));
    } catch (IOException gone) {
      sources.add("");
    }
    Value.Entry include = mapping.entries().remove("include");
    return include == null ? mapping : included(mapping, include, file, problems, sources, depth);
  }

  private static Value.Mapping included(
      Value.Mapping mapping,
      Value.Entry include,
      Path file,
      Problems problems,
      List<String> sources,
      int depth) {
    if (!(include.value() instanceof Value.Listing listing)) {
      problems.add(include.keyPosition(), "include", "is no list", "write include: [fleet.yaml]");
      return mapping;
    }
    Value.Mapping base = Value.Mapping.at(mapping.position());
    for (Value item : listing.items()) {
      boolean isName = item instanceof Value.Scalar scalar && !scalar.text().isEmpty();
      if (!isName || depth > 4 || sources.size() > MOST_INCLUDES) {
        problems.add(item.position(), "include", "is no file to include", "at most 32, 4 deep");
        continue;
      }
      String name = ((Value.Scalar) item).text();
      Path parent = file.toAbsolutePath().getParent();
      try {
        Value.Mapping part = read(parent.resolve(name), name, problems, sources, depth + 1);
        base = part == null ? base : Overrides.merge(base, part);
      } catch (InvalidPathException wrong) {
        problems.add(item.position(), "include", "'" + name + "' is no file name", "");
      }
    }
    return Overrides.merge(base, mapping);
  }

  private static Value.Mapping settings(List<String> settings, Path file, Problems problems) {
    Value.Mapping merged = Value.Mapping.at(new Position(file.toString(), 1, 1));
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      Position position = new Position("--set " + setting, 1, 1);
      if (equals < 1) {
        problems.add(position, "", "is no setting", "write --set path=value");
        continue;
      }
      String path = setting.substring(0, equals);
      String text = setting.substring(equals + 1);
      Value value =
          text.isBlank()
              ? new Value.Scalar(position, "")
              : YamlReader.readText(text, "--set " + setting, problems);
      if (value != null) {
        merged = Overrides.merge(merged, Overrides.nest(path, position, value));
      }
    }
    return merged;
  }

  private static List<String> variantNames(Value.Mapping tree, Problems problems) {
    Value variants = tree.get("variants");
    List<String> names = new ArrayList<>();
    if (variants instanceof Value.Mapping mapping) {
      for (Value.Entry entry : mapping.entries().values()) {
        boolean fits = entry.key().matches("[a-z0-9-]{1,64}") && !entry.key().equals("baseline");
        if (!fits || !(entry.value() instanceof Value.Mapping)) {
          problems.add(
              entry.keyPosition(),
              "variants." + entry.key(),
              "is no variant",
              "a name of a-z, 0-9 and - (not 'baseline') with a map of overrides");
        } else {
          names.add(entry.key());
        }
      }
    } else if (variants != null) {
      problems.add(variants.position(), "variants", "is " + variants.kind(), "it takes a map");
    }
    return names;
  }

  /** The command line has the last word. */
  private static Value.Mapping withVariant(
      Value.Mapping tree, String variant, Value.Mapping settings) {
    Value.Mapping variants = (Value.Mapping) tree.get("variants");
    Value.Mapping overrides = (Value.Mapping) variants.get(variant);
    Value.Mapping varied = Overrides.merge(tree, Overrides.spellOut(overrides));
    return Overrides.merge(varied, settings);
  }

  /** Of the files themselves, and of those that their values name, of any variant. */
  private static String sha256(List<String> sources, SortedMap<String, String> named) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String source : sources) {
        digest.update(source.getBytes(StandardCharsets.UTF_8));
      }
      named.forEach(
          (name, text) ->
              digest.update((name + "\n" + text + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
