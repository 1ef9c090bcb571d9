package dev.haishin.model.kafka;

import dev.haishin.engine.Agenda;
import dev.haishin.engine.Capacity;
import dev.haishin.engine.Port;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The brokers of one home, which share a partition and nothing else: what they do among themselves
 * are steps that nobody else sees, each at its own instant and in the order of time, but taken only
 * when one of them receives an event, or when producers or consumers could soon see the effect.
 *
 * <p>A step is seen at the earliest when a record is known to be replicated. That needs a report of
 * a follower, which is handled for a fetch's time; before it, the follower's append and the way
 * back; before that, the way to the follower. So steps are kept by the time that they leave, and
 * the brokers wake up when the first of these times is over.
 */
public final class BrokerRack {
  /** Seen at once: an answer or a response leaves. */
  static final int AT_ONCE = 0;

  /** A fetch that reports to a leader, or one of a consumer for which there is something. */
  static final int HANDLED = 1;

  /** A response reaches a follower, which appends. */
  static final int APPENDED = 2;

  /** A leader appends what is to be replicated, or sends it to a follower. */
  static final int REPLICATED = 3;

  /** Nothing comes of it, unless something else happens first. */
  static final int IDLE = 4;

  private static final int CLASSES = 5;
  private static final long NEVER = Long.MAX_VALUE;

  private final KafkaCluster cluster;
  private final Network network;
  private final BrokerSettings settings;
  private final Outages outages;
  private final boolean folds;
  private final ReplicaSet[] sets;
  private final Controller controller;
  private final List<Broker> brokers = new ArrayList<>();
  private final Agenda[] agendas = new Agenda[CLASSES];
  private final long[] unseenNs = new long[CLASSES];
  private final Capacity[] capacities;
  private Port port;
  private long armedNs = NEVER;
  private int joins;
  private long settledNs;

  /**
   * A rack without brokers; each joins as it is made, in the order of their processes.
   *
   * @param settings of each of them
   */
  public BrokerRack(KafkaCluster cluster, Network network, BrokerSettings settings) {
    this(cluster, network, settings, new Outages(cluster.brokers()), true);
  }

  /**
   * A rack of brokers that may fail.
   *
   * @param outages when each broker is down, by its number
   */
  public BrokerRack(
      KafkaCluster cluster, Network network, BrokerSettings settings, Outages outages) {
    this(cluster, network, settings, outages, true);
  }

  /**
   * A rack that may be told to take each step at its own instant.
   *
   * @param folds whether steps are left until their effect could be seen
   */
  BrokerRack(
      KafkaCluster cluster,
      Network network,
      BrokerSettings settings,
      Outages outages,
      boolean folds) {
    this.cluster = cluster;
    this.network = network;
    this.settings = settings;
    this.outages = outages;
    this.folds = folds;
    capacities = new Capacity[cluster.brokers()];
    Arrays.fill(capacities, Capacity.FULL);
    sets = new ReplicaSet[cluster.partitions()];
    for (int partition = 0; partition < sets.length; partition++) {
      sets[partition] = new ReplicaSet(partition, cluster.replication(), cluster.fails());
    }
    cluster.journal().of(sets);
    controller = cluster.fails() ? new Controller(this, outages) : null;
    for (int i = 0; i < CLASSES; i++) {
      agendas[i] = new Agenda();
    }
  }

  /** Takes the steps before the end of a run. */
  public void finishRun(long endNs) {
    catchUp(endNs);
  }

  KafkaCluster cluster() {
    return cluster;
  }

  Network network() {
    return network;
  }

  BrokerSettings settings() {
    return settings;
  }

  Outages outages() {
    return outages;
  }

  /** A partition, as all replicas have it. */
  ReplicaSet set(int partition) {
    return sets[partition];
  }

  /** Who decides what follows from failures; null where nothing fails. */
  Controller controller() {
    return controller;
  }

  /** Whether nobody listens at a broker. */
  boolean isDown(int broker) {
    return controller != null && controller.isDown(broker);
  }

  /** A follower is about to take so many partitions more into its fetches, or has done so. */
  void joining(int more) {
    joins += more;
  }

  /** Who leads or is in sync has changed: what is worked on by now may come to another end. */
  void settle(long nowNs) {
    settledNs = Math.max(settledNs, nowNs + 1);
    for (Broker broker : brokers) {
      settledNs = Math.max(settledNs, broker.busyUntilNs() + 1);
    }
  }

  /** A durable record is lost with a broker, or found again. */
  void lost(int broker, long messageId, long atNs, int records) {
    brokers.get(broker).lost(messageId, atNs, records);
  }

  /** Has a broker that has not joined yet work as fast as its host does. */
  public void runOn(int broker, Capacity capacity) {
    capacities[broker] = capacity;
  }

  /** How fast the host of a broker works, by time. */
  Capacity capacity(int broker) {
    return capacities[broker];
  }

  void join(Broker broker) {
    brokers.add(broker);
  }

  Broker broker(int index) {
    return brokers.get(index);
  }

  /** Lets the brokers begin, once all stand in their places. */
  void start(Port first) {
    port = first;
    if (controller != null) {
      controller.start();
    }
    if (folds) {
      BrokerCosts costs = settings.costs();
      long wayNs = shortestWayNs();
      unseenNs[HANDLED] = costs.fetchNs();
      unseenNs[APPENDED] =
          costs.appendNs().least() + costs.recordNs().least() + wayNs + costs.fetchNs();
      unseenNs[REPLICATED] = wayNs + unseenNs[APPENDED];
      unseenNs[IDLE] = costs.fetchNs() + settings.groupFetch().maxWaitNs();
    } else {
      // What a consumer has to say of its next fetch comes at the same instant and goes first.
      unseenNs[HANDLED] = Math.min(1, settings.costs().fetchNs());
      unseenNs[IDLE] = 1;
    }
  }

  /**
   * Enters a step.
   *
   * @param steps one of the classes
   * @param cause the process that brought it about; at the same instant, lower numbers come first
   * @param kind of step, one of the broker's
   * @param broker who is to take it
   */
  void add(int steps, long atNs, int cause, int kind, int broker, int payload) {
    long life = brokers.get(broker).life();
    agendas[steps].add(atNs, cause, kind, broker, life << Integer.SIZE | payload & 0xffffffffL);
  }

  /** Enters a step that is taken whether or not its broker has been down by then. */
  void addAlways(long atNs, int kind, int broker) {
    long life = Broker.ANY_LIFE;
    int cause = cluster.process(broker);
    agendas[AT_ONCE].add(atNs, cause, kind, broker, life << Integer.SIZE);
  }

  /** Takes all steps before an event that reaches one of the brokers. */
  void catchUp(long eventNs, int origin) {
    catchUp(eventNs);
    Agenda first = first();
    while (first.nextNs() == eventNs && first.nextRank() < origin) {
      take(first, eventNs + 1);
      first = first();
    }
  }

  /** The instant of waking up has come. */
  void wake(long nowNs) {
    catchUp(nowNs + 1);
    if (nowNs == armedNs) {
      armedNs = NEVER;
    }
  }

  private void catchUp(long beforeNs) {
    while (take(first(), beforeNs)) {
      // Each step may have entered others.
    }
  }

  private boolean take(Agenda agenda, long beforeNs) {
    boolean taken = agenda.takeBefore(beforeNs);
    if (taken) {
      Broker broker = brokers.get(agenda.host());
      int life = (int) (agenda.payload() >>> Integer.SIZE);
      if (life == broker.life()) {
        broker.step(agenda.kind(), (int) agenda.payload(), agenda.timeNs());
      } else if (life == Broker.ANY_LIFE) {
        broker.fail(agenda.kind(), agenda.timeNs());
      }
    }
    return taken;
  }

  /** Sees to it that the brokers wake up in time for the next effect. */
  void arm() {
    long dueNs = NEVER;
    boolean settled = joins == 0;
    for (int i = 0; i < CLASSES; i++) {
      if (agendas[i].size() > 0) {
        long nextNs = agendas[i].nextNs();
        dueNs = Math.min(dueNs, nextNs + (settled && nextNs > settledNs ? unseenNs[i] : 0));
      }
    }
    if (dueNs < armedNs) {
      armedNs = dueNs;
      Broker.wake(port, dueNs);
    }
  }

  private Agenda first() {
    Agenda first = agendas[0];
    for (int i = 1; i < CLASSES; i++) {
      if (agendas[i].isBefore(first)) {
        first = agendas[i];
      }
    }
    return first;
  }

  private long shortestWayNs() {
    long shortestNs = NEVER;
    for (int partition = 0; partition < cluster.partitions(); partition++) {
      int leader = cluster.process(cluster.leader(partition));
      for (int rank = 1; rank < cluster.replication(); rank++) {
        int follower = cluster.process(cluster.replica(partition, rank));
        shortestNs = Math.min(shortestNs, network.leastNs(leader, follower));
        for (int other = 1; cluster.fails() && other < rank; other++) {
          int next = cluster.process(cluster.replica(partition, other));
          shortestNs = Math.min(shortestNs, network.leastNs(next, follower));
        }
      }
    }
    return shortestNs == NEVER ? 0 : shortestNs;
  }
}
