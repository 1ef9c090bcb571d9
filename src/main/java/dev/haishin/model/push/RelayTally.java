package dev.haishin.model.push;

import dev.haishin.results.Counter;
import dev.haishin.results.Level;
import dev.haishin.results.Recorder;

/**
 * What has become of the pushes submitted to one relay: each is accepted, handed on as a text
 * message, expired, gone with the relay, or still held.
 */
public final class RelayTally {
  private final Recorder recorder;
  private final int host;
  private long submitted;
  private long requests;
  private long accepted;
  private long expired;
  private long sentAsSms;
  private long abandoned;
  private long held;

  /**
   * Nothing submitted.
   *
   * @param host the relay's index among all
   */
  RelayTally(Recorder recorder, int host) {
    this.recorder = recorder;
    this.host = host;
  }

  /** Pushes submitted since the start. */
  public long submitted() {
    return submitted;
  }

  /** Requests sent to the providers or about to be, retries included. */
  public long requests() {
    return requests;
  }

  /** Of those submitted, accepted by a provider and known to be. */
  public long accepted() {
    return accepted;
  }

  /** Of those submitted, given up without a fallback, dropped included. */
  public long expired() {
    return expired;
  }

  /** Of those submitted, handed to the {@link SmsGateway}. */
  public long sentAsSms() {
    return sentAsSms;
  }

  /** Of those submitted, gone with the relay when it went down. */
  public long abandoned() {
    return abandoned;
  }

  /**
   * Of those submitted, still held: waiting for a stream, an answer, a retry or their late turn.
   */
  public long held() {
    return held;
  }

  void submit(long atNs) {
    submitted++;
    held++;
    recorder.count(Counter.PUSH_OFFERED, atNs, 1);
  }

  void request() {
    requests++;
  }

  void accept(long atNs) {
    accepted++;
    held--;
    recorder.count(Counter.PUSH_ACCEPTED, atNs, 1);
  }

  void expire(long atNs) {
    expired++;
    held--;
    recorder.count(Counter.PUSH_EXPIRED, atNs, 1);
  }

  void sendAsSms() {
    sentAsSms++;
    held--;
  }

  void abandon(long atNs) {
    abandoned++;
    held--;
    recorder.count(Counter.PUSH_ABANDONED, atNs, 1);
  }

  /** A request was failed or not answered. */
  void fail(int platform, long atNs) {
    Counter counter = platform == Channel.APNS ? Counter.PUSH_APNS_ERRORS : Counter.PUSH_FCM_ERRORS;
    recorder.count(counter, atNs, 1);
  }

  /** The level of what is held, from an instant on. */
  void level(long atNs) {
    recorder.level(Level.PUSH_QUEUE, host, atNs, held);
  }
}
