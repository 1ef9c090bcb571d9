package dev.haishin.model.gateway;

/** What a gateway can be asked; the numbers stay inside this package. */
final class GatewayKinds {
  static final int DOWN = 0;
  static final int UP = 1;
  static final int CONNECT = 2;
  static final int FINISH = 4;
  static final int FALL_SILENT = 5;
  static final int IDLE_CUTOFF = 6;
  static final int SEND = 7;
  static final int SYNC = 10;
  static final int FETCH = 12;
  static final int TYPING = 14;
  static final int RECEIPT = 15;
  static final int SMALL = 16;
  static final int DELIVER = 17;
  static final int BEAT = 18;
  static final int DRAIN = 19;
  static final int DRAIN_STEP = 20;
  static final int ACCEPT = 21;
  static final int COUNT = 22;
  static final int PRODUCE = 23;
  static final int EDGE = 24;
  static final int HISTORY = 25;

  /** First numbers of the parts' own ranges. */
  static final int SESSIONS = 32;

  static final int STORE = 48;
  static final int PRODUCERS = 40;

  /** The same for people of other homes, {@link #RANGE} numbers a home. */
  static final int FOREIGN_SESSIONS = 64;

  static final int FOREIGN_STORE = 72;
  static final int RANGE = 16;

  private GatewayKinds() {}
}
