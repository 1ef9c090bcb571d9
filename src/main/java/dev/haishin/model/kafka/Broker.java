package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import dev.haishin.results.Recorder;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;

/**
 * One broker: it appends to the partitions that it leads, replicates them to followers, answers
 * producers by their acks, and serves the group's fetches up to the high watermark.
 *
 * <p>CPU is a first-come-first-served station of request handlers. An append takes effect at its
 * departure, an event of its own. A producer's connection is muted while one of its requests is
 * worked on.
 *
 * <p>Not modelled: failures, elections and a shrinking ISR; network threads; retention; reads from
 * disk by a group that lags beyond the page cache.
 */
public final class Broker extends LogicalProcess {
  private static final int PRODUCE = 0;
  private static final int APPEND = 1;
  private static final int FOLLOWER_FETCH = 2;
  private static final int GROUP_FETCH = 3;
  private static final int HANDLE = 4;
  private static final int EXPIRE = 5;
  private static final int REPLICATE = 6;
  private static final int START = 7;
  private static final int BEGIN = 8;

  private final KafkaCluster cluster;
  private final int index;
  private final FetchLimits groupLimits;
  private final RequestHandlers handlers;
  private final Lag lag;
  private final Leaders leaders;
  private final Fetches fetches;
  private final Follower follower;
  private final Produces produces;
  private final FetchSession[] followers;
  private final Int2ObjectOpenHashMap<FetchSession> consumers = new Int2ObjectOpenHashMap<>();

  /**
   * A broker with empty logs; {@link #start} makes it follow.
   *
   * @param index its number in the cluster; its process must be {@code cluster.process(index)}
   * @param host its number among the hosts that {@code kafka.*} gauges are recorded for
   */
  public Broker(
      String name,
      long seed,
      KafkaCluster cluster,
      int index,
      Network network,
      BrokerSettings settings,
      Recorder recorder,
      int host,
      Acceptance acceptance) {
    super(name, Groups.KAFKA);
    this.cluster = cluster;
    this.index = index;
    groupLimits = settings.groupFetch();
    handlers = new RequestHandlers(name, seed, settings, recorder, host);
    lag = new Lag(recorder, host);
    FetchResponses responses =
        new FetchResponses(port(), network, index, settings.costs(), lag, recorder);
    fetches = new Fetches(port(), handlers, responses, HANDLE, EXPIRE);
    followers = new FetchSession[cluster.brokers()];
    leaders = new Leaders(cluster, fetches, lag, recorder, acceptance);
    leaders.lead(index, followers, settings.followerFetch());
    follower = new Follower(port(), cluster, network, handlers);
    produces = new Produces(port(), network, handlers, leaders, recorder, APPEND, BEGIN);
  }

  /** Schedules the first fetches, for the instant 0; call it once the simulation is sealed. */
  public void start() {
    if (id() != cluster.process(index)) {
      throw new IllegalStateException(
          name() + " must be process " + cluster.process(index) + ", but is " + id());
    }
    port().at(0, START, 0, 0);
  }

  @Override
  protected void receive(Event event) {
    long nowNs = event.timeNs();
    long effectNs = nowNs;
    switch (event.kind()) {
      case PRODUCE -> produces.arrived(event, nowNs);
      case APPEND -> produces.appended(event, nowNs);
      case FOLLOWER_FETCH -> effectNs = followerFetched(event, nowNs);
      case GROUP_FETCH -> groupFetched(event, nowNs);
      case HANDLE -> fetches.handle(fetches.session((int) event.a()), nowNs);
      case EXPIRE -> fetches.expire(nowNs);
      case REPLICATE -> follower.append(event);
      case START -> follower.start(index);
      case BEGIN -> produces.begun(event, nowNs);
      default -> throw new IllegalStateException(name() + " knows no event " + event.kind());
    }
    produces.answerDue(nowNs, effectNs);
    fetches.answerWoken(effectNs);
    lag.observe(effectNs);
  }

  /** Records of its partitions that the group has not been sent yet. */
  public long lagRecords() {
    return lag.records();
  }

  /** Pairs of the records in its logs that the group has not been sent, and in waiting requests. */
  public long heldPairs(RecordPairs pairs) {
    return leaders.heldPairs(pairs) + produces.heldPairs(pairs, cluster.home());
  }

  /** Pairs of the relay records in a produce request that is pending for it. */
  public long heldPairs(Event pending, RecordPairs pairs) {
    if (pending.kind() != PRODUCE && pending.kind() != APPEND) {
      return 0;
    }
    ProduceRequest request = new ProduceRequest();
    request.load(pending);
    return request.heldPairs(pairs, cluster.home());
  }

  /** Sends the records attached since the last send as a produce request. */
  static void produce(Port from, int process, long atNs, long header) {
    from.send(process, atNs, PRODUCE, header, 0);
  }

  /** Sends the words attached since the last send as a consumer's fetch. */
  static void fetch(Port from, int process, long atNs, int replyKind) {
    from.send(process, atNs, GROUP_FETCH, replyKind, 0);
  }

  /** Sends the words attached since the last send as a follower's fetch. */
  static void followerFetch(Port from, int process, long atNs) {
    from.send(process, atNs, FOLLOWER_FETCH, 0, 0);
  }

  /** Sends the words attached since the last send as a leader's response to a follower. */
  static void replicate(Port from, int process, long atNs, int leader) {
    from.send(process, atNs, REPLICATE, leader, 0);
  }

  /** Takes the reports of a follower; returns when they take effect. */
  private long followerFetched(Event event, long nowNs) {
    FetchSession session = followers[cluster.broker(event.origin())];
    long effectNs = fetches.arrived(session, nowNs);
    for (int i = 0; i < event.wordCount(); i++) {
      long word = event.word(i);
      PartitionLeader leader = leaders.of(FetchWord.partition(word));
      leader.reported(leader.rankOf(session), FetchWord.offset(word));
      leaders.advance(leader, effectNs);
    }
    fetches.admit(session, nowNs);
    return effectNs;
  }

  private void groupFetched(Event event, long nowNs) {
    FetchSession session = consumers.get(event.origin());
    if (session == null) {
      session = fetches.open(event.origin(), groupLimits);
      consumers.put(event.origin(), session);
    }
    session.replyKind = (int) event.a();
    for (int i = 0; i < event.wordCount(); i++) {
      leaders.groupSays(session, event.word(i));
    }
    fetches.arrived(session, nowNs);
    fetches.admit(session, nowNs);
  }
}
