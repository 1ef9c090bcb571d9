package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;

/**
 * Those to whom a push has brought a broadcast and who open the app a while later: a session of
 * theirs begins. Who does, and after how long, is drawn by message and recipient.
 */
final class AppOpenings {
  private final double share;
  private final Distribution afterNs;
  private final SessionProcess sessions;
  private final long whoKey;
  private final long whenKey;

  AppOpenings(double share, Distribution afterNs, SessionProcess sessions, long seed) {
    this.share = share;
    this.afterNs = afterNs;
    this.sessions = sessions;
    whoKey = CounterHash.key(seed, "push.opens", "");
    whenKey = CounterHash.key(seed, "push.opens-after", "");
  }

  /** A push has brought a broadcast to a user. */
  void pushed(int row, int user, long messageId, long nowNs) {
    if (CounterHash.fraction(whoKey + messageId, user) < share) {
      long waitNs = afterNs.valueAt(CounterHash.bits(whenKey, messageId, user));
      sessions.call(row, nowNs + waitNs);
    }
  }
}
