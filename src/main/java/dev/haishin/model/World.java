package dev.haishin.model;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Crew;
import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Simulation;
import dev.haishin.model.fanout.Broadcaster;
import dev.haishin.model.fanout.FanoutWorker;
import dev.haishin.model.gateway.Gateway;
import dev.haishin.model.kafka.Broker;
import dev.haishin.model.population.ClientShard;
import dev.haishin.results.Counter;
import dev.haishin.results.Derived;
import dev.haishin.results.Ledger;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.RecordingPlan;
import dev.haishin.results.RunResult;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A simulated world: built from a plan, run once, then asked for its results. */
public final class World {
  private static final long STEP_NS = 1_000_000_000L;

  /** What nothing in the model counts yet: unknown, and not 0. */
  private static final Set<Counter> UNCOUNTED =
      EnumSet.of(Counter.ORDER_INVERSIONS, Counter.DUPLICATES_SHOWN);

  private final Ground ground;
  private final RecordingPlan recording;
  private final FrontAssembly front;
  private final BackAssembly back;
  private final LoadAssembly load;
  private final MessageSweep sweep;
  private long mostPending;

  World(
      Ground ground,
      RecordingPlan recording,
      FrontAssembly front,
      BackAssembly back,
      LoadAssembly load,
      MessageSweep sweep) {
    this.ground = ground;
    this.recording = recording;
    this.front = front;
    this.back = back;
    this.load = load;
    this.sweep = sweep;
  }

  /**
   * Builds a world.
   *
   * @param partitions how many partitions, each run by a thread; no result depends on it
   */
  public static World build(WorldPlan plan, int partitions) {
    return new WorldBuilder(plan).build(partitions);
  }

  /**
   * Builds the same world, which also records the way of one message.
   *
   * @param messageId its number
   */
  public static World following(WorldPlan plan, int partitions, long messageId) {
    return new WorldBuilder(plan).following(messageId).build(partitions);
  }

  /** Builds a world that frees messages as soon as they take more than so much memory. */
  static World build(WorldPlan plan, int partitions, long messageBytes) {
    return new WorldBuilder(plan).build(partitions, messageBytes);
  }

  /** Runs from the start to the end of the plan's duration. */
  public RunResult run(Progress progress) {
    Simulation simulation = ground.simulation();
    Crew crew = new Crew();
    long endNs = ground.plan().durationNs();
    BroadcastWatch watch =
        new BroadcastWatch(ground.plan(), ground.graph().people(), front.shards());
    for (long atNs = 0; atNs < endNs; ) {
      atNs = Math.min(endNs, atNs + STEP_NS);
      for (long startNs = watch.nextNs(); startNs < atNs; startNs = watch.nextNs()) {
        if (startNs > simulation.nowNs()) {
          simulation.runBefore(startNs, crew);
        }
        watch.begin();
      }
      simulation.runBefore(atNs, crew);
      mostPending = Math.max(mostPending, simulation.pending());
      sweep.stepped();
      progress.reached(atNs, endNs, simulation.dispatched());
    }
    for (Gateway gateway : front.gateways()) {
      gateway.finishRun(endNs);
    }
    back.finishRun(endNs);
    front.shards().forEach(shard -> shard.finishRun(endNs));
    closeLedger();
    Map<Derived, Double> known = new EnumMap<>(Derived.class);
    known.put(Derived.ENGINE_EVENTS, (double) simulation.dispatched());
    known.put(Derived.ENGINE_PENDING_MAX, (double) mostPending);
    RunResult result = RunResult.of(recording, ground.recorders(), known, UNCOUNTED);
    back.hottest().forEach(result::add);
    load.hottest().forEach(result::add);
    result.add(watch.completions());
    return result;
  }

  /** What the tables of people take now. */
  public Footprint footprint() {
    long rows = 0;
    for (ClientShard shard : front.shards()) {
      rows += shard.rowBytes();
    }
    long connections = 0;
    for (Gateway gateway : front.gateways()) {
      connections += gateway.connectionBytes();
    }
    return new Footprint(ground.graph().people().users(), rows, connections, back.sessionBytes());
  }

  /** What the messages that are not freed take now, bytes. */
  public long messageBytes() {
    return ground.messages().bytes();
  }

  /** Events that processes received. */
  public long events() {
    return ground.simulation().dispatched();
  }

  /** Messages accepted in the whole run, those accepted twice counted twice. */
  public long accepted() {
    return back.accepted();
  }

  /** Events received by the processes of each group. */
  public long[] eventsByGroup() {
    long[] events = new long[Groups.COUNT];
    for (int i = 0; i < processes(); i++) {
      events[process(i).group()] += process(i).received();
    }
    return events;
  }

  /** All processes' event digests, combined in process order. */
  public long digest() {
    return ground.simulation().digest();
  }

  /** A hash over all taps (time, sender, chat): equal for variants that met the same. */
  public long tapDigest() {
    long combined = 0;
    for (ClientShard shard : front.shards()) {
      combined = CounterHash.mix(combined + shard.tapDigest());
    }
    return combined;
  }

  /** The first event digests that differ say where two runs parted; by process. */
  public LogicalProcess process(int number) {
    return ground.simulation().process(number);
  }

  /** How many processes there are. */
  public int processes() {
    return ground.simulation().processCount();
  }

  /** Walks rows and pending events, and enters where each pair stands at the end. */
  private void closeLedger() {
    Ledger ledger = ground.recorders().get(0).ledger();
    long attempted = 0;
    for (ClientShard shard : front.shards()) {
      attempted += shard.attempted();
      shard.enter(ledger);
    }
    long held = 0;
    for (Gateway gateway : front.gateways()) {
      held += gateway.heldPairs();
    }
    for (Broker broker : back.brokers()) {
      held += broker.heldPairs(back.pairs());
    }
    held += back.abandonedPairs();
    for (FanoutWorker worker : back.workers()) {
      held += worker.heldPairs();
    }
    for (Broadcaster broadcaster : load.broadcasters()) {
      held += broadcaster.heldPairs();
    }
    PendingPairs pending = new PendingPairs();
    ground.simulation().census(pending::add);
    ledger.add(LedgerColumn.IN_FLIGHT, held + pending.pairs);
    ledger.add(LedgerColumn.UNSENT, attempted - back.acceptedMessages());
  }

  /** Told how far a run has come. */
  @FunctionalInterface
  public interface Progress {
    /** Simulated time reached, of how much, after how many events. */
    void reached(long atNs, long endNs, long events);
  }

  /** Pairs carried by pending events. */
  private final class PendingPairs {
    private long pairs;

    void add(LogicalProcess destination, Event event) {
      if (destination instanceof ClientShard) {
        pairs += ClientShard.heldPairs(event);
      } else if (destination instanceof Gateway) {
        pairs += Gateway.heldPairs(event);
      } else if (destination instanceof Broker broker) {
        pairs += broker.heldPairs(event, back.pairs());
      } else if (destination instanceof FanoutWorker) {
        pairs += FanoutWorker.heldPairs(event);
      } else if (destination instanceof Broadcaster) {
        pairs += Broadcaster.heldPairs(event);
      }
    }
  }
}
