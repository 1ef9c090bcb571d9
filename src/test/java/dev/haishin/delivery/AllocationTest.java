package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hot paths allocate nothing once their tables have reached their size. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 30;
  private static final int CALLS = 20_000;

  /** Results go here, so that no call can be optimised away. */
  private static long sinkhole;

  @ParameterizedTest
  @MethodSource("hotPaths")
  void allocatesNothingInSteadyState(LongConsumer path) {
    assertEquals(0, fewestBytes(path));
  }

  @Test
  void aBoxedNumberWouldBeNoticed() {
    Object[] kept = new Object[1];
    assertTrue(fewestBytes(i -> kept[0] = Long.valueOf(1000 + i)) >= 16L * CALLS);
  }

  static Stream<Named<LongConsumer>> hotPaths() {
    return Stream.of(
        Named.of("write fan-out", fanout(new WriteFanout())),
        Named.of("read fan-out", fanout(new ReadFanout())),
        Named.of("hybrid fan-out", fanout(new HybridFanout(50))),
        Named.of("cost-based fan-out", fanout(new CostBasedFanout(1, 1))),
        Named.of("partition", i -> sinkhole += PartitionHash.partition(i, 4800)),
        Named.of("slot", i -> sinkhole += SlotHash.slotOfUser(i * 7919)),
        Named.of("session router", router()),
        Named.of("chat sequencer", sequencer()),
        Named.of("deduplicator", deduplicator()),
        Named.of("inbox window", inbox()),
        Named.of("push dispatcher", pushes()),
        Named.of("bundler", bundler()),
        Named.of("backoff and heartbeats", policies()));
  }

  /** The fewest bytes of any round, so that compilation and class loading do not count. */
  private static long fewestBytes(LongConsumer path) {
    long fewest = Long.MAX_VALUE;
    long i = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int call = 0; call < CALLS; call++) {
        path.accept(i++);
      }
      fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return fewest;
  }

  private static LongConsumer fanout(FanoutStrategy strategy) {
    Room room = new Room();
    return i -> {
      room.message = i;
      strategy.fanOut(room, room, room);
    };
  }

  private static LongConsumer router() {
    Counter counter = new Counter();
    SessionRouter router = new RetryOnceRouter(counter);
    return i -> {
      int state = router.onRoute(router.begin(i), i, 0, i & 1023);
      state = router.onNotHere(state, i, 0);
      state = router.onRoute(state, i, 1, (i & 1) - 1);
      sinkhole += router.onTimeout(state, i, 1);
    };
  }

  private static LongConsumer sequencer() {
    ChatSequencer sequencer = new ChatSequencer(1000);
    return i -> sinkhole += sequencer.next(i % 777, i);
  }

  private static LongConsumer deduplicator() {
    Deduplicator deduplicator = new Deduplicator(1000);
    return i -> sinkhole += deduplicator.isDuplicate(deduplicator.mark(i / 2), i) ? 1 : 0;
  }

  private static LongConsumer inbox() {
    long[] row = new long[1];
    return i -> {
      int revision = (int) i ^ 1;
      sinkhole += InboxWindow.classify(row[0], revision) == InboxWindow.Arrival.FIRST ? 1 : 0;
      row[0] = InboxWindow.accept(row[0], revision);
    };
  }

  private static LongConsumer pushes() {
    Counter counter = new Counter();
    RetryPolicy retry = new RetryPolicy(Backoff.FULL_JITTER, 10, 100, 3);
    PushDispatcher dispatcher =
        new PushDispatcher(
            new PushRules(100, PushRules.Overflow.DROP_OLDEST, retry, true), 1, counter);
    return i -> {
      dispatcher.offer(i, 0, i + 1000, i);
      PushOutcome outcome = i % 3 == 0 ? PushOutcome.ACCEPTED : PushOutcome.ERROR;
      int row = counter.row;
      dispatcher.onOutcome(row, outcome, 0, i, i * 0x9e3779b97f4a7c15L);
      if (i % 3 == 1) {
        dispatcher.wake(row, i + 100);
        dispatcher.onOutcome(row, PushOutcome.INVALID_TOKEN, 0, i + 100, 0);
      }
    };
  }

  private static LongConsumer bundler() {
    Bundler bundler = new Bundler();
    Bundler.Departures departures = (receiver, arrivedNs) -> sinkhole += arrivedNs;
    return i -> {
      bundler.add(i % 300, i, 10);
      sinkhole += bundler.flush((i * 7) % 300, i, departures);
    };
  }

  private static LongConsumer policies() {
    ReconnectPolicy reconnect = new ReconnectPolicy(Backoff.DECORRELATED, 1000, 60_000);
    HeartbeatPolicy heartbeats = HeartbeatPolicy.of(200_000, 10_000);
    OutboxPolicy outbox = new OutboxPolicy(10, 3, 600);
    return i -> {
      sinkhole += reconnect.delayNs((int) (i & 15), 2000, i << 32);
      sinkhole += heartbeats.nextBeatNs(heartbeats.phaseNs(i << 40), i);
      OutboxPolicy.Decision decision = outbox.onUnacknowledged((int) (i & 3), 0, i & 1023);
      sinkhole += decision == OutboxPolicy.Decision.RESEND ? 1 : 0;
    };
  }

  /** A chat of 20 or 100 members that counts what is asked for. */
  private static final class Room implements Chat, Members, FanoutSink {
    private long message;

    @Override
    public long chatId() {
      return 5;
    }

    @Override
    public long senderId() {
      return 3;
    }

    @Override
    public long messageId() {
      return message;
    }

    @Override
    public double messagesPerSecond() {
      return 2;
    }

    @Override
    public double readsPerSecond(int index) {
      return index;
    }

    @Override
    public int memberCount() {
      return (message & 1) == 0 ? 20 : 100;
    }

    @Override
    public int size() {
      return memberCount() / 10;
    }

    @Override
    public long member(int index) {
      return index;
    }

    @Override
    public void writeInbox(long recipient) {
      sinkhole += recipient;
    }

    @Override
    public void appendLog(long chatId) {
      sinkhole += chatId;
    }

    @Override
    public void route(long recipient) {
      sinkhole += recipient;
    }

    @Override
    public void notifyMember(long recipient) {
      sinkhole += recipient;
    }
  }

  /** Remembers the latest row and counts the rest. */
  private static final class Counter implements RouteSink, PushSink {
    private int row;

    @Override
    public void lookUp(long pair, int attempt) {
      sinkhole += pair;
    }

    @Override
    public void send(long pair, long route, int attempt) {
      sinkhole += route;
    }

    @Override
    public void push(long pair, PushReason reason) {
      sinkhole += reason == PushReason.OFFLINE ? 1 : 0;
    }

    @Override
    public void send(int row, long push, int attempt) {
      this.row = row;
    }

    @Override
    public void scheduleRetry(int row, long atNs) {
      sinkhole += atNs;
    }

    @Override
    public long holdBits(long push) {
      return push;
    }

    @Override
    public void breakerOpened(int provider) {
      sinkhole += provider;
    }

    @Override
    public void ended(long push, PushEnd end) {
      sinkhole += end == PushEnd.DROPPED ? 1 : 0;
    }
  }
}
