package dev.haishin.scenario;

/**
 * One scripted failure. Failures are numbered from 1 in the order of the file.
 *
 * @param atNs when it strikes
 * @param verb what happens
 * @param target to what
 * @param region index of the region it strikes, or {@link #EVERYWHERE}
 * @param selection which hosts or clients of it
 * @param restartNs after which a host is back; {@link Law#NEVER_NS} for never
 * @param forNs how long it lasts, for verbs that end; {@link Law#NEVER_NS} for never
 */
public record FailureSpec(
    long atNs,
    Verb verb,
    Target target,
    int region,
    Selection selection,
    long restartNs,
    long forNs) {
  /** A failure of every region. */
  public static final int EVERYWHERE = -1;

  /** What can happen. */
  public enum Verb {
    CRASH,
    VANISH,
    LOSE,
    PARTITION,
    DEGRADE,
    DISCONNECT,
    DRAIN,
    PAUSE,
    ADD,
    OPEN
  }

  /** What it can happen to. */
  public enum Target {
    GATEWAY,
    BROKER,
    REDIS,
    WORKER,
    STORE,
    RELAY,
    APNS,
    FCM,
    NETWORK,
    ZONE,
    REGION,
    CLIENTS
  }

  /** Which ones of the target. */
  public sealed interface Selection {
    /** This part of them, at least one. */
    record Share(double share) implements Selection {}

    /** So many of them. */
    record Count(int count) implements Selection {}

    /** The one with that number, from 0. */
    record Index(int index) implements Selection {}
  }

  /** Checks the ranges. */
  public FailureSpec {
    Require.notNegative("at", atNs);
    Require.positive("restart", restartNs);
    Require.positive("for", forNs);
  }

  /** Whether the hosts come back. */
  public boolean restarts() {
    return restartNs < Law.NEVER_NS;
  }
}
