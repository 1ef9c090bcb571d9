package dev.haishin.model.store;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.rack.Answers;
import dev.haishin.model.rack.Command;
import dev.haishin.model.rack.RackHost;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import dev.haishin.results.Utilization;

/**
 * A region server: so many handlers, each busy for the cost of an operation, and a delay on top
 * that takes no handler.
 *
 * <p>Nobody reads its state here, so an operation needs no event at its departure: when a request
 * arrives, it is known when the last of its operations will be done. Operations of one request are
 * jobs of their own and may be served side by side.
 *
 * <p>The delay is drawn from what is stored and for whom, never from the server's own stream: a
 * copy of a message takes as long to write in one variant of a scenario as in another.
 */
public final class RegionServer implements RackHost {
  /** Rows of an inbox that one operation can read: 2 MB a scan result of 840-byte records (L53). */
  static final int ROWS_PER_OPERATION = 2_400;

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
  private Capacity delays = Capacity.FULL;
  private long storedBytes;

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
      int handlers,
      Distribution operationCost,
      Distribution putDelay,
      Distribution getDelay,
      Recorder recorder,
      int host) {
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

  /**
   * Has it work as fast as its host does; before the run.
   *
   * @param processors of the host by time
   * @param disks of the host by time: what is not served by a handler
   */
  public void runOn(Capacity processors, Capacity disks) {
    handlers.moveTo(processors, 0);
    delays = disks;
  }

  /** Bytes written since the start, every copy counted, replicas of the store not. */
  public long storedBytes() {
    return storedBytes;
  }

  @Override
  public long execute(long nowNs, Command command, Answers answers) {
    return execute(nowNs, command, answers, Outages.NEVER);
  }

  /**
   * Takes an operation as a server that will die.
   *
   * @param deathNs when it dies: what would be done later is not acknowledged
   */
  long execute(long nowNs, Command command, Answers answers, long deathNs) {
    int operation = command.operation();
    int argument = command.argument();
    long item = command.first();
    boolean isGet = operation == StoreClient.GET;
    long departNs =
        serve(nowNs, isGet ? 1 + Math.max(0, argument - 1) / ROWS_PER_OPERATION : 1, deathNs);
    long delayNs = delayNs(operation, item, command.second(), argument);
    long doneNs = delays.isFull() ? departNs + delayNs : delays.doneNs(departNs, delayNs);
    if (doneNs >= deathNs) {
      return deathNs;
    }
    answers.add(command.tag(), operation, 0);
    switch (operation) {
      case StoreClient.PUT -> {
        storedBytes += argument;
        recorder.count(Counter.STORE_BYTES_WRITTEN, nowNs, argument);
        recorder.count(Counter.FANOUT_INBOX_WRITES, nowNs, 1);
        record(nowNs, Stage.INBOX_WRITE, doneNs);
      }
      case StoreClient.APPEND -> {
        storedBytes += argument;
        recorder.count(Counter.STORE_BYTES_WRITTEN, nowNs, argument);
        recorder.count(Counter.FANOUT_LOG_APPENDS, nowNs, 1);
        record(nowNs, Stage.LOG_APPEND, doneNs);
      }
      case StoreClient.READ -> {
        recorder.count(Counter.FANOUT_LOG_READS, nowNs, 1);
        record(nowNs, Stage.LOG_READ, doneNs);
      }
      default -> {}
    }
    return doneNs;
  }

  /** The server is back: nothing is left of what it was doing. */
  void restart(long nowNs) {
    handlers.reset(nowNs);
  }

  private long delayNs(int operation, long item, long row, int argument) {
    return switch (operation) {
      case StoreClient.PUT -> putDelay.valueAt(CounterHash.bits(putKey, item, row));
      case StoreClient.APPEND -> putDelay.valueAt(CounterHash.bits(appendKey, item));
      case StoreClient.GET -> getDelay.valueAt(CounterHash.bits(getKey, item, row));
      default -> getDelay.valueAt(CounterHash.bits(readKey, item, argument));
    };
  }

  /** Keeps a handler busy and returns when it is free again. */
  private long serve(long nowNs, int operations, long deathNs) {
    long costNs = 0;
    for (int i = 0; i < operations; i++) {
      costNs += operationCost.sample(random);
    }
    long departNs = handlers.arrive(nowNs, costNs);
    long startNs = Math.min(handlers.lastStartNs(), deathNs);
    recorder.visit(Utilization.STORE_CPU, host, nowNs, startNs, Math.min(departNs, deathNs));
    return departNs;
  }

  private void record(long nowNs, Stage stage, long doneNs) {
    long startNs = handlers.lastStartNs();
    recorder.stage(stage, nowNs, startNs - nowNs, doneNs - startNs);
  }
}
