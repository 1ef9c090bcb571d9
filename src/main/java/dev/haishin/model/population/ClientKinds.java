package dev.haishin.model.population;

/** What a client shard can be asked, and what it does by itself; the numbers stay inside. */
final class ClientKinds {
  static final int SESSIONS_AHEAD = 2;
  static final int RETRY = 4;
  static final int ESTABLISHED = 5;
  static final int REFUSED = 6;
  static final int RESET = 7;
  static final int GATEWAY_DOWN = 8;
  static final int CARRIER_DOWN = 9;
  static final int DELIVERED = 10;
  static final int NOTIFIED = 11;
  static final int ACKED = 12;
  static final int SYNCED = 13;
  static final int MISSED = 14;
  static final int PUSHES = 15;
  static final int EXPIRED = 16;
  static final int OUTBOX_DUE = 17;
  static final int SMALL = 18;
  static final int NAT_IDLE = 20;
  static final int BEAT = 21;
  static final int BEAT_UNANSWERED = 22;
  static final int MOVE = 23;
  static final int TAPS = 24;
  static final int STEPS_DUE = 25;
  static final int HISTORY = 31;
  static final int PARTED = 32;

  // Steps, which have no event of their own.
  static final int TAP = 0;
  static final int TYPING = 1;
  static final int SESSION_END = 3;
  static final int SESSION_START = 19;
  static final int PUSHED = 26;
  static final int SMALL_DUE = 27;
  static final int REKEY = 29;
  static final int DEVICE = 30;

  private ClientKinds() {}
}
