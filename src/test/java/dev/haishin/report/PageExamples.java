package dev.haishin.report;

import dev.haishin.results.Busiest;
import dev.haishin.results.Unit;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport;
import dev.haishin.results.file.MadeBy;
import dev.haishin.results.file.SweepTable;
import dev.haishin.results.file.SweepWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A page of each kind, with markup wherever a name or a description can stand. */
final class PageExamples {
  static final String HOSTILE = "<b onclick='alert(1)'>&<script>alert(2)</script>";

  /** A page by what it is of. */
  record Example(String name, Path file) {
    @Override
    public String toString() {
      return name;
    }
  }

  private PageExamples() {}

  static List<Example> write(Path folder) throws IOException {
    List<Example> pages = new ArrayList<>();
    Path run = ExampleFolder.write(folder.resolve("run"), HOSTILE);
    Report.write(run);
    pages.add(new Example("run", run.resolve("report.html")));
    Path other = ExampleFolder.write(folder.resolve("other"), "");
    String summary = Files.readString(other.resolve("summary.json"));
    Files.writeString(
        other.resolve("summary.json"),
        summary.replace("\"variant\" : \"baseline\"", "\"variant\" : \"" + HOSTILE + "\""));
    Path both = folder.resolve("both.html");
    Files.writeString(both, Report.sideBySide(List.of(run, other)));
    pages.add(new Example("side by side", both));
    pages.add(page(folder.resolve("compare"), "compare.json", COMPARE));
    pages.add(page(folder.resolve("size"), "size.json", SIZE));
    Path sweep = Files.createDirectory(folder.resolve("sweep"));
    Files.writeString(sweep.resolve("sweep.json"), SweepWriter.json(sweep()));
    Report.write(sweep, sweep());
    pages.add(new Example("sweep", sweep.resolve("report.html")));
    Path check = folder.resolve("check.html");
    Files.writeString(check, CheckPage.of(check()));
    pages.add(new Example("check", check));
    return pages;
  }

  private static Example page(Path folder, String name, String json) throws IOException {
    Files.createDirectory(folder);
    Files.writeString(folder.resolve(name), json.replace("HOSTILE", HOSTILE));
    Report.write(folder);
    return new Example(name, folder.resolve("report.html"));
  }

  static SweepTable sweep() {
    List<SweepTable.Row> rows = new ArrayList<>();
    for (int count : new int[] {10, 20, 40}) {
      double p99 = 4000.0 / count;
      rows.add(
          new SweepTable.Row(
              "baseline",
              List.of(Integer.toString(count)),
              List.of(
                  new SweepTable.Cell(
                      OptionalDouble.of(p99),
                      OptionalDouble.of(p99 / 10),
                      Optional.of(p99 < 250 ? "met" : "missed"),
                      "")),
              Optional.of(new Busiest("gateway.cpu", 0.8 / (count / 10))),
              ""));
    }
    return new SweepTable(
        new SweepTable.Origin(
            "grid", HOSTILE, List.of("seed=7"), 5, new MadeBy("0.1.0", "00ff", List.of())),
        List.of(new SweepTable.Axis("gateways.per-region", "")),
        List.of(
            new SweepTable.Measure(
                "delivery.online.p99", Unit.DURATION, "<= 250ms", OptionalDouble.of(250), true)),
        rows);
  }

  private static CheckReport check() {
    CheckReport.Place place = new CheckReport.Place("gate.yaml", 12);
    CheckReport.Expected expected =
        new CheckReport.Expected(
            "ledger.lost", "==", "0", Unit.COUNT, OptionalDouble.of(0), Verdict.MET, "", place);
    CheckReport.Compared compared =
        new CheckReport.Compared(
            "delivery.online.p99",
            HOSTILE,
            Unit.DURATION,
            "5%",
            Verdict.MISSED,
            OptionalDouble.of(400e6),
            OptionalDouble.of(460e6),
            Optional.of(new CheckReport.Change(40e6, 60e6, 80e6, 0.99, true)),
            "",
            "fanout",
            place);
    CheckReport.Baseline baseline =
        new CheckReport.Baseline(HOSTILE, CheckReport.State.COMPARED, 5, "");
    return new CheckReport(
        0.01,
        List.of(
            new CheckReport.World(
                "gate.yaml",
                "gate",
                "baseline",
                1,
                5,
                List.of("scale=5%"),
                Optional.of(new Busiest("redis.cpu", 0.5)),
                List.of(baseline),
                List.of(expected),
                List.of(compared))));
  }

  private static final String COMPARE =
      """
      {"scenario": "fans", "description": "HOSTILE", "seed": 7, "scale": 1, "replications": 5,
       "reference": "baseline", "notes": ["HOSTILE"],
       "variants": [{"name": "baseline", "settings": ["scale=20%"]},
         {"name": "HOSTILE", "settings": ["scale=20%", "a=HOSTILE"]}],
       "measures": [
         {"path": "delivery.online.p99", "unit": "ms", "better": "lower", "comparison": "<=",
          "limit": "1s", "best": ["HOSTILE"], "variants": [
            {"name": "HOSTILE", "value": 400, "interval": {"low": 350, "high": 450}, "rank": 1,
             "verdict": "met", "difference": {"value": -80, "shown": true, "variance-saved": 4,
             "interval": {"low": -90, "high": -70}}},
            {"name": "baseline", "value": 480, "interval": {"low": 430, "high": 530}}]},
         {"path": "cost.per-month", "unit": "USD", "better": "lower", "best": [], "variants": [
            {"name": "HOSTILE", "value": 12684, "interval": {"low": 12680, "high": 12690}},
            {"name": "baseline", "value": 12711, "interval": {"low": 12705, "high": 12720}}]}]}
      """;

  private static final String SIZE =
      """
      {"scenario": "fleet", "settings": ["HOSTILE"], "scale": 1, "spare": 0.2, "found": true,
       "find": [{"path": "gateways.per-region", "range": "1..9", "wanted": "least", "value": 4}],
       "busiest": "gateway.cpu", "utilization": 0.61, "cost-per-month": 1200,
       "notes": ["HOSTILE"],
       "tried": [{"values": ["3"], "meets": false, "cost-per-month": 900, "expectations":
           [{"path": "delivery.online.p99", "expected": "<= 1s", "value": 1400, "half-width": 90,
             "verdict": "missed"}]},
         {"values": ["4"], "meets": true, "cost-per-month": 1200, "expectations":
           [{"path": "delivery.online.p99", "expected": "<= 1s", "value": 640, "verdict": "met"}]}]}
      """;
}
