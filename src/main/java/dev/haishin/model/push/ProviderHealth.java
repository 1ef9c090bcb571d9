package dev.haishin.model.push;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.failure.Degradation;

/**
 * What a provider would answer to a request if it had no quota: it follows from the script of the
 * run and from the request alone, so that whoever holds the request can tell. Immutable.
 */
public final class ProviderHealth {
  private static final double UNIT = 0x1.0p-53;
  private static final int FRACTION_SHIFT = 11;

  private final Degradation degradation;
  private final double invalidTokens;
  private final long errorKey;
  private final long tokenKey;

  /**
   * The health of a provider.
   *
   * @param degradation when it is slow, fails, or has less of its quota
   * @param invalidTokens share of devices whose token is void
   */
  public ProviderHealth(long seed, Degradation degradation, double invalidTokens) {
    this.degradation = degradation;
    this.invalidTokens = invalidTokens;
    errorKey = CounterHash.key(seed, "push.errors", "");
    tokenKey = CounterHash.key(seed, "push.tokens", "");
  }

  /**
   * Whether a request fails (5xx).
   *
   * @param occasion tells the attempts of a message apart, see {@link Requests#occasion}
   */
  boolean fails(long messageId, long occasion, long atNs) {
    double errors = degradation.at(atNs).errors();
    return errors > 0 && fraction(CounterHash.bits(errorKey, messageId, occasion)) < errors;
  }

  /** Whether a user's device has a token that the provider does not know any more (410). */
  boolean isVoid(int user) {
    return invalidTokens > 0 && fraction(CounterHash.bits(tokenKey, user)) < invalidTokens;
  }

  /** The share of the quota that is left. */
  double quota(long atNs) {
    return degradation.at(atNs).quota();
  }

  /** How long something takes that would take so long if all were well. */
  long slowed(long soundNs, long atNs) {
    double factor = degradation.at(atNs).latencyFactor();
    return factor == 1 ? soundNs : Math.round(soundNs * factor);
  }

  private static double fraction(long bits) {
    return (bits >>> FRACTION_SHIFT) * UNIT;
  }
}
