package dev.haishin.scenario;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML into values with places; anchors and merge keys are expanded, bombs refused. */
final class YamlReader {
  static final int MOST_NODES = 10_000;
  private static final int MOST_DEPTH = 40;
  private static final int MOST_CHARACTERS = 1 << 20;

  private final String file;
  private final Problems problems;
  private final Map<Node, Boolean> open = new IdentityHashMap<>();
  private int nodes;
  private boolean tooLarge;

  private YamlReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Reads a file; null when it is no YAML, with the reason among the problems. */
  static Value readFile(Path path, String shownAs, Problems problems) {
    Position start = new Position(shownAs, 1, 1);
    try {
      if (Files.isDirectory(path)) {
        problems.add(start, "", "is a folder", "name a scenario file");
        return null;
      }
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        problems.add(start, "", "is no file", "name a scenario file");
        return null;
      }
      if (Files.size(path) > MOST_CHARACTERS) {
        problems.add(start, "", "is larger than 1 MiB", "a scenario is a few kilobytes of text");
        return null;
      }
      return readText(Files.readString(path), shownAs, problems);
    } catch (CharacterCodingException notText) {
      problems.add(start, "", "is not UTF-8 text", "save it as UTF-8");
    } catch (IOException unreadable) {
      problems.add(start, "", "cannot be read", "check that the file exists and is readable");
    }
    return null;
  }

  /** Reads text; null when it is no YAML, with the reason among the problems. */
  static Value readText(String text, String shownAs, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MOST_DEPTH);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    options.setAllowRecursiveKeys(false);
    options.setCodePointLimit(MOST_CHARACTERS);
    YamlReader reader = new YamlReader(shownAs, problems);
    Position start = new Position(shownAs, 1, 1);
    try {
      Iterator<Node> documents = new Yaml(options).composeAll(new StringReader(text)).iterator();
      if (!documents.hasNext()) {
        problems.add(start, "", "is empty", "see 'haishin init' for a file to start from");
        return null;
      }
      Node first = documents.next();
      if (documents.hasNext()) {
        problems.add(
            reader.at(documents.next().getStartMark()),
            "",
            "begins a second document",
            "a scenario is one YAML document");
      }
      Value value = reader.convert(first, 0);
      return reader.tooLarge ? null : value;
    } catch (MarkedYAMLException broken) {
      Mark mark = broken.getProblemMark();
      problems.add(
          mark == null ? start : reader.at(mark), "", "is not YAML: " + broken.getProblem(), "");
    } catch (YAMLException broken) {
      problems.add(start, "", "is not YAML: " + firstLine(broken.getMessage()), "");
    }
    return null;
  }

  private static String firstLine(String message) {
    String text = message == null ? "unreadable" : message.strip();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private Position at(Mark mark) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Value convert(Node node, int depth) {
    Position position = at(node.getStartMark());
    if (++nodes > MOST_NODES || depth > MOST_DEPTH) {
      if (!tooLarge) {
        tooLarge = true;
        problems.add(
            position,
            "",
            "expands past " + MOST_NODES + " nodes or " + MOST_DEPTH + " levels",
            "use fewer anchors");
      }
      return new Value.Scalar(position, "");
    }
    if (open.put(node, Boolean.TRUE) != null) {
      problems.add(position, "", "an anchor refers to itself", "break the circle");
      return new Value.Scalar(position, "");
    }
    Value value = convertOpen(node, position, depth);
    open.remove(node);
    return value;
  }

  private Value convertOpen(Node node, Position position, int depth) {
    if (node instanceof ScalarNode scalar) {
      boolean isNull = scalar.isPlain() && scalar.getValue().equals("~");
      return new Value.Scalar(position, isNull ? "" : scalar.getValue());
    }
    if (node instanceof SequenceNode sequence) {
      List<Value> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        if (!tooLarge) {
          items.add(convert(item, depth + 1));
        }
      }
      return new Value.Listing(position, items);
    }
    Value.Mapping mapping = Value.Mapping.at(position);
    List<Value.Mapping> merged = new ArrayList<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      if (!tooLarge) {
        convertEntry(mapping, merged, tuple, depth);
      }
    }
    for (Value.Mapping base : merged) {
      base.entries().forEach(mapping.entries()::putIfAbsent);
    }
    return mapping;
  }

  private void convertEntry(
      Value.Mapping mapping, List<Value.Mapping> merged, NodeTuple tuple, int depth) {
    Position keyPosition = at(tuple.getKeyNode().getStartMark());
    if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
      problems.add(keyPosition, "", "a key must be a word", "");
      return;
    }
    String key = keyNode.getValue();
    Value value = convert(tuple.getValueNode(), depth + 1);
    if (key.equals("<<") && keyNode.isPlain()) {
      merge(value, merged);
      return;
    }
    Value.Entry entry = new Value.Entry(key, keyPosition, value);
    Value.Entry first = mapping.entries().putIfAbsent(key, entry);
    if (first != null) {
      mapping.duplicates().add(entry);
      problems.add(
          keyPosition,
          key,
          "stands twice",
          "the first one is at line " + first.keyPosition().line() + "; keep one of them");
    }
  }

  private void merge(Value value, List<Value.Mapping> merged) {
    if (value instanceof Value.Mapping base) {
      merged.add(base);
    } else if (value instanceof Value.Listing list) {
      list.items().forEach(item -> merge(item, merged));
    } else {
      problems.add(value.position(), "<<", "merges no map", "name an anchor of a map");
    }
  }
}
