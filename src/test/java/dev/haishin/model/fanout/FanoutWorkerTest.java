package dev.haishin.model.fanout;

import static dev.haishin.model.fanout.WorkerBench.FLOOR_NS;
import static dev.haishin.model.fanout.WorkerBench.LINK_NS;
import static dev.haishin.model.fanout.WorkerBench.MEMBERS;
import static dev.haishin.model.fanout.WorkerBench.RECIPIENT_NS;
import static dev.haishin.model.fanout.WorkerBench.RECORD_NS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.model.redis.Laws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a worker's frames and bookings leave, worked out by hand. */
class FanoutWorkerTest {
  private static final long MS = 1_000_000;
  private static final long COMMAND_NS = 10_000;
  private static final long SERVICE_NS = RECORD_NS + (MEMBERS - 1) * RECIPIENT_NS;

  /** From the end of a core's service to the gateway: all lookups are one request to one shard. */
  private static final long TO_GATEWAY_NS = 3 * LINK_NS + (MEMBERS - 1) * COMMAND_NS;

  private final Distribution between2And9Ms = Distributions.uniform(2 * MS, 9 * MS);

  @Test
  void framesLeaveOnTheLookupsOfARecordThatTheCoreIsDoneWith() {
    WorkerBench bench = new WorkerBench(COMMAND_NS, between2And9Ms);
    bench.connectEveryone();
    long message = bench.message();
    bench.fetchedAt(MS, message);
    bench.run();
    long atNs = MS + SERVICE_NS + TO_GATEWAY_NS;
    assertEquals(Collections.nCopies(MEMBERS - 1, atNs), bench.gateway.of(message));
    assertEquals(0, bench.heldPairs());
  }

  @Test
  void theNextRecordOfAChatBeginsAtTheLastWriteOfTheOneBeforeWheneverItIsFetched() {
    WorkerBench sketch = new WorkerBench(COMMAND_NS, between2And9Ms);
    long[] written = written(sketch, MS + SERVICE_NS, sketch.message());
    long firstHeardNs = written[0];
    long doneNs = written[written.length - 1];
    assertTrue(doneNs - firstHeardNs > MS, "no instant between the first answer and the last");

    assertBegins(doneNs, MS + 1);
    assertBegins(doneNs, firstHeardNs - 1);
    assertBegins(doneNs, firstHeardNs + MS / 2);
    assertBegins(doneNs + SERVICE_NS / 2, doneNs - SERVICE_NS / 2);
    assertBegins(doneNs + SERVICE_NS + 1, doneNs + 1);
    assertBegins(doneNs + 5 * MS + SERVICE_NS, doneNs + 5 * MS);
  }

  @Test
  void threeRecordsOfAChatGoOneAfterTheOther() {
    WorkerBench bench = new WorkerBench(COMMAND_NS, between2And9Ms);
    bench.connectEveryone();
    long[] messages = {bench.message(), bench.message(), bench.message()};
    for (long message : messages) {
      bench.fetchedAt(MS, message);
    }
    bench.run();
    long beginsNs = MS + SERVICE_NS;
    for (long message : messages) {
      assertEquals(beginsNs + TO_GATEWAY_NS, bench.gateway.of(message).get(0));
      long[] written = written(bench, beginsNs, message);
      beginsNs = written[written.length - 1];
    }
  }

  @Test
  void aRecordMetTwiceIsDroppedAndHoldsNobodyUp() {
    WorkerBench bench = new WorkerBench(COMMAND_NS, between2And9Ms);
    bench.connectEveryone();
    long message = bench.message();
    bench.fetchedAt(MS, message);
    bench.fetchedAt(2 * MS, message);
    bench.run();
    assertEquals(MEMBERS - 1, bench.gateway.of(message).size());
    assertEquals(0, bench.heldPairs());
  }

  @Test
  void aPushWaitsForTheLookupAndForTheWriteWhicheverIsLast() {
    // Lookups are answered after 200 us, 5.2 ms and 20 ms; writes after 2 to 9 ms.
    for (long commandNs : new long[] {0, MS, 4 * MS}) {
      WorkerBench bench = new WorkerBench(commandNs, between2And9Ms);
      long message = bench.message();
      bench.fetchedAt(MS, message);
      bench.run();
      long askedNs = MS + SERVICE_NS;
      long foundNs = askedNs + 2 * LINK_NS + (MEMBERS - 1) * commandNs;
      List<Long> wanted = new ArrayList<>();
      for (int user : bench.recipients()) {
        long writtenNs = bench.writtenNs(askedNs, message, user);
        wanted.add(Math.max(foundNs, writtenNs) + FLOOR_NS);
      }
      List<Long> found = new ArrayList<>();
      bench.devices.forEach(devices -> found.addAll(devices.of(message)));
      Collections.sort(wanted);
      Collections.sort(found);
      assertEquals(wanted, found);
      assertEquals(0, bench.heldPairs());
    }
  }

  @Test
  void theBenchTellsAConstantWriteFromADrawnOne() {
    WorkerBench bench = new WorkerBench(COMMAND_NS, Laws.fixed(3 * MS));
    long[] written = written(bench, 0, bench.message());
    assertEquals(written[0], written[written.length - 1]);
  }

  /** The first record of the chat is fetched after 1 ms, the next at an instant. */
  private void assertBegins(long wantedNs, long fetchedNs) {
    WorkerBench bench = new WorkerBench(COMMAND_NS, between2And9Ms);
    bench.connectEveryone();
    long first = bench.message();
    long next = bench.message();
    bench.fetchedAt(MS, first);
    bench.fetchedAt(fetchedNs, next);
    bench.run();
    assertEquals(MS + SERVICE_NS + TO_GATEWAY_NS, bench.gateway.of(first).get(0));
    assertEquals(
        Collections.nCopies(MEMBERS - 1, wantedNs + TO_GATEWAY_NS), bench.gateway.of(next));
  }

  private static long[] written(WorkerBench bench, long askedNs, long message) {
    return Arrays.stream(bench.recipients())
        .mapToLong(user -> bench.writtenNs(askedNs, message, user))
        .sorted()
        .toArray();
  }
}
