package dev.haishin.results.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What results were made with, so that they can be made again.
 *
 * @param version of the program
 * @param scenarioSha256 of every file that the scenario was read from, in hexadecimal
 * @param plugins the jars with delivery code from outside
 */
public record MadeBy(String version, String scenarioSha256, List<PluginLine> plugins) {
  /** Copies the list. */
  public MadeBy {
    plugins = List.copyOf(plugins);
  }

  /** What was written as {@code made-by}; empty where it was not. */
  public static MadeBy read(JsonNode json) {
    List<PluginLine> plugins = new ArrayList<>();
    for (JsonNode plugin : json.path("plugins")) {
      plugins.add(new PluginLine(plugin.path("name").asText(), plugin.path("sha256").asText()));
    }
    return new MadeBy(
        json.path("version").asText(""), json.path("scenario-sha256").asText(""), plugins);
  }

  /** Writes it as {@code made-by}, the next field of an object. */
  public void write(JsonText json) throws IOException {
    json.object("made-by").put("version", version).put("scenario-sha256", scenarioSha256);
    json.array("plugins");
    for (PluginLine plugin : plugins) {
      json.item().put("name", plugin.name()).put("sha256", plugin.sha256()).endObject();
    }
    json.endArray().endObject();
  }
}
