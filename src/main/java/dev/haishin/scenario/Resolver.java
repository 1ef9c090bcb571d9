package dev.haishin.scenario;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Turns a tree of values into a scenario: reads it by the table of keys, then checks across keys.
 */
final class Resolver {
  /** Fifty rows of a second each: ten batches of MSER-5. */
  private static final long LEAST_SETTLING_NS = 50_000_000_000L;

  private final MetricCatalog catalog;
  private final Reading reading;
  private final Problems problems;
  private final List<String> variants;
  private final Supplier<String> sha256;

  Resolver(MetricCatalog catalog, Reading reading, List<String> variants, Supplier<String> sha256) {
    this.catalog = catalog;
    this.reading = reading;
    this.problems = reading.problems();
    this.variants = variants;
    this.sha256 = sha256;
  }

  /** The scenario; null, or not to be used, where anything was wrong. */
  ScenarioSpec resolve(Value.Mapping tree) {
    Section root = Language.ROOT.read(tree, "", reading);
    RegionReader regionReader = new RegionReader(reading, root, tree);
    List<RegionDraft> drafts = regionReader.read();
    long durationNs = root.find(Language.DURATION).orElse(Types.NEVER);
    long warmupNs = root.find(Language.WARMUP).orElse(durationNs / 10);
    CrossChecks checks = new CrossChecks(reading, root, drafts);
    checks.check();
    people(root, drafts);
    long[][] betweenNs = new RegionPairs(reading, root, drafts).read();
    List<String> notes = new ArrayList<>();
    List<FailureSpec> failures = failures(root, drafts, durationNs, notes);
    MetricCatalog metrics = catalog.in(drafts.stream().map(RegionDraft::name).toList());
    AskedReader asks = new AskedReader(metrics, reading, failures, durationNs);
    List<ExpectSpec> expectations = new ExpectReader(asks, reading).read(expect(tree));
    List<AskedSpec> report = asks.report(tree.get("report"));
    CheckSpec check =
        new CheckReader(metrics, reading, expectations).read(root, tree.get("expect"));
    List<UncertainSpec> uncertain = new UncertainReader(reading).read(tree.get("uncertain"));
    List<MeasuredSpec> measured = new MeasuredReader(metrics, reading).read(tree.get("measured"));
    List<String> transients = Transients.of(root, drafts, failures);
    warmup(root, warmupNs, durationNs, transients);
    if (!problems.isEmpty()) {
      return null;
    }
    List<RegionSpec> regions = scaled(root, drafts, notes);
    return new ScenarioSpec(
        root.get(Language.NAME),
        root.find(Language.DESCRIPTION).orElse(""),
        root.get(Language.SEED),
        durationNs,
        warmupNs == WarmupType.AUTO ? 0 : warmupNs,
        warmupNs == WarmupType.AUTO,
        transients,
        root.find(Language.CLOCK).orElse(""),
        root.get(Language.SCALE),
        root.get(Language.LOAD),
        regions,
        betweenNs,
        root.get(Language.NETWORK),
        root.get(Language.CHATS),
        root.get(Language.TRAFFIC),
        root.get(Language.DELIVERY),
        root.get(Language.ENCRYPTION),
        failures,
        expectations,
        report,
        ChaosSpec.of(root),
        uncertain,
        measured,
        check,
        variants,
        List.copyOf(notes),
        checks.warnings(failures),
        ResolvedYaml.of(root, drafts),
        sha256.get(),
        reading.plugged());
  }

  private List<FailureSpec> failures(
      Section root, List<RegionDraft> drafts, long durationNs, List<String> notes) {
    double scale = root.find(Language.SCALE).orElse(1.0);
    List<FailureSpec> failures =
        new FailureReader(reading, drafts, durationNs, scale, notes)
            .read(root.find(Language.FAILURES).orElse(List.of()));
    new ReachableGateways(problems, drafts, failures, scale).check();
    return failures;
  }

  private List<RegionSpec> scaled(Section root, List<RegionDraft> drafts, List<String> notes) {
    return new Scaling(root, drafts, root.get(Language.SCALE), notes).regions(offset(root));
  }

  /** It ends within the run; where its end is to be found, the run has to settle and to last. */
  private void warmup(Section root, long warmupNs, long durationNs, List<String> transients) {
    if (warmupNs >= durationNs) {
      problems.add(
          root.position(Language.WARMUP),
          "warmup",
          "is no shorter than the run",
          "make it shorter");
    }
    if (warmupNs != WarmupType.AUTO) {
      return;
    }
    if (!transients.isEmpty()) {
      problems.add(
          root.position(Language.WARMUP),
          "warmup",
          "'auto' needs a run that settles, and this one has " + String.join(" and ", transients),
          "give a duration");
    } else if (durationNs < LEAST_SETTLING_NS) {
      problems.add(
          root.position(Language.WARMUP),
          "warmup",
          "'auto' needs a run of at least 50s",
          "give a duration, or make the run longer");
    }
  }

  /** Load may ask for more people than a region can hold. */
  private void people(Section root, List<RegionDraft> drafts) {
    double factor = root.find(Language.SCALE).orElse(1.0) * root.find(Language.LOAD).orElse(1.0);
    for (RegionDraft draft : drafts) {
      if (draft.isWhole() && draft.section().get(Language.USERS) * factor > Language.MOST_USERS) {
        problems.add(
            root.isGiven(Language.LOAD) ? root.position(Language.LOAD) : draft.position(),
            "load",
            "makes more than 2G users of " + draft.name(),
            "give a smaller load, or a scale");
      }
    }
  }

  private static Value expect(Value.Mapping tree) {
    Value expect = tree.get("expect");
    return expect == null ? new Value.Scalar(tree.position(), "") : expect;
  }

  private static int offset(Section root) {
    String clock = root.find(Language.CLOCK).orElse("");
    ZoneOffset offset = clock.isEmpty() ? ZoneOffset.UTC : OffsetDateTime.parse(clock).getOffset();
    return offset.getTotalSeconds();
  }
}
