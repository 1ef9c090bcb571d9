package dev.haishin.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.LedgerColumn;
import dev.haishin.results.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole small world: books, laws and failures. */
class WorldTest {
  private static final WorldPlan.FailurePlan CRASH =
      new WorldPlan.FailurePlan(
          0, 30 * SmallWorlds.SECOND, new int[] {1}, 40 * SmallWorlds.SECOND, false, 0);

  @Test
  void showsWhatItDid() {
    for (String strategy : new String[] {"hybrid", "write", "read"}) {
      for (List<WorldPlan.FailurePlan> failures :
          List.of(List.<WorldPlan.FailurePlan>of(), List.of(CRASH))) {
        World world = World.build(SmallWorlds.quickstart(strategy, failures), 1);
        long t0 = System.nanoTime();
        RunResult result = world.run((at, end, events) -> {});
        System.out.println(
            strategy + " " + (System.nanoTime() - t0) / 1e9 + " s, " + world.events() + " events");
        for (LedgerColumn column : LedgerColumn.values()) {
          System.out.print(column.columnName() + "=" + result.ledger().pairs(column) + " ");
        }
        System.out.println(" diff " + result.ledger().differencePairs());
        for (String path :
            new String[] {
              "send.ack.p50",
              "send.ack.p99",
              "delivery.online.p50",
              "delivery.online.p99",
              "delivery.any.p50",
              "delivery.sync.p50",
              "connect.p50",
              "stage.gateway-in.wait.mean",
              "stage.kafka-produce.wait.mean",
              "stage.kafka-replicate.service.mean",
              "fanout.recipients-per-message",
              "gateway.cpu.mean",
              "kafka.cpu.mean"
            }) {
          System.out.println("  " + path + " = " + result.value(path));
        }
        assertEquals(0, result.ledger().differencePairs());
        assertTrue(result.ledger().isBalanced());
      }
    }
  }
}
