package dev.haishin.delivery;

import java.util.Objects;

/**
 * The rules of one push dispatcher.
 *
 * @param capacity the pushes held at most, those on their way to the provider included
 * @param overflow what goes when another one comes
 * @param retry when to try again
 * @param fallback whether there is another way to reach a user whose push is given up
 * @param breaker when requests to a provider that fails are held back, for each provider by itself
 */
public record PushRules(
    int capacity, Overflow overflow, RetryPolicy retry, boolean fallback, BreakerRules breaker) {

  /** Which push is dropped when the queue is full. */
  public enum Overflow {
    /**
     * The one that has waited for its retry the longest. What is on its way to the provider cannot
     * be called back: if everything is, the push that comes is dropped.
     */
    DROP_OLDEST,
    /** The push that comes. */
    DROP_NEWEST
  }

  /** Refuses values out of range. */
  public PushRules {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is " + capacity + "; it must be at least 1");
    }
    Objects.requireNonNull(overflow, "overflow");
    Objects.requireNonNull(retry, "retry");
    Objects.requireNonNull(breaker, "breaker");
  }

  /** Rules under which nothing is held back. */
  public PushRules(int capacity, Overflow overflow, RetryPolicy retry, boolean fallback) {
    this(capacity, overflow, retry, fallback, BreakerRules.none());
  }
}
