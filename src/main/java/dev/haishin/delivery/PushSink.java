package dev.haishin.delivery;

/** What a push dispatcher may ask for. None of these may call back into the dispatcher. */
public interface PushSink {

  /**
   * Hands a push to its provider; {@link PushDispatcher#onOutcome} must follow exactly once.
   *
   * @param row the dispatcher's name for the push
   * @param push the number that the push was offered with
   * @param attempt from 1
   */
  void send(int row, long push, int attempt);

  /** Calls {@link PushDispatcher#wake} with the row at that instant. */
  void scheduleRetry(int row, long atNs);

  /** 64 uniform bits for how long a push is held back from a provider that fails. */
  long holdBits(long push);

  /** From now on nothing is sent to a provider for a while, because it fails. */
  void breakerOpened(int provider);

  /** The push has left the dispatcher. */
  void ended(long push, PushEnd end);
}
