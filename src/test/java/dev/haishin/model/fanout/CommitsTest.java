package dev.haishin.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.engine.Event;
import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import dev.haishin.model.fanout.WorkerBench.Noted;
import dev.haishin.model.kafka.Consumer;
import dev.haishin.model.kafka.KafkaCluster;
import dev.haishin.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Offsets are committed when records are done, however early that instant was known. */
class CommitsTest {
  private static final long MS = 1_000_000;
  private static final long LINK_NS = 100_000;

  private final Links links =
      new Links(Groups.COUNT)
          .connect(Groups.WORKERS, Groups.KAFKA, LINK_NS)
          .connect(Groups.KAFKA, Groups.WORKERS, LINK_NS);
  private final Simulation simulation = new Simulation(links, 1, HeapQueue::new);
  private final Noted broker = simulation.add(new Noted("kafka/0", Groups.KAFKA), 0);
  private final Desk desk = simulation.add(new Desk(), 0);

  @Test
  void recordsRetireAtTheirInstantsInWhateverOrderTheseBecameKnown() {
    desk.at(
        MS,
        () -> {
          desk.done(9 * MS);
          desk.done(5 * MS);
          desk.done(7 * MS);
          desk.done(MS);
        });
    desk.at(6 * MS, () -> desk.commits.catchUp());
    desk.at(10 * MS, () -> desk.commits.catchUp());
    run();
    assertEquals(List.of(MS, 6 * MS, 10 * MS, 10 * MS), desk.retiredNs);
    assertEquals(List.of(3, 1, 2, 0), desk.retired);
    assertEquals(List.of(), broker.atNs);
  }

  @Test
  void aFullPartitionIsFetchedAgainAtTheInstantAtWhichItsFirstRecordIsDone() {
    desk.at(MS, () -> desk.done(30 * MS));
    desk.at(MS, () -> desk.done(20 * MS));
    desk.at(2 * MS, () -> desk.fill(FanoutWorker.MOST_IN_FLIGHT));
    run();
    assertEquals(List.of(20 * MS, 30 * MS), desk.retiredNs);
    assertEquals(List.of(30 * MS + LINK_NS), broker.atNs, "offset 1 is done before offset 0");
  }

  @Test
  void whatBecomesKnownWhileAPartitionIsFullWakesItToo() {
    desk.at(MS, () -> desk.fill(FanoutWorker.MOST_IN_FLIGHT));
    desk.at(2 * MS, () -> desk.done(40 * MS));
    desk.at(3 * MS, () -> desk.done(30 * MS));
    run();
    assertEquals(List.of(30 * MS, 40 * MS), desk.retiredNs);
    assertEquals(List.of(40 * MS + LINK_NS), broker.atNs);
  }

  private void run() {
    simulation.seal();
    simulation.runBefore(1_000 * MS);
  }

  /** A worker with one partition whose records are done as a test says. */
  private static final class Desk extends LogicalProcess {
    private static final int SCRIPT = 200;

    private final Records records = new Records();
    private final Commits commits = new Commits(port(), records, this::retiring);
    private final List<Runnable> scripts = new ArrayList<>();
    private final List<Long> retiredNs = new ArrayList<>();
    private final List<Integer> retired = new ArrayList<>();
    private long fetched;
    private long declared;

    Desk() {
      super("fanout/0", Groups.WORKERS);
      Network network = new Network(LINK_NS, LINK_NS, new long[1][1]);
      KafkaCluster kafka = new KafkaCluster(0, 0, 1, 1, 1, 1);
      commits.readFrom(
          new Consumer(
              port(),
              kafka,
              network,
              WorkerKinds.CONSUMER,
              0,
              1,
              (partition, offset, messageId, acceptedNs, fetchedNs, again) -> {}));
    }

    void at(long atNs, Runnable script) {
      port().at(atNs, SCRIPT, scripts.size(), 0);
      scripts.add(script);
    }

    /** Has so many records in flight. */
    void fill(long records) {
      while (fetched < records) {
        commits.fetched(0, fetched++);
      }
    }

    /** The record at the next offset is done at an instant. */
    void done(long doneNs) {
      fill(declared + 1);
      commits.done(records.add(0, declared, 100 + declared, 0, 1, doneNs));
      declared++;
    }

    @Override
    protected void receive(Event event) {
      if (event.kind() == WorkerKinds.WAKE) {
        commits.wake();
      } else {
        scripts.get((int) event.a()).run();
      }
    }

    private void retiring(int row) {
      retiredNs.add(nowNs());
      retired.add((int) records.offset(row));
    }
  }
}
