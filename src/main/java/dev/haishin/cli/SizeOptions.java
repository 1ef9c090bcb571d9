package dev.haishin.cli;

import dev.haishin.experiment.size.SizeRange;
import dev.haishin.experiment.size.SizeTask;
import dev.haishin.experiment.size.Spare;
import dev.haishin.experiment.sweep.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** What a sizing looks for, and what it takes for granted. */
final class SizeOptions {
  private static final int LEAST_REPLICATIONS = 3;
  private static final int MOST_REPLICATIONS = 1000;

  @Option(
      names = "--find",
      paramLabel = "PATH[=A..B]",
      description =
          "The path to size, as in --find gateways.per-region --between 2..64, or --find"
              + " gateways.per-region=2..64; up to eight for the cheapest combination.")
  private List<String> find = new ArrayList<>();

  @Option(
      names = "--between",
      paramLabel = "A..B",
      description = "The range of a single path; 10..100 step 10 for some of its values only.")
  private String between;

  @Option(
      names = "--most",
      description =
          "Find the greatest value that will do, and not the least. Goes without saying for load,"
              + " rates, users, connections-each and every cost.")
  private boolean most;

  @Option(
      names = "--spare",
      paramLabel = "WHAT",
      description = "Size for the loss of a 'host' of what is sized, or of a 'zone'.")
  private String spare = "none";

  @Option(
      names = "--vary",
      paramLabel = "PATH=VALUES",
      description = "A plan: a size for each value, as in --vary load=x1,x1.2,x1.5.")
  private List<String> vary = new ArrayList<>();

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "Runs at most that decide about one size (default: ${DEFAULT-VALUE}).")
  private int replications = 12;

  int replications() {
    return replications;
  }

  /** What must be spared; what is none of the words is told. */
  Spare spare(Consumer<String> wrong) {
    for (Spare known : Spare.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(spare)) {
        return known;
      }
    }
    wrong.accept("--spare '" + spare + "': is not known; write host or zone");
    return Spare.NONE;
  }

  /** The paths to size; what is wrong with them is told. */
  List<SizeRange> ranges(Consumer<String> wrong) {
    List<SizeRange> ranges = new ArrayList<>();
    if (find.isEmpty() || find.size() > SizeTask.MOST_PATHS) {
      wrong.accept("--find: name 1 to " + SizeTask.MOST_PATHS + " paths, not " + find.size());
    }
    if (between != null && (find.size() != 1 || find.get(0).contains("="))) {
      wrong.accept("--between: goes with a single --find PATH; write --find PATH=A..B for each");
      return ranges;
    }
    List<String> paths = new ArrayList<>();
    for (String text : find) {
      int equals = text.indexOf('=');
      String path = (equals < 0 ? text : text.substring(0, equals)).strip();
      String range = equals < 0 ? between : text.substring(equals + 1);
      if (range == null) {
        wrong.accept("--find " + text + ": has no range; write --find " + path + "=2..64");
      } else if (paths.contains(path)) {
        wrong.accept("--find " + path + ": stands twice");
      } else {
        boolean greatest = most || SizeRange.isMoreLess(path);
        SizeRange.read(path, range, greatest, why -> wrong.accept("--find " + text + ": " + why))
            .ifPresent(ranges::add);
      }
      paths.add(path);
    }
    return ranges;
  }

  /** What varies from step to step; what cannot be is told. */
  List<Variation> variations(Consumer<String> wrong) {
    List<Variation> variations = SweepOptions.variations(vary, wrong);
    if (replications < LEAST_REPLICATIONS || replications > MOST_REPLICATIONS) {
      wrong.accept(
          "--replications "
              + replications
              + ": is out of bounds; "
              + LEAST_REPLICATIONS
              + " to "
              + MOST_REPLICATIONS);
    }
    return variations;
  }
}
