package dev.haishin.cli;

import dev.haishin.results.file.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Why a command with {@code --json} has no results: a document in their place. */
final class ErrorDocument {
  static final String SCHEMA = "haishin/errors/1";

  private ErrorDocument() {}

  /** The document of a command that ends with this status. */
  static String of(ExitCode status, List<CommandError> errors) {
    try {
      JsonText json = new JsonText();
      json.put("schema", SCHEMA).put("exit-status", status.status()).array("errors");
      for (CommandError error : errors) {
        json.item();
        if (error.position().isPresent()) {
          CommandError.Place place = error.position().get();
          json.put("file", place.file()).put("line", place.line()).put("column", place.column());
        }
        json.put("path", error.path()).put("problem", error.problem());
        json.put("remedy", error.remedy()).endObject();
      }
      return json.endArray().end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
