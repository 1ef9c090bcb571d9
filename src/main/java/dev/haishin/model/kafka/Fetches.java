package dev.haishin.model.kafka;

import java.util.Arrays;

/**
 * The fetch requests at one broker: each costs a handler's time, then is answered if its partitions
 * have enough for it, and is parked until they have or its longest wait is over.
 *
 * <p>A parked fetch that wakes is answered at that instant, as Kafka completes it on the thread
 * that appended. A fetch that found nothing on arrival needs no step for the end of its service:
 * were it woken before, it is handled then. Nor does what a follower's fetch reports: fetches cost
 * alike, so they leave the handlers in the order in which they came, and what a report brings about
 * is known on its arrival, for the end of its service.
 */
final class Fetches {
  private static final long NOT_ARMED = Long.MAX_VALUE;
  private static final int FOLLOWERS = 0;
  private static final int CONSUMERS = 1;

  private final BrokerRack rack;
  private final int broker;
  private final RequestHandlers handlers;
  private final FetchResponses responses;
  private final FetchPlan plan = new FetchPlan();
  private FetchSession[] sessions = new FetchSession[8];
  private int sessionCount;
  private FetchSession[] woken = new FetchSession[8];
  private int wokenCount;
  private final long[] armedNs = {NOT_ARMED, NOT_ARMED};

  /** No fetches yet. */
  Fetches(BrokerRack rack, int broker, RequestHandlers handlers, FetchResponses responses) {
    this.rack = rack;
    this.broker = broker;
    this.handlers = handlers;
    this.responses = responses;
  }

  /** Opens a session for a fetcher. */
  FetchSession open(int process, FetchLimits limits) {
    if (sessionCount == sessions.length) {
      sessions = Arrays.copyOf(sessions, sessionCount * 2);
      woken = Arrays.copyOf(woken, sessionCount * 2);
    }
    FetchSession session = new FetchSession(sessionCount, process, limits);
    session.quota = rack.settings().quotas().ofConsumer();
    sessions[sessionCount++] = session;
    return session;
  }

  FetchSession session(int number) {
    return sessions[number];
  }

  int sessions() {
    return sessionCount;
  }

  /** Forgets all sessions, as a crash does. */
  void clear() {
    for (int i = 0; i < sessionCount; i++) {
      sessions[i].close();
    }
    sessionCount = 0;
    wokenCount = 0;
    Arrays.fill(armedNs, NOT_ARMED);
  }

  /** Gives a fetch to the handlers; {@link #admit} is to follow. Returns when they are done. */
  long arrived(FetchSession session, long nowNs) {
    session.expectedNs = FetchSession.NOT_EXPECTED;
    session.isRead = false;
    session.readyNs = handlers.fetch(nowNs);
    return session.readyNs;
  }

  /** Takes a consumer's fetch that says something. */
  void asked(FetchSession session, long nowNs) {
    if (session.state == FetchSession.State.AWAY) {
      arrived(session, nowNs);
      admit(session, nowNs);
    }
  }

  /** Takes a consumer's fetch that says nothing, unless another came in its place. */
  void expected(FetchSession session, long nowNs) {
    if (session.expectedNs == nowNs) {
      arrived(session, nowNs);
      admit(session, nowNs);
    }
  }

  /** A consumer does not fetch again before it asks. */
  void pause(FetchSession session) {
    session.expectedNs = FetchSession.NOT_EXPECTED;
    session.state = FetchSession.State.AWAY;
  }

  /** Answers a fetch that arrived, now or at the end of its service, or parks it. */
  void admit(FetchSession session, long nowNs) {
    if (!session.hasEnough()) {
      park(session);
    } else if (session.readyNs > nowNs) {
      handleLater(session);
    } else {
      answer(session, nowNs);
    }
  }

  /** A fetch that was not answered on arrival is through with the handlers. */
  void handle(FetchSession session, long nowNs) {
    if (session.state != FetchSession.State.HANDLED || session.readyNs > nowNs) {
      return;
    }
    if (session.hasEnough()) {
      answer(session, nowNs);
    } else {
      park(session);
    }
  }

  /** Marks a slot of a session as having something for it; {@link #answerWoken} is to follow. */
  void wake(FetchSession session, int slot) {
    session.markReady(slot);
    lookAt(session);
    if (session.state == FetchSession.State.PARKED && !session.woken && session.hasEnough()) {
      session.woken = true;
      woken[wokenCount++] = session;
    }
  }

  /** Sees to it that an expected fetch, for which there is something now, is handled in time. */
  void lookAt(FetchSession session) {
    if (session.expectedNs != FetchSession.NOT_EXPECTED && !session.isLookedAt) {
      session.isLookedAt = true;
      int steps = session.isFollower() ? BrokerRack.REPLICATED : BrokerRack.HANDLED;
      rack.add(steps, session.expectedNs, process(), Broker.LOOK, broker, 0);
    }
  }

  /**
   * Answers the parked fetches that were woken, in the order in which they were.
   *
   * @param effectNs when that which woke them takes effect
   */
  void answerWoken(long effectNs) {
    for (int i = 0; i < wokenCount; i++) {
      FetchSession session = woken[i];
      if (!session.woken) {
        continue; // Its fetcher is gone.
      }
      session.woken = false;
      if (session.readyNs > effectNs) {
        handleLater(session);
      } else {
        answer(session, effectNs);
      }
    }
    wokenCount = 0;
  }

  /** Answers parked fetches whose longest wait is over, and waits for the next such instant. */
  void expire(int whose, long nowNs) {
    if (nowNs != armedNs[whose]) {
      return;
    }
    armedNs[whose] = NOT_ARMED;
    long nextNs = NOT_ARMED;
    for (int i = 0; i < sessionCount; i++) {
      FetchSession session = sessions[i];
      if (session.state == FetchSession.State.PARKED && whose(session) == whose) {
        if (session.deadlineNs <= nowNs) {
          responses.answer(session, nowNs);
        } else {
          nextNs = Math.min(nextNs, session.deadlineNs);
        }
      }
    }
    if (nextNs != NOT_ARMED) {
      arm(whose, nextNs);
    }
  }

  /** Answers a consumer once its quota allows it and what it asks for is in memory. */
  private void answer(FetchSession session, long nowNs) {
    Disk disk = handlers.disk();
    boolean mayRead = !session.isRead && !disk.isAllCached();
    if (!session.isFollower() && (session.quota != null || mayRead)) {
      plan.look(session, nowNs, disk.cachedFromNs());
      session.readyNs = mayGoNs(session, nowNs, mayRead);
      if (session.readyNs > nowNs) {
        handleLater(session);
        return;
      }
    }
    responses.answer(session, nowNs);
  }

  /**
   * When the answer that is planned may leave. A client over its quota gets nothing and asks again
   * after its wait, as Kafka has it; what alone is more than the window allows passes once the
   * window is empty.
   */
  private long mayGoNs(FetchSession session, long nowNs, boolean mayRead) {
    ClientQuota quota = session.quota;
    if (mayRead && plan.evictedBytes() > 0) {
      session.isRead = true;
      return handlers.disk().read(nowNs, plan.evictedPartitions(), plan.evictedBytes());
    }
    if (quota == null || plan.bytes() == 0 || quota.isIdle(nowNs)) {
      if (quota != null) {
        quota.record(nowNs, plan.bytes());
      }
      return nowNs;
    }
    long waitNs = quota.record(nowNs, plan.bytes());
    if (waitNs > 0) {
      quota.takeBack(plan.bytes());
      handlers.throttled(nowNs);
    }
    return nowNs + waitNs;
  }

  private void handleLater(FetchSession session) {
    session.state = FetchSession.State.HANDLED;
    int steps = session.isFollower() ? BrokerRack.REPLICATED : BrokerRack.AT_ONCE;
    rack.add(steps, session.readyNs, process(), Broker.HANDLE, broker, session.number);
  }

  private void park(FetchSession session) {
    session.state = FetchSession.State.PARKED;
    session.deadlineNs = session.readyNs + session.limits.maxWaitNs();
    int whose = whose(session);
    if (session.deadlineNs < armedNs[whose]) {
      arm(whose, session.deadlineNs);
    }
  }

  private void arm(int whose, long atNs) {
    armedNs[whose] = atNs;
    int steps = whose == FOLLOWERS ? BrokerRack.IDLE : BrokerRack.AT_ONCE;
    rack.add(steps, atNs, process(), Broker.EXPIRE, broker, whose);
  }

  private int process() {
    return rack.cluster().process(broker);
  }

  private static int whose(FetchSession session) {
    return session.isFollower() ? FOLLOWERS : CONSUMERS;
  }
}
