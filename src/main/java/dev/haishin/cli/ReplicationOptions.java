package dev.haishin.cli;

import dev.haishin.experiment.replication.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How many replications a command runs of each world. */
final class ReplicationOptions {
  private static final int MOST = 10_000;
  private static final Pattern PERCENT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)%");

  @Option(
      names = "--replications",
      paramLabel = "N",
      description =
          "Run the same world with N seeds, and show means with 95%% intervals. With --precision:"
              + " how many before the first look.")
  private Integer replications;

  @Option(
      names = "--precision",
      paramLabel = "PERCENT",
      description =
          "Replicate until the 95%% interval of every expected path is that narrow on either side,"
              + " relative to its limit (absolute where that is 0), as in --precision 5%%.")
  private String precision;

  @Option(
      names = "--max-replications",
      paramLabel = "N",
      description = "What --precision stops at in any case (default: 100).")
  private Integer mostReplications;

  /** So many replications, whatever their intervals. */
  static ReplicationOptions exactly(int replications) {
    ReplicationOptions options = new ReplicationOptions();
    options.replications = replications;
    return options;
  }

  /** Everything that is wrong with them. */
  List<String> errors() {
    List<String> errors = new ArrayList<>();
    if (replications != null && (replications < 1 || replications > MOST)) {
      errors.add("--replications " + replications + ": is out of bounds; 1 to " + MOST);
    }
    if (precision == null) {
      if (mostReplications != null) {
        errors.add("--max-replications: has no effect without --precision; add --precision 5%");
      }
      return errors;
    }
    if (share() <= 0 || share() > 1) {
      errors.add("--precision '" + precision + "': is no share of a limit; write 5% or 0.5%");
    }
    int least = replications == null ? Precision.USUAL_LEAST : replications;
    if (least < 2) {
      errors.add("--replications " + least + ": --precision needs at least 2 before it looks");
    }
    if (mostReplications != null && (mostReplications < 2 || mostReplications > MOST)) {
      errors.add("--max-replications " + mostReplications + ": is out of bounds; 2 to " + MOST);
    } else if (replications != null && most() < least) {
      errors.add("--max-replications " + most() + ": is less than --replications " + least);
    }
    return errors;
  }

  /** How many there are to be, where no precision is asked for. */
  int count(int usual) {
    return replications == null ? usual : replications;
  }

  /** The precision that is asked for, if any. */
  Optional<Precision> precision() {
    if (precision == null) {
      return Optional.empty();
    }
    int least = Math.min(count(Precision.USUAL_LEAST), most());
    return Optional.of(new Precision(share(), least, most()));
  }

  /** What {@code --precision} stops at in any case. */
  int most() {
    return mostReplications == null ? Precision.USUAL_MOST : mostReplications;
  }

  private double share() {
    Matcher percent = PERCENT.matcher(precision.strip());
    return percent.matches() ? Double.parseDouble(percent.group(1)) / 100 : -1;
  }
}
