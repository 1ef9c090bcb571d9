package dev.haishin.model.store;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Event;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import dev.haishin.model.redis.Burst;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import dev.haishin.results.Utilization;
import java.util.Arrays;

/**
 * A region server: so many handlers, each busy for the cost of an operation, and a delay on top
 * that takes no handler.
 *
 * <p>Nobody reads its state here, so an operation needs no event at its departure: the answer is
 * sent when the request arrives, to come when the last of its operations is done. Operations of one
 * request are jobs of their own and may be served side by side.
 *
 * <p>The delay is drawn from what is stored and for whom, never from the server's own stream: a
 * copy of a message takes as long to write in one variant of a scenario as in another.
 */
public final class RegionServer extends LogicalProcess {
  /** Rows of an inbox that one operation can read: 2 MB a scan result of 840-byte records (L53). */
  static final int ROWS_PER_OPERATION = 2_400;

  private static final int REQUEST = 0;
  private static final int OPERATION_SHIFT = 32;
  private static final int REPLY_SHIFT = 34;
  private static final int FIRST_WORDS = 2;
  private static final int COLUMNS = 4;

  private final Network network;
  private final FifoStation handlers;
  private final Distribution operationCost;
  private final Distribution putDelay;
  private final Distribution getDelay;
  private final RandomStream random;
  private final Recorder recorder;
  private final int host;
  private final long putKey;
  private final long appendKey;
  private final long getKey;
  private final long readKey;
  private long storedBytes;
  private long[] answers = new long[2 * 64];
  private int answerWords;

  /**
   * A server without load.
   *
   * @param handlers operations served at the same time
   * @param operationCost nanoseconds that an operation keeps a handler
   * @param putDelay nanoseconds that a write takes on top
   * @param getDelay nanoseconds that a read takes on top
   * @param host its index among all region servers
   */
  public RegionServer(
      String name,
      long seed,
      Network network,
      int handlers,
      Distribution operationCost,
      Distribution putDelay,
      Distribution getDelay,
      Recorder recorder,
      int host) {
    super(name, Groups.STORE);
    this.network = network;
    this.handlers = new FifoStation(handlers);
    this.operationCost = operationCost;
    this.putDelay = putDelay;
    this.getDelay = getDelay;
    this.recorder = recorder;
    this.host = host;
    random = RandomStream.of(seed, "store.op-cost", name);
    putKey = CounterHash.key(seed, "store.put", "");
    appendKey = CounterHash.key(seed, "store.append", "");
    getKey = CounterHash.key(seed, "store.get", "");
    readKey = CounterHash.key(seed, "store.read", "");
  }

  /** Packs an operation, its argument (bytes, rows or reader) and how its answer is addressed. */
  static long header(int operation, int argument, int replyKind) {
    return argument | ((long) operation << OPERATION_SHIFT) | ((long) replyKind << REPLY_SHIFT);
  }

  /** Sends the operations of a burst from {@code row} on as one request. */
  static void request(Port from, int process, long atNs, Burst burst, int row) {
    from.attach(burst.word(row, 2));
    from.attach(burst.word(row, 3));
    for (int rest = burst.next(row); rest != Burst.END; rest = burst.next(rest)) {
      for (int column = 0; column < COLUMNS; column++) {
        from.attach(burst.word(rest, column));
      }
    }
    from.send(process, atNs, REQUEST, burst.word(row, 0), burst.word(row, 1));
  }

  /** Bytes written since the start, every copy counted, replicas of the store not. */
  public long storedBytes() {
    return storedBytes;
  }

  @Override
  protected void receive(Event event) {
    answerWords = 0;
    long header = event.word(0);
    long doneNs = execute(event.a(), event.b(), header, event.word(1));
    for (int at = FIRST_WORDS; at < event.wordCount(); at += COLUMNS) {
      long nextNs =
          execute(event.word(at), event.word(at + 1), event.word(at + 2), event.word(at + 3));
      doneNs = Math.max(doneNs, nextNs);
    }
    int asker = event.origin();
    long atNs = doneNs + network.latencyNs(id(), asker);
    int replyKind = (int) (header >>> REPLY_SHIFT);
    StoreClient.reply(port(), asker, atNs, replyKind, answers, answerWords);
  }

  /** Serves one operation and returns when it is done. */
  private long execute(long tag, long item, long header, long row) {
    int argument = (int) header;
    int operation = (int) (header >>> OPERATION_SHIFT) & 3;
    answer(tag, operation);
    return switch (operation) {
      case StoreClient.PUT -> {
        storedBytes += argument;
        recorder.count(Counter.FANOUT_INBOX_WRITES, nowNs(), 1);
        long delayNs = putDelay.valueAt(CounterHash.bits(putKey, item, row));
        yield recorded(Stage.INBOX_WRITE, serve(1), delayNs);
      }
      case StoreClient.APPEND -> {
        storedBytes += argument;
        recorder.count(Counter.FANOUT_LOG_APPENDS, nowNs(), 1);
        long delayNs = putDelay.valueAt(CounterHash.bits(appendKey, item));
        yield recorded(Stage.LOG_APPEND, serve(1), delayNs);
      }
      case StoreClient.GET -> {
        int operations = 1 + Math.max(0, argument - 1) / ROWS_PER_OPERATION;
        yield serve(operations) + getDelay.valueAt(CounterHash.bits(getKey, item, row));
      }
      default -> {
        recorder.count(Counter.FANOUT_LOG_READS, nowNs(), 1);
        long delayNs = getDelay.valueAt(CounterHash.bits(readKey, item, argument));
        yield recorded(Stage.LOG_READ, serve(1), delayNs);
      }
    };
  }

  /** Keeps a handler busy and returns when it is free again. */
  private long serve(int operations) {
    long costNs = 0;
    for (int i = 0; i < operations; i++) {
      costNs += operationCost.sample(random);
    }
    long departNs = handlers.arrive(nowNs(), costNs);
    recorder.visit(Utilization.STORE_CPU, host, nowNs(), handlers.lastStartNs(), departNs);
    return departNs;
  }

  private long recorded(Stage stage, long departNs, long delayNs) {
    long startNs = handlers.lastStartNs();
    recorder.stage(stage, nowNs(), startNs - nowNs(), departNs - startNs + delayNs);
    return departNs + delayNs;
  }

  private void answer(long tag, int operation) {
    if (answerWords == answers.length) {
      answers = Arrays.copyOf(answers, answerWords * 2);
    }
    answers[answerWords++] = tag;
    answers[answerWords++] = operation;
  }
}
