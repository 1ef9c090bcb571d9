package dev.haishin.model.push;

import dev.haishin.delivery.PushRules;
import dev.haishin.engine.Distribution;

/**
 * The push relays of one home, all alike.
 *
 * @param cores of one relay
 * @param dispatchCost CPU of one request to a provider, nanoseconds
 * @param rules capacity, overflow and retries of the dispatcher in each relay
 * @param giveUpAfterNs how long after its submission a push is no longer tried
 * @param fallback what is done for it then
 * @param lateAfterNs how long after giving up a late notification is pushed
 * @param smsProcess the {@link SmsGateway}'s process number; unused but with {@link Fallback#SMS}
 * @param smsLinkNs one way from a relay to it
 */
public record RelayConfig(
    int cores,
    Distribution dispatchCost,
    PushRules rules,
    long giveUpAfterNs,
    Fallback fallback,
    long lateAfterNs,
    int smsProcess,
    long smsLinkNs) {

  /** Refuses values out of range. */
  public RelayConfig {
    if (cores < 1) {
      throw new IllegalArgumentException("cores is " + cores + "; it must be at least 1");
    }
    if (giveUpAfterNs < 0 || lateAfterNs < 0) {
      throw new IllegalArgumentException(
          "times are " + giveUpAfterNs + " and " + lateAfterNs + "; they must not be negative");
    }
    if (rules.fallback() != (fallback != Fallback.NONE)) {
      throw new IllegalArgumentException(
          "the dispatcher's rules do not say the same of a fallback as " + fallback);
    }
  }
}
