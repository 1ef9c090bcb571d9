package dev.haishin.cli;

import dev.haishin.results.Comparison;
import dev.haishin.results.Unit;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport.Baseline;
import dev.haishin.results.file.CheckReport.Change;
import dev.haishin.results.file.CheckReport.Compared;
import dev.haishin.results.file.CheckReport.Expected;
import dev.haishin.results.file.CheckReport.State;
import java.util.OptionalDouble;

/** What a check has found, in the words that all its formats share. */
final class CheckPhrases {
  private CheckPhrases() {}

  /** The verdict on a comparison, in a word. */
  static String word(Compared compared) {
    return switch (compared.verdict()) {
      case MET -> "ok";
      case MISSED -> "WORSE";
      case UNKNOWN -> "unknown";
    };
  }

  /** How much a path has changed: {@code +12.4%}, or the amount where it was nothing before. */
  static String change(Compared compared) {
    return compared.change().map(change -> signed(change.mean(), compared)).orElse("-");
  }

  /** The smallest change that could have been told from none. */
  static String detectable(Compared compared) {
    return compared.change().map(change -> part(change.detectable(), compared)).orElse("-");
  }

  /** What moved, by how much, how sure that is, and where. */
  static String sentence(Compared compared) {
    StringBuilder text = new StringBuilder(compared.path());
    if (compared.was().isPresent() && compared.now().isPresent()) {
      text.append(moved(compared));
    }
    compared.change().ifPresent(change -> text.append(interval(change, compared)));
    text.append("; tolerated: ").append(compared.tolerance());
    if (!compared.reason().isEmpty()) {
      text.append("; ").append(compared.reason());
    }
    if (compared.verdict() == Verdict.UNKNOWN && compared.change().isPresent()) {
      text.append(" (").append(detectable(compared)).append(')');
    }
    if (!compared.stage().isEmpty()) {
      text.append("; the stage that grew most: ").append(compared.stage());
    }
    return text.toString();
  }

  /** An expectation with what was measured. */
  static String sentence(Expected expected) {
    String value =
        expected.value().isPresent()
            ? " is " + Figures.of(expected.value().getAsDouble(), expected.unit())
            : " is unknown";
    String reason = expected.reason().isEmpty() ? "" : "; " + expected.reason();
    return expected.path() + value + "; expected: " + limit(expected) + reason;
  }

  /** The limit with its comparison, as a scenario writes it. */
  static String limit(Expected expected) {
    boolean isRange = expected.sign().equals(Comparison.BETWEEN.sign());
    return (isRange ? "" : expected.sign() + " ") + expected.limit();
  }

  /** What became of a baseline. */
  static String sentence(Baseline baseline) {
    String replications = baseline.replications() == 1 ? " replication" : " replications";
    return switch (baseline.state()) {
      case SAME -> "same course of events, same figures";
      case COMPARED -> "compared with its " + baseline.replications() + replications;
      case UNUSABLE -> baseline.reason();
      case UPDATED -> "made anew, of " + baseline.replications() + replications;
    };
  }

  /** Whether a baseline is worth a line of its own: it could not be used. */
  static boolean isTrouble(Baseline baseline) {
    return baseline.state() == State.UNUSABLE;
  }

  private static String moved(Compared compared) {
    double was = compared.was().getAsDouble();
    double now = compared.now().getAsDouble();
    Unit unit = compared.unit();
    String ends = " from " + Figures.of(was, unit) + " to " + Figures.of(now, unit);
    if (was == now) {
      return " stays at " + Figures.of(was, unit);
    }
    String by = was == 0 ? "" : " by " + Figures.percent(Math.abs(now - was) / Math.abs(was)) + ",";
    return (now > was ? " rises" : " falls") + by + ends;
  }

  private static String interval(Change change, Compared compared) {
    return change.low() == change.high()
        ? ""
        : " ("
            + signed(change.low(), compared)
            + " to "
            + signed(change.high(), compared)
            + " at "
            + confidence(change.confidence())
            + (change.paired() ? ", in pairs)" : ")");
  }

  /** As many nines as it has: {@code 99.97%}. */
  private static String confidence(double confidence) {
    return Figures.percentPrecisely(confidence);
  }

  private static String signed(double difference, Compared compared) {
    String sign = difference > 0 ? "+" : difference < 0 ? "-" : "";
    return sign + size(Math.abs(difference), compared);
  }

  private static String part(double difference, Compared compared) {
    return "±" + size(difference, compared);
  }

  private static String size(double difference, Compared compared) {
    OptionalDouble was = compared.was();
    return was.isPresent() && was.getAsDouble() != 0
        ? Figures.percent(difference / Math.abs(was.getAsDouble()))
        : Figures.of(difference, compared.unit());
  }
}
