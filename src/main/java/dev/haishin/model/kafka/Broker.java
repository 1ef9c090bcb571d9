package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.model.Groups;
import dev.haishin.results.Recorder;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.function.LongConsumer;

/**
 * One broker: it appends to the partitions that it leads, replicates them to followers, answers
 * producers by their acks, and serves the group's fetches up to the high watermark.
 *
 * <p>CPU is a first-come-first-served station of request handlers. An append takes effect at its
 * departure, a step of its own. A producer's connection is muted while one of its requests is
 * worked on. What happens among brokers are steps of their {@link BrokerRack}. While it is down
 * nobody listens: whoever asks is reset after a crash, and hears nothing from a dark host. Not
 * modelled: network threads; retention.
 */
public final class Broker extends LogicalProcess {
  static final int APPEND = 0;
  static final int BEGIN = 1;
  static final int REPLICATE = 2;
  static final int FOLLOWER_FETCHES = 3;
  static final int GROUP_FETCHES = 4;
  static final int HANDLE = 5;
  static final int EXPIRE = 6;
  static final int LOOK = 7;
  static final int LAGGARDS = 8;

  /** Steps of {@link #fail}. */
  static final int DOWN = 9;

  static final int FENCE = 10;
  static final int REGISTER = 11;
  static final int BALANCE = 12;

  /** In the place of a broker's life: a step that does not depend on it. */
  static final int ANY_LIFE = 0x7fff;

  private static final int START = 0;
  private static final int WAKE = 1;
  private static final int PRODUCE = 2;
  private static final int GROUP_FETCH = 3;
  private static final int GROUP_PAUSE = 4;
  private static final int METADATA = 5;
  private static final int GROUP_SAYS = 6;

  private final BrokerRack rack;
  private final int index;
  private final Lag lag;
  private final Leaders leaders;
  private final Fetches fetches;
  private final Follower follower;
  private final Produces produces;
  private final FollowerFetches followers;
  private final RequestHandlers handlers;
  private final Int2ObjectOpenHashMap<FetchSession> consumers = new Int2ObjectOpenHashMap<>();
  private int life;

  /**
   * A broker with empty logs; {@link #start} makes it follow.
   *
   * @param rack the brokers of its home, those with lower numbers in it
   * @param index its number in the cluster; its process must be {@code cluster.process(index)}
   * @param host its number among the hosts that {@code kafka.*} gauges are recorded for
   */
  public Broker(
      String name,
      long seed,
      BrokerRack rack,
      int index,
      Recorder recorder,
      int host,
      Acceptance acceptance) {
    super(name, Groups.KAFKA);
    this.rack = rack;
    this.index = index;
    KafkaCluster cluster = rack.cluster();
    BrokerSettings settings = rack.settings();
    handlers = new RequestHandlers(name, seed, settings, recorder, host, rack, index);
    lag = new Lag(recorder, host);
    FetchResponses responses = new FetchResponses(port(), rack, index, lag, recorder);
    fetches = new Fetches(rack, index, handlers, responses);
    leaders = new Leaders(rack, index, fetches, lag, recorder, acceptance);
    followers = new FollowerFetches(rack, fetches, leaders);
    follower = new Follower(rack, index, handlers);
    produces = new Produces(port(), rack, index, handlers, leaders, recorder);
    rack.join(this);
  }

  /** Schedules the first fetches, for the instant 0; call it once the simulation is sealed. */
  public void start() {
    KafkaCluster cluster = rack.cluster();
    if (id() != cluster.process(index)) {
      throw new IllegalStateException(
          name() + " must be process " + cluster.process(index) + ", but is " + id());
    }
    if (index == 0) {
      rack.start(port());
    }
    if (cluster.fails()) {
      begin(0);
    }
    port().at(0, START, 0, 0);
  }

  @Override
  protected void receive(Event event) {
    long nowNs = event.timeNs();
    rack.catchUp(nowNs, event.origin());
    switch (event.kind()) {
      case START -> follower.start(nowNs);
      case WAKE -> rack.wake(nowNs);
      default -> {
        if (rack.isDown(index)) {
          refuse(event, nowNs);
        } else {
          asked(event, nowNs);
        }
      }
    }
    takeEffect(nowNs, nowNs);
    rack.arm();
  }

  private void asked(Event event, long nowNs) {
    switch (event.kind()) {
      case PRODUCE -> produces.arrived(event, nowNs);
      case GROUP_FETCH -> groupFetched(event, nowNs);
      case GROUP_PAUSE -> paused(event.origin());
      case METADATA -> answerMetadata(event, Refusal.NONE, nowNs);
      case GROUP_SAYS -> groupSays(session(event), event);
      default -> throw new IllegalStateException(name() + " knows no event " + event.kind());
    }
  }

  /** Nobody listens: the host resets the connection, or is dark. */
  private void refuse(Event event, long nowNs) {
    boolean resets = !rack.controller().isDark(index, nowNs);
    if (event.kind() == PRODUCE) {
      produces.refuse(event, resets, nowNs);
    } else if (event.kind() == GROUP_FETCH && resets) {
      resetConsumer(event.origin(), (int) event.a(), nowNs);
    } else if (event.kind() == METADATA && resets) {
      answerMetadata(event, Refusal.LOST, nowNs);
    }
  }

  private void resetConsumer(int process, int replyKind, long nowNs) {
    long atNs = nowNs + rack.network().latencyNs(id(), process, nowNs);
    send(process, atNs, replyKind, index, Refusal.word(0, Refusal.LOST, 0));
  }

  /** Takes a step among the brokers. */
  void step(int kind, int payload, long nowNs) {
    long effectNs = nowNs;
    switch (kind) {
      case APPEND -> produces.appended(payload, nowNs);
      case BEGIN -> produces.begun(payload, nowNs);
      case REPLICATE -> follower.append(payload, nowNs);
      case FOLLOWER_FETCHES -> effectNs = followers.fetched(fetches.session(payload), nowNs);
      case GROUP_FETCHES -> fetches.expected(fetches.session(payload), nowNs);
      case HANDLE -> fetches.handle(fetches.session(payload), nowNs);
      case EXPIRE -> fetches.expire(payload, nowNs);
      case LOOK -> {
        return;
      }
      case LAGGARDS -> dropLaggards(nowNs);
      default -> throw new IllegalStateException(name() + " knows no step " + kind);
    }
    takeEffect(nowNs, effectNs);
  }

  /** What a follower of this broker fetches. */
  FetchSession follower(int broker) {
    return followers.session(broker);
  }

  /** Sees to it that an expected fetch for which there is something is handled in time. */
  void lookAt(FetchSession session) {
    fetches.lookAt(session);
  }

  /** Takes a step of the cluster's failures. */
  void fail(int kind, long nowNs) {
    Controller controller = rack.controller();
    switch (kind) {
      case DOWN -> controller.down(index, nowNs);
      case FENCE -> controller.fence(index, nowNs);
      case REGISTER -> controller.register(index, nowNs);
      case BALANCE -> controller.balance(nowNs);
      default -> throw new IllegalStateException(name() + " knows no failure " + kind);
    }
  }

  /** How often it has died; what an earlier life had begun has no effect. */
  int life() {
    return life;
  }

  /** When its handlers are through with what they have. */
  long busyUntilNs() {
    return handlers.busyUntilNs();
  }

  /**
   * Dies: only the logs on its disk are left.
   *
   * @param resets whether those who are connected to it learn of it at once
   */
  void crash(boolean resets, long nowNs) {
    life++;
    produces.clear(resets, nowNs);
    for (int i = 0; resets && i < fetches.sessions(); i++) {
      FetchSession session = fetches.session(i);
      if (!session.isFollower()) {
        resetConsumer(session.process, session.replyKind, nowNs);
      }
    }
    followers.dropAll();
    leaders.clear();
    fetches.clear();
    consumers.clear();
    handlers.clear();
    lag.clear(nowNs);
  }

  /** Begins to serve, at the start or after an outage. */
  void begin(long nowNs) {
    long everyNs = rack.settings().replication().replicaLagMaxNs() / 2;
    rack.add(BrokerRack.AT_ONCE, nowNs + Math.max(1, everyNs), id(), LAGGARDS, index, 0);
  }

  /** A follower has died; it does not fetch any more. */
  void dropFollower(int broker) {
    followers.drop(broker);
  }

  /** A follower takes a partition into its fetches, from the next one on. */
  void join(int broker, int partition, long nowNs) {
    followers.join(
        broker,
        partition,
        first -> rack.broker(first).follower.fetch(index, followers.session(first), nowNs));
  }

  /** Leads a partition from now on. */
  void gain(int partition, long nowNs) {
    leaders.gain(partition, nowNs);
  }

  /** Another broker leads a partition from now on. */
  void lose(int partition) {
    leaders.lose(partition);
  }

  /** Fewer replicas of a partition are in sync. */
  void inSyncChanged(int partition, long nowNs) {
    if (leaders.of(partition) != null) {
      leaders.advance(leaders.of(partition), nowNs);
    }
  }

  /** A durable record is lost with this broker, or found again. */
  void lost(long messageId, long nowNs, int records) {
    leaders.lost(messageId, nowNs, records);
  }

  private void dropLaggards(long nowNs) {
    begin(nowNs);
    long sinceNs = nowNs - rack.settings().replication().replicaLagMaxNs();
    if (leaders.dropLaggards(sinceNs, nowNs)) {
      rack.settle(nowNs);
    }
  }

  /** Sends what follows from all that happened. */
  void takeEffect(long nowNs, long effectNs) {
    tellMoved(effectNs);
    produces.answerDue(nowNs, effectNs);
    fetches.answerWoken(effectNs);
    lag.observe(effectNs);
  }

  /** Records of its partitions that the group has not been sent yet, or is to be sent again. */
  public long lagRecords() {
    return lag.records();
  }

  /** Pairs of the records in its logs that the group has not been sent, and in its requests. */
  public long heldPairs(RecordPairs pairs) {
    return leaders.heldPairs(pairs) + produces.heldPairs(pairs, rack.cluster().home());
  }

  /** Pairs of the relay records in a produce request that is pending for it. */
  public long heldPairs(Event pending, RecordPairs pairs) {
    if (pending.kind() != PRODUCE || !Produces.isOnlyCopy(rack.cluster(), pending.a())) {
      return 0;
    }
    ProduceRequest request = new ProduceRequest();
    request.load(pending);
    return request.heldPairs(pairs, rack.cluster().home());
  }

  /** Names every message that is held here between events; some more do no harm. */
  public void heldMessages(LongConsumer each) {
    leaders.heldMessages(each);
    produces.heldMessages(each);
  }

  /** Sends the records attached since the last send as a produce request. */
  static void produce(Port from, int process, long atNs, long header) {
    from.send(process, atNs, PRODUCE, header, 0);
  }

  /** Sends the words attached since the last send as a consumer's fetch. */
  static void fetch(Port from, int process, long atNs, int replyKind) {
    from.send(process, atNs, GROUP_FETCH, replyKind, 0);
  }

  /** Sends the words attached since the last send without fetching. */
  static void tell(Port from, int process, long atNs, int replyKind) {
    from.send(process, atNs, GROUP_SAYS, replyKind, 0);
  }

  /** Tells a broker that a consumer will not fetch again by itself. */
  static void pause(Port from, int process, long atNs) {
    from.send(process, atNs, GROUP_PAUSE, 0, 0);
  }

  /**
   * Asks a broker for the newest version of the metadata. The answer is an event of {@code
   * answerKind} with the broker and a word of {@link Refusal}: {@link Refusal#NONE} with the
   * version, or {@link Refusal#LOST} where nobody listens.
   *
   * @param low what the asker needs to find its way, 0 to 255; it comes back
   */
  static void askMetadata(Port from, int process, long atNs, int answerKind, int low) {
    from.send(process, atNs, METADATA, answerKind, low);
  }

  /** Has a rack wake up at an instant. */
  static void wake(Port of, long atNs) {
    of.atAnyIncarnation(atNs, WAKE, 0, 0);
  }

  /** Tells consumers of the partitions that they have to fetch elsewhere. */
  private void tellMoved(long effectNs) {
    IntArrayList moved = leaders.moved();
    for (int i = 0; i < moved.size(); i += 2) {
      FetchSession session = fetches.session(moved.getInt(i));
      port().attach(Refusal.of(moved.getInt(i + 1), Refusal.NOT_LEADER));
      long atNs = effectNs + rack.network().latencyNs(id(), session.process, effectNs);
      int version = rack.cluster().metadata().newest();
      long word = Refusal.word(0, Refusal.NOT_LEADER, version);
      send(session.process, atNs, session.replyKind, index, word);
    }
    moved.clear();
  }

  private void answerMetadata(Event event, int code, long nowNs) {
    long atNs = rack.network().arrivalNs(id(), event.origin(), nowNs);
    int version = rack.cluster().metadata().newest();
    long word = Refusal.word((int) event.b(), code, version);
    send(event.origin(), atNs, (int) event.a(), index, word);
  }

  private void groupFetched(Event event, long nowNs) {
    FetchSession session = session(event);
    session.replyKind = (int) event.a();
    groupSays(session, event);
    fetches.asked(session, nowNs);
  }

  /** A consumer that this life of the broker has not heard of has no fetch to take back. */
  private void paused(int consumer) {
    if (consumers.containsKey(consumer)) {
      fetches.pause(consumers.get(consumer));
    }
  }

  private void groupSays(FetchSession session, Event event) {
    for (int i = 0; i < event.wordCount(); i++) {
      leaders.groupSays(session, event.word(i));
    }
  }

  private FetchSession session(Event event) {
    FetchSession session = consumers.get(event.origin());
    if (session == null) {
      session = fetches.open(event.origin(), rack.settings().groupFetch());
      session.replyKind = (int) event.a();
      consumers.put(event.origin(), session);
    }
    return session;
  }
}
