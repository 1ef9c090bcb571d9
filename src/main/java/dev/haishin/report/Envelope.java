package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each component would be busy for if nothing waited, burst or failed: rate times cost over
 * cores, from the costs of the scenario and the rates that the run measured. A simulated mean far
 * from it means that work is done that the sum leaves out, and says how much.
 */
final class Envelope {

  /**
   * The sum for one component.
   *
   * @param path of the utilisation that it estimates
   * @param utilisation 0 to 1, or above where the fleet is too small
   * @param sum in words
   */
  record Estimate(String path, double utilisation, String sum) {}

  private final Run run;
  private final Settings settings;
  private final List<String> terms = new ArrayList<>();
  private double secondsPerSecond;

  private Envelope(Run run) {
    this.run = run;
    settings = Settings.of(run.scenarioYaml());
  }

  /** The sums that the run's files allow for. */
  static List<Estimate> of(Run run) {
    return List.of(
            new Envelope(run).gateways(),
            new Envelope(run).kafka(),
            new Envelope(run).workers(),
            new Envelope(run).redis(),
            new Envelope(run).store())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Estimate> gateways() {
    double sends = rate("send.attempted") + rate("send.resent");
    double frames = rate("stage.gateway-out.service");
    double resumed = settings.number("gateways.resumed");
    double connectSeconds =
        resumed * settings.number("gateways.resume-cost")
            + (1 - resumed) * settings.number("gateways.connect-cost");
    add(sends, "sends", settings.number("gateways.frame-in-cost"));
    add(frames, "frames out", settings.number("gateways.frame-out-cost"));
    add(sends + frames, "acknowledgements", settings.number("gateways.ack-cost"));
    add(rate("heartbeat.sent"), "heartbeats", settings.number("gateways.heartbeat-cost"));
    add(rate("connect.attempts"), "connects", connectSeconds);
    return over("gateway.cpu", "gateway");
  }

  private Optional<Estimate> kafka() {
    double records = rate("messages.accepted");
    double copies = settings.number("kafka.replication");
    add(records, "records", settings.number("kafka.append-cost"));
    add(records, "records", settings.number("kafka.record-cost"));
    add(records * copies, "fetches", settings.number("kafka.fetch-cost"));
    return over("kafka.cpu", "broker");
  }

  private Optional<Estimate> workers() {
    double records = rate("messages.accepted");
    double recipients = run.value("fanout.recipients-per-message", "last");
    add(records, "records", settings.number("kafka.fanout-workers.record-cost"));
    add(records * recipients, "recipients", settings.number("kafka.fanout-workers.recipient-cost"));
    return over("fanout.cpu", "worker");
  }

  private Optional<Estimate> redis() {
    add(rate("stage.session-lookup.service"), "lookups", settings.number("redis.command-cost"));
    return over("redis.cpu", "shard");
  }

  private Optional<Estimate> store() {
    double operations =
        rate("fanout.inbox-writes") + rate("fanout.log-appends") + rate("fanout.log-reads");
    add(operations, "reads and writes", settings.number("store.op-cost"));
    return over("store.cpu", "region-server");
  }

  /** How often a second something was counted in the measured part of the run. */
  private double rate(String path) {
    Run.Identity identity = run.identity();
    double seconds = identity.simulatedSeconds() - identity.measuredFromSeconds();
    double count = run.value(path, "count");
    return Double.isNaN(count) ? 0 : count / seconds;
  }

  private void add(double perSecond, String what, double costSeconds) {
    secondsPerSecond += perSecond * costSeconds;
    terms.add(Quantity.of(perSecond, "1/s") + " " + what + " × " + Quantity.of(costSeconds, "s"));
  }

  private Optional<Estimate> over(String path, String component) {
    double cores =
        run.fleet().stream()
            .filter(item -> item.component().equals(component))
            .mapToDouble(item -> item.count() * item.cores())
            .sum();
    double utilisation = secondsPerSecond / cores;
    String sum = String.join(" + ", terms) + ", over " + Quantity.digits(cores) + " cores";
    return Double.isFinite(utilisation) && run.metric(path).isPresent()
        ? Optional.of(new Estimate(path, utilisation, sum))
        : Optional.empty();
  }
}
