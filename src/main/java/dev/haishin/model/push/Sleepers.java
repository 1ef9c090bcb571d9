package dev.haishin.model.push;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;

/**
 * Which devices sleep, and when each of them wakes: functions of the seed and the user alone. A
 * device wakes at equal intervals of its own, and its first wake lies anywhere in the first of
 * them.
 */
final class Sleepers {
  private final double share;
  private final Distribution wake;
  private final long sleepKey;
  private final long intervalKey;
  private final long phaseKey;

  /** The devices of a run. */
  Sleepers(long seed, StorageRules rules) {
    share = rules.asleep();
    wake = rules.wake();
    sleepKey = CounterHash.key(seed, "push.asleep", "");
    intervalKey = CounterHash.key(seed, "push.wake", "");
    phaseKey = CounterHash.key(seed, "push.phase", "");
  }

  /** The first instant, from one on, at which a device can be reached. */
  long reachableNs(int user, long nowNs) {
    if (share == 0 || CounterHash.fraction(sleepKey, user) >= share) {
      return nowNs;
    }
    long intervalNs = Math.max(1, wake.valueAt(CounterHash.bits(intervalKey, user)));
    long phaseNs = (long) (CounterHash.fraction(phaseKey, user) * intervalNs);
    long sinceWakeNs = Math.floorMod(nowNs - phaseNs, intervalNs);
    return sinceWakeNs == 0 ? nowNs : nowNs + intervalNs - sinceWakeNs;
  }
}
