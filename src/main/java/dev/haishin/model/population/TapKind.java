package dev.haishin.model.population;

import dev.haishin.engine.Port;

/** What people tap. */
public enum TapKind {
  /** A message is sent. */
  MESSAGE("taps") {
    @Override
    void tap(Port from, int shardProcess, long atNs, long chat, int sender) {
      from.send(shardProcess, atNs, ClientKinds.TAP, chat, sender);
    }
  },

  /** Somebody is typing. */
  TYPING("typing") {
    @Override
    void tap(Port from, int shardProcess, long atNs, long chat, int sender) {
      from.send(shardProcess, atNs, ClientKinds.TYPING, chat, sender);
    }
  },

  /** A group's membership has changed, and a member makes its key anew. */
  REKEY("rekeys") {
    @Override
    void tap(Port from, int shardProcess, long atNs, long chat, int sender) {
      from.send(shardProcess, atNs, ClientKinds.REKEY, chat, sender);
    }
  },

  /** A person adds a device, whatever the chat. */
  DEVICE("devices") {
    @Override
    void tap(Port from, int shardProcess, long atNs, long chat, int sender) {
      from.send(shardProcess, atNs, ClientKinds.DEVICE, chat, sender);
    }
  };

  private final String processName;

  TapKind(String processName) {
    this.processName = processName;
  }

  /** What a source of these is called within its region. */
  public String processName() {
    return processName;
  }

  /** Tells a sender's shard of a candidate. */
  abstract void tap(Port from, int shardProcess, long atNs, long chat, int sender);
}
