package dev.haishin.results.file;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What a search by random failures has found.
 *
 * @param schedules that were drawn and run
 * @param healthy what a run without failures shows already, which was not looked for
 * @param found what no file knew, in the order of the schedules that led to it
 * @param known what files told of before, whether it still shows or not
 */
public record ChaosFindings(
    Origin origin, int schedules, List<String> healthy, List<Finding> found, List<Finding> known) {
  /** The name and version of the format of {@code chaos.json}. */
  public static final String SCHEMA = "haishin/chaos/1";

  /** Copies the lists. */
  public ChaosFindings {
    Objects.requireNonNull(origin, "origin");
    healthy = List.copyOf(healthy);
    found = List.copyOf(found);
    known = List.copyOf(known);
  }

  /** Whether there is nothing that the files do not know. */
  public boolean isClean() {
    return found.isEmpty() && healthy.isEmpty();
  }

  /** The whole {@code chaos.json}. */
  public String json() throws IOException {
    JsonText json = new JsonText();
    json.put("schema", SCHEMA).put("scenario", origin.scenario()).put("variant", origin.variant());
    words(json.put("seed", origin.seed()), "settings", origin.settings());
    json.put("version", origin.version()).put("scenario-sha256", origin.scenarioSha256());
    words(json.put("schedules", schedules), "without-failures", healthy);
    findings(json, "findings", found);
    findings(json, "known", known);
    return json.end();
  }

  private static void findings(JsonText json, String name, List<Finding> findings)
      throws IOException {
    json.array(name);
    for (Finding finding : findings) {
      json.item().put("file", finding.file()).put("schedule", finding.schedule());
      words(json, "shows", finding.shows());
      words(json, "failures", finding.failures());
      json.put("seen", finding.seen()).put("tried", finding.tried()).endObject();
    }
    json.endArray();
  }

  private static void words(JsonText json, String name, List<String> words) throws IOException {
    json.array(name);
    for (String word : words) {
      json.item(word);
    }
    json.endArray();
  }

  /**
   * What makes a search repeatable.
   *
   * @param scenario its name
   * @param seed of the scenario, which the schedules are drawn from too
   * @param settings what the command line changes, {@code path=value} each
   * @param version of the program
   * @param scenarioSha256 of the files that the scenario was read from
   */
  public record Origin(
      String scenario,
      String variant,
      long seed,
      List<String> settings,
      String version,
      String scenarioSha256) {
    /** Copies the list. */
    public Origin {
      settings = List.copyOf(settings);
    }
  }

  /**
   * One finding.
   *
   * @param file that shows it again
   * @param schedule the random schedule's number, 0 for one from a file
   * @param shows in words, {@code missed delivery.online.p99}; empty where it does not show any
   *     more
   * @param failures of the least schedule, as a scenario writes them
   * @param seen how many random schedules show it
   * @param tried how many schedules shrinking took
   */
  public record Finding(
      String file, int schedule, List<String> shows, List<String> failures, int seen, int tried) {
    /** Copies the lists. */
    public Finding {
      shows = List.copyOf(shows);
      failures = List.copyOf(failures);
    }
  }
}
