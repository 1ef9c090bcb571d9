package dev.haishin.report;

import dev.haishin.results.Busiest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the run says, in one sentence: the first thing that a reader wants to know. */
final class Answer {
  private final Run run;

  private Answer(Run run) {
    this.run = run;
  }

  static String of(Run run) {
    return new Answer(run).sentence();
  }

  private String sentence() {
    List<String> facts = new ArrayList<>();
    run.metric("delivery.online")
        .ifPresent(
            metric ->
                facts.add(
                    "messages reach connected recipients in "
                        + metric.text("p50")
                        + " (median) and "
                        + metric.text("p99")
                        + " (p99)"));
    if (!run.ledger().isEmpty()) {
      facts.add(losses());
    }
    busiest().ifPresent(facts::add);
    String said = joined(facts);
    String verdicts = verdicts();
    if (said.isEmpty()) {
      return verdicts.isEmpty() ? "This run measured nothing." : verdicts + ".";
    }
    return verdicts.isEmpty() ? capitalised(said) + "." : verdicts + ": " + said + ".";
  }

  private String losses() {
    Ledger ledger = run.ledger();
    if (!ledger.balanced()) {
      return "the ledger does not balance, so nothing here can be trusted";
    }
    return ledger.lost() == 0
        ? "nothing accepted is lost"
        : Quantity.digits(ledger.lost())
            + " of "
            + Quantity.digits(ledger.intended())
            + " deliveries are lost";
  }

  private Optional<String> busiest() {
    return BindingSection.first(run)
        .map(metric -> BindsFirst.sentence(new Busiest(metric.path(), metric.value("max"))));
  }

  private String verdicts() {
    int all = run.verdicts().size();
    if (all == 0) {
      return "";
    }
    long missed = run.verdicts().stream().filter(v -> v.outcome().equals("missed")).count();
    long met = run.verdicts().stream().filter(v -> v.outcome().equals("met")).count();
    long unknown = all - met - missed;
    String open = unknown > 0 ? ", " + unknown + " unknown" : "";
    if (missed > 0) {
      return missed
          + " of "
          + expectations(all)
          + (missed == 1 ? " is" : " are")
          + " missed"
          + open;
    }
    if (unknown > 0) {
      return met + " of " + expectations(all) + (met == 1 ? " is" : " are") + " met" + open;
    }
    return all == 1 ? "The one expectation is met" : "All " + all + " expectations are met";
  }

  private static String expectations(int count) {
    return count == 1 ? "1 expectation" : count + " expectations";
  }

  private static String joined(List<String> facts) {
    int last = facts.size() - 1;
    if (last < 1) {
      return String.join("", facts);
    }
    return String.join(", ", facts.subList(0, last)) + ", and " + facts.get(last);
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
