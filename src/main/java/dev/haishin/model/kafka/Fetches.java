package dev.haishin.model.kafka;

import dev.haishin.engine.Port;
import java.util.Arrays;

/**
 * The fetch requests at one broker: each costs a handler's time, then is answered if its partitions
 * have enough for it, and is parked until they have or its longest wait is over.
 *
 * <p>A parked fetch that wakes is answered at that instant, as Kafka completes it on the thread
 * that appended. A fetch that found nothing on arrival needs no event for the end of its service:
 * were it woken before, it is handled then. Nor does what a follower's fetch reports: fetches cost
 * alike, so they leave the handlers in the order in which they came, and what a report brings about
 * is known on its arrival, for the end of its service.
 */
final class Fetches {
  private static final long NOT_ARMED = Long.MAX_VALUE;

  private final Port port;
  private final RequestHandlers handlers;
  private final FetchResponses responses;
  private final int handleKind;
  private final int expireKind;
  private FetchSession[] sessions = new FetchSession[8];
  private int sessionCount;
  private FetchSession[] woken = new FetchSession[8];
  private int wokenCount;
  private long armedNs = NOT_ARMED;

  /**
   * No fetches yet.
   *
   * @param handleKind the broker's event for the end of a fetch's service; {@code a} is the session
   * @param expireKind its event for the end of a longest wait
   */
  Fetches(
      Port port,
      RequestHandlers handlers,
      FetchResponses responses,
      int handleKind,
      int expireKind) {
    this.port = port;
    this.handlers = handlers;
    this.responses = responses;
    this.handleKind = handleKind;
    this.expireKind = expireKind;
  }

  /** Opens a session for a fetcher. */
  FetchSession open(int process, FetchLimits limits) {
    if (sessionCount == sessions.length) {
      sessions = Arrays.copyOf(sessions, sessionCount * 2);
      woken = Arrays.copyOf(woken, sessionCount * 2);
    }
    FetchSession session = new FetchSession(sessionCount, process, limits);
    sessions[sessionCount++] = session;
    return session;
  }

  FetchSession session(int number) {
    return sessions[number];
  }

  /** Gives a fetch to the handlers; {@link #admit} is to follow. Returns when they are done. */
  long arrived(FetchSession session, long nowNs) {
    session.readyNs = handlers.fetch(nowNs);
    return session.readyNs;
  }

  /** Answers a fetch that arrived, now or at the end of its service, or parks it. */
  void admit(FetchSession session, long nowNs) {
    if (!session.hasEnough()) {
      park(session);
    } else if (session.readyNs > nowNs) {
      handleLater(session);
    } else {
      responses.answer(session, nowNs);
    }
  }

  /** A fetch that was not answered on arrival is through with the handlers. */
  void handle(FetchSession session, long nowNs) {
    if (session.hasEnough()) {
      responses.answer(session, nowNs);
    } else {
      park(session);
    }
  }

  /** Marks a slot of a session as having something for it; {@link #answerWoken} is to follow. */
  void wake(FetchSession session, int slot) {
    session.markReady(slot);
    if (session.state == FetchSession.State.PARKED && !session.woken && session.hasEnough()) {
      session.woken = true;
      woken[wokenCount++] = session;
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
      session.woken = false;
      if (session.readyNs > effectNs) {
        handleLater(session);
      } else {
        responses.answer(session, effectNs);
      }
    }
    wokenCount = 0;
  }

  /** Answers parked fetches whose longest wait is over, and waits for the next such instant. */
  void expire(long nowNs) {
    if (nowNs != armedNs) {
      return;
    }
    armedNs = NOT_ARMED;
    long nextNs = NOT_ARMED;
    for (int i = 0; i < sessionCount; i++) {
      FetchSession session = sessions[i];
      if (session.state == FetchSession.State.PARKED) {
        if (session.deadlineNs <= nowNs) {
          responses.answer(session, nowNs);
        } else {
          nextNs = Math.min(nextNs, session.deadlineNs);
        }
      }
    }
    if (nextNs != NOT_ARMED) {
      arm(nextNs);
    }
  }

  private void handleLater(FetchSession session) {
    session.state = FetchSession.State.HANDLED;
    port.at(session.readyNs, handleKind, session.number, 0);
  }

  private void park(FetchSession session) {
    session.state = FetchSession.State.PARKED;
    session.deadlineNs = session.readyNs + session.limits.maxWaitNs();
    if (session.deadlineNs < armedNs) {
      arm(session.deadlineNs);
    }
  }

  private void arm(long atNs) {
    armedNs = atNs;
    port.at(atNs, expireKind, 0, 0);
  }
}
