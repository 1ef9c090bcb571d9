package dev.haishin.experiment.chaos;

import dev.haishin.results.LossReason;
import dev.haishin.scenario.KafkaKeys;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import java.util.stream.Stream;

/**
 * Which losses a configuration promises not to have.
 *
 * <ul>
 *   <li>{@code acks-leader-loss}: with {@code acks: all} an accepted record is on {@code
 *       min-insync} replicas; as long as fewer of them can be dead at once, one has it. With {@code
 *       acks: 1} or {@code 0} nothing is promised.
 *   <li>{@code gateway-crash-no-retry}: with {@code acks: 0} a message counts as accepted before a
 *       broker has it; otherwise no gateway's death may lose one.
 *   <li>{@code async-replica-loss}, {@code queue-overflow} and {@code relay-crash} are what
 *       asynchronous replicas, bounded queues and queues in memory are known to do.
 * </ul>
 */
final class Promises {
  private static final String BROKER = "broker";

  private final ScenarioSpec scenario;

  Promises(ScenarioSpec scenario) {
    this.scenario = scenario;
  }

  /** Whether a loss for this reason breaks a promise when these failures happen. */
  boolean forbid(LossReason reason, Schedule schedule) {
    return switch (reason) {
      case ACKS_LEADER_LOSS -> isEachRecordKept(schedule);
      case GATEWAY_CRASH_NO_RETRY -> homes().noneMatch(region -> acks(region).equals("0"));
      default -> false;
    };
  }

  private boolean isEachRecordKept(Schedule schedule) {
    return homes()
        .allMatch(
            region ->
                acks(region).equals("all")
                    && region.kafka().get(KafkaKeys.MIN_INSYNC)
                        > mostReplicasDown(region, schedule));
  }

  private Stream<RegionSpec> homes() {
    return scenario.regions().stream()
        .filter(region -> scenario.regions().get(region.home()) == region);
  }

  private static String acks(RegionSpec region) {
    return region.kafka().get(KafkaKeys.ACKS);
  }

  /** How many replicas of one partition can be dead at once. */
  private static long mostReplicasDown(RegionSpec region, Schedule schedule) {
    long most = 0;
    for (Incident one : schedule.incidents()) {
      long down = 0;
      for (Incident other : schedule.incidents()) {
        if (other.atNs() <= one.atNs() && one.atNs() < other.endNs()) {
          down += replicasDown(region, other);
        }
      }
      most = Math.max(most, down);
    }
    return most;
  }

  private static long replicasDown(RegionSpec region, Incident incident) {
    if (!incident.region().equals(region.name())) {
      return 0;
    }
    long replication = region.kafka().get(KafkaKeys.REPLICATION);
    if (incident.verb().equals("lose")) {
      boolean zone = incident.component().equals("zone");
      return zone ? (replication + region.zones() - 1) / region.zones() : replication;
    }
    boolean dies = incident.verb().equals("crash") || incident.verb().equals("vanish");
    return dies && incident.component().equals(BROKER)
        ? incident.hit(region.fleets().brokers().count())
        : 0;
  }
}
