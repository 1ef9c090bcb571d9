package dev.haishin.experiment.chaos;

import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Judgement;
import dev.haishin.results.LossReason;
import dev.haishin.results.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that is wrong with one run, the worst first; an unknown verdict is not wrong. */
record Symptoms(SortedSet<Symptom> all) {
  /** Nothing is wrong. */
  static final Symptoms NONE = new Symptoms(new TreeSet<>());

  private static final String OURS = "dev.haishin.";
  private static final String SEPARATOR = " | ";

  /** Copies the set. */
  Symptoms {
    all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
  }

  /** What a run with these failures shows. */
  static Symptoms of(TrialResult result, Schedule schedule, Promises promises) {
    SortedSet<Symptom> found = new TreeSet<>();
    result.crash().ifPresent(crash -> found.add(new Symptom(Symptom.Kind.CRASHED, place(crash))));
    if (result.crash().isEmpty()) {
      if (!result.ledger().isBalanced()) {
        found.add(new Symptom(Symptom.Kind.UNBALANCED, ""));
      }
      for (LossReason reason : LossReason.values()) {
        if (result.ledger().pairsLost(reason) > 0 && promises.forbid(reason, schedule)) {
          found.add(new Symptom(Symptom.Kind.LOST, reason.reasonName()));
        }
      }
      for (Judgement judgement : result.judgements()) {
        if (judgement.verdict() == Verdict.MISSED) {
          found.add(new Symptom(Symptom.Kind.MISSED, judgement.expectation().path()));
        }
      }
    }
    return new Symptoms(found);
  }

  /** The error's class and the method of ours that it came from; line numbers change too often. */
  private static String place(TrialResult.Crash crash) {
    String kind = crash.kind().substring(crash.kind().lastIndexOf('.') + 1);
    return crash.where().stream()
        .filter(frame -> frame.startsWith(OURS))
        .findFirst()
        .map(frame -> kind + " in " + frame.substring(OURS.length()).replaceAll("\\(.*", ""))
        .orElse(kind);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  boolean contains(Symptom symptom) {
    return all.contains(symptom);
  }

  /** These without others. */
  Symptoms without(Symptoms others) {
    SortedSet<Symptom> rest = new TreeSet<>(all);
    rest.removeAll(others.all);
    return new Symptoms(rest);
  }

  /** Each by itself, for files and people. */
  List<String> texts() {
    return all.stream().map(Symptom::text).toList();
  }

  /** All on one line. */
  String text() {
    return all.stream().map(Symptom::text).collect(Collectors.joining(SEPARATOR));
  }

  /** Reads what {@link #text} wrote. */
  static Symptoms parse(String text) {
    SortedSet<Symptom> found = new TreeSet<>();
    if (!text.isEmpty()) {
      for (String one : text.split(" \\| ")) {
        found.add(Symptom.parse(one));
      }
    }
    return new Symptoms(found);
  }
}
