package dev.haishin.experiment.check;

import dev.haishin.experiment.replication.ReplicationTable;
import dev.haishin.results.Counter;
import dev.haishin.results.Stage;
import dev.haishin.results.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * In which stage more time is spent than before: time in the queue and in service of all visits,
 * over the messages accepted.
 */
final class StageShift {
  private static final String ACCEPTED =
      ReplicationTable.title(Counter.MESSAGES_ACCEPTED.path() + ".count", Unit.COUNT);

  private StageShift() {}

  /**
   * The stage with the greatest rise, in words; empty where none rose.
   *
   * @param metric whose rise is to be explained: only stages that it passes count
   */
  static String between(String metric, ReplicationRows before, ReplicationRows after) {
    String most = "";
    double mostMs = 0;
    for (Stage stage : stages(metric)) {
      for (String path : List.of(stage.waitPath(), stage.servicePath())) {
        double riseMs = msPerMessage(after, path) - msPerMessage(before, path);
        if (riseMs > mostMs) {
          most = path;
          mostMs = riseMs;
        }
      }
    }
    return most.isEmpty() ? "" : String.format(Locale.ROOT, "%s, +%.3g ms a message", most, mostMs);
  }

  private static Set<Stage> stages(String metric) {
    if (metric.startsWith("send.ack")) {
      return EnumSet.range(Stage.GATEWAY_IN, Stage.KAFKA_REPLICATE);
    }
    boolean isPushed = metric.startsWith("delivery.push") || metric.startsWith("delivery.any");
    return isPushed
        ? EnumSet.allOf(Stage.class)
        : EnumSet.complementOf(EnumSet.of(Stage.PUSH_QUEUE, Stage.PUSH_PROVIDER));
  }

  private static double msPerMessage(ReplicationRows rows, String path) {
    double[] mean = known(rows, ReplicationTable.title(path + ".mean", Unit.DURATION));
    double[] count = known(rows, ReplicationTable.title(path + ".count", Unit.COUNT));
    double[] messages = known(rows, ACCEPTED);
    List<Double> perMessage = new ArrayList<>();
    for (int i = 0; i < mean.length; i++) {
      if (messages[i] > 0) {
        perMessage.add(mean[i] * count[i] / messages[i]);
      }
    }
    return perMessage.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** A stage that nothing passed has no mean, and takes no time. */
  private static double[] known(ReplicationRows rows, String title) {
    return Arrays.stream(rows.values(title)).map(v -> Double.isNaN(v) ? 0 : v).toArray();
  }
}
