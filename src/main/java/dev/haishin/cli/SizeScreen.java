package dev.haishin.cli;

import dev.haishin.results.Unit;
import dev.haishin.results.file.SizePlan;
import dev.haishin.results.file.SizePlan.Choice;
import dev.haishin.results.file.SizePlan.Judged;
import dev.haishin.results.file.SizePlan.Step;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a terminal shows of a sizing: how much, what binds, and what is left. */
final class SizeScreen {
  private static final String INDENT = "  ";
  private static final double WHOLE = 1;

  private final Terminal terminal;
  private final PrintWriter out;

  SizeScreen(Terminal terminal) {
    this.terminal = terminal;
    out = terminal.out();
  }

  /** Shows the answer, or a line a step of a plan. */
  void show(SizePlan plan) {
    String scale =
        plan.scale() == WHOLE ? "" : " at scale " + Figures.of(plan.scale(), Unit.FRACTION);
    String runs = plan.steps().stream().mapToInt(SizeScreen::runs).sum() + " runs";
    out.println(plan.origin().scenario() + scale + ", " + runs);
    boolean single = plan.steps().size() == 1 && plan.steps().get(0).at().isEmpty();
    if (single) {
      one(plan.steps().get(0));
    } else {
      many(plan.steps());
    }
    if (!plan.spare().isEmpty()) {
      wrapped("Spare     ", plan.spare());
    }
    plan.steps().stream()
        .flatMap(step -> step.notes().stream())
        .distinct()
        .forEach(note -> wrapped("Note      ", note));
  }

  private static int runs(Step step) {
    return step.tried().stream().mapToInt(SizePlan.Tried::replications).sum();
  }

  private void one(Step step) {
    for (Choice choice : step.choices()) {
      String wanted = choice.most() ? "the most of " : "the least of ";
      String value = choice.value().isEmpty() ? "none" : choice.value();
      wrapped("Size      ", choice.path() + " " + value + ", " + wanted + choice.range());
      if (choice.breaks().isPresent()) {
        wrapped("          ", "at " + choice.below() + ": " + words(choice.breaks().get()));
      }
    }
    if (step.binding().isPresent()) {
      wrapped("Binding   ", words(step.binding().get()));
    }
    if (step.utilization().isPresent()) {
      wrapped("Busiest   ", busiest(step));
    }
    if (step.headroom().isPresent()) {
      wrapped("Headroom  ", "x" + factor(step.headroom().getAsDouble()) + " of this load");
    }
    if (step.costPerMonth().isPresent()) {
      String cost = Figures.of(step.costPerMonth().getAsDouble(), Unit.USD);
      wrapped("Cost      ", cost + " a month at this load");
    }
  }

  private void many(List<Step> steps) {
    int paths = steps.get(0).at().size() + steps.get(0).choices().size();
    TextTable table = new TextTable(terminal.columns(), "r".repeat(paths) + "rrll");
    List<String> header = new ArrayList<>();
    steps.get(0).at().forEach(at -> header.add(at.substring(0, at.indexOf('='))));
    steps.get(0).choices().forEach(choice -> header.add(choice.path()));
    header.addAll(List.of("headroom", "a month", "busiest", "binding"));
    table.row(header);
    for (Step step : steps) {
      List<String> cells = new ArrayList<>();
      step.at().forEach(at -> cells.add(at.substring(at.indexOf('=') + 1)));
      step.choices()
          .forEach(choice -> cells.add(choice.value().isEmpty() ? "none" : choice.value()));
      OptionalDouble headroom = step.headroom();
      cells.add(headroom.isPresent() ? "x" + factor(headroom.getAsDouble()) : "-");
      OptionalDouble cost = step.costPerMonth();
      cells.add(cost.isPresent() ? Figures.of(cost.getAsDouble(), Unit.USD) : "-");
      cells.add(busiest(step));
      cells.add(step.binding().map(Judged::path).orElse("-"));
      table.row(cells);
    }
    table.print(out::println, INDENT);
  }

  private static String busiest(Step step) {
    OptionalDouble utilization = step.utilization();
    return utilization.isEmpty()
        ? "-"
        : step.busiest() + " " + Figures.of(utilization.getAsDouble(), Unit.FRACTION);
  }

  private static String words(Judged judged) {
    if (judged.value().isEmpty()) {
      return judged.path() + " is unknown, expected " + judged.limits();
    }
    Unit unit = judged.unit();
    String value = Figures.of(unit.canonical(judged.value().getAsDouble()), unit);
    String half =
        judged.halfWidth().isPresent()
            ? " ±" + Figures.of(unit.canonical(judged.halfWidth().getAsDouble()), unit)
            : "";
    return judged.path() + " " + value + half + ", expected " + judged.limits();
  }

  private static String factor(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private void wrapped(String head, String text) {
    List<String> lines = TextTable.wrap(text, Math.max(20, terminal.columns() - head.length()));
    for (int i = 0; i < lines.size(); i++) {
      out.println((i == 0 ? head : " ".repeat(head.length())) + lines.get(i));
    }
  }
}
