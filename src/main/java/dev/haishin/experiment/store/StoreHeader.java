package dev.haishin.experiment.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.haishin.results.file.MadeBy;
import dev.haishin.results.file.SweepTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What kept trials are answers to.
 *
 * @param scenarioSha256 of the files that the scenario is read from
 * @param settings that the command line makes at every point, seed and scale among them
 * @param version of the program
 */
public record StoreHeader(String scenarioSha256, List<String> settings, String version) {
  private static final String SCHEMA = "haishin/trials/1";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Copies the list. */
  public StoreHeader {
    settings = List.copyOf(settings);
  }

  /**
   * What an experiment asks for: the settings of its command line, and jars by what is in them.
   *
   * @param scenarioSha256s of the scenarios of its points, which may name files of their own
   */
  public static StoreHeader of(SweepTable.Origin origin, Collection<String> scenarioSha256s) {
    MadeBy madeBy = origin.madeBy();
    List<String> asked = new ArrayList<>(origin.settings());
    madeBy.plugins().forEach(jar -> asked.add("--plugin " + jar.name() + " " + jar.sha256()));
    SortedSet<String> others = new TreeSet<>(scenarioSha256s);
    others.remove(madeBy.scenarioSha256());
    asked.addAll(others);
    return new StoreHeader(madeBy.scenarioSha256(), asked, madeBy.version());
  }

  /** One line of JSON. */
  public String text() {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("schema", SCHEMA).put("scenario-sha256", scenarioSha256);
    ArrayNode list = json.putArray("settings");
    settings.forEach(list::add);
    return json.put("version", version).toString();
  }

  /** In what an older header differs, in words. */
  public List<String> changesSince(String older) {
    List<String> changes = new ArrayList<>();
    try {
      JsonNode then = MAPPER.readTree(older);
      JsonNode now = MAPPER.readTree(text());
      changed(changes, then, now, "scenario-sha256", "the scenario file");
      changed(changes, then, now, "settings", "the settings of the command line");
      changed(changes, then, now, "version", "the version of haishin");
    } catch (JsonProcessingException notOurs) {
      changes.add("the format of the file");
    }
    return changes;
  }

  private static void changed(
      List<String> changes, JsonNode then, JsonNode now, String field, String what) {
    if (!now.get(field).equals(then.get(field))) {
      changes.add(what);
    }
  }
}
