package dev.haishin.cli;

import dev.haishin.results.file.JsonText;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What commands take, as a document for the next program: the help texts, taken apart. */
final class CommandDocument {
  static final String SCHEMA = "haishin/commands/1";

  private CommandDocument() {}

  /** The document of these commands. */
  static String of(List<CommandSpec> commands) throws IOException {
    JsonText json = new JsonText();
    json.put("schema", SCHEMA).array("commands");
    for (CommandSpec command : commands) {
      json.item().put("name", command.name());
      json.put("means", joined(command.usageMessage().header()));
      json.array("parameters");
      for (PositionalParamSpec parameter : command.positionalParameters()) {
        json.item().put("name", parameter.paramLabel()).put("arity", parameter.arity().toString());
        json.put("means", meaning(parameter)).endObject();
      }
      json.endArray().array("options");
      for (OptionSpec option : command.options()) {
        json.item().array("names");
        for (String name : option.names()) {
          json.item(name);
        }
        json.endArray().put("takes", option.arity().max() == 0 ? "" : option.paramLabel());
        json.put("repeatable", option.isMultiValue()).put("means", meaning(option)).endObject();
      }
      json.endArray().endObject();
    }
    return json.endArray().end();
  }

  static String meaning(ArgSpec argument) {
    // An option that takes nothing else than text is formatted: %% stands for one per cent sign.
    return joined(argument.description()).replace("%%", "%");
  }

  static String joined(String[] lines) {
    return String.join(" ", lines).strip();
  }
}
