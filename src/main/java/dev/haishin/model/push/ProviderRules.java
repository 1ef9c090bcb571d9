package dev.haishin.model.push;

/**
 * What a provider answers besides "accepted" and "over quota", and how a relay takes it.
 *
 * @param timeoutNs how long a relay waits for an answer; then it takes the request as failed,
 *     though the provider may have accepted it
 * @param retryAfterNs what the provider asks those to wait whom it throttles, 0 if it does not say
 * @param invalidTokens the share of devices whose token is void (410), 0 to 1
 * @param perDeviceMinute requests accepted for one device in a minute; {@code Long.MAX_VALUE} for
 *     no limit
 * @param perDeviceHour the same in an hour
 */
public record ProviderRules(
    long timeoutNs,
    long retryAfterNs,
    double invalidTokens,
    long perDeviceMinute,
    long perDeviceHour) {

  /** Refuses values out of range. */
  public ProviderRules {
    if (timeoutNs < 1 || retryAfterNs < 0) {
      throw new IllegalArgumentException(
          "times are "
              + timeoutNs
              + " and "
              + retryAfterNs
              + "; they must be at least 1 and at least 0");
    }
    if (!(invalidTokens >= 0 && invalidTokens <= 1)) {
      throw new IllegalArgumentException(
          "invalidTokens is " + invalidTokens + "; it must lie between 0 and 1");
    }
    if (perDeviceMinute < 1 || perDeviceHour < 1) {
      throw new IllegalArgumentException(
          "a device gets "
              + perDeviceMinute
              + " a minute and "
              + perDeviceHour
              + " an hour; both must be at least 1");
    }
  }

  /** No Retry-After, no void tokens, no limit a device; requests time out after a minute. */
  public static ProviderRules plain() {
    return new ProviderRules(60_000_000_000L, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /** Whether a device has a limit of its own. */
  public boolean limitsDevices() {
    return perDeviceMinute < Long.MAX_VALUE || perDeviceHour < Long.MAX_VALUE;
  }
}
