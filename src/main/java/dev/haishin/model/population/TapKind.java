package dev.haishin.model.population;

/** What people tap. */
public enum TapKind {
  /** A message is sent. */
  MESSAGE("taps", ClientKinds.TAP),

  /** Somebody is typing. */
  TYPING("typing", ClientKinds.TYPING),

  /** A group's membership has changed, and a member makes its key anew. */
  REKEY("rekeys", ClientKinds.REKEY),

  /** A person adds a device, whatever the chat. */
  DEVICE("devices", ClientKinds.DEVICE);

  private final String processName;
  private final int step;

  TapKind(String processName, int step) {
    this.processName = processName;
    this.step = step;
  }

  /** What a source of these is called within its region. */
  public String processName() {
    return processName;
  }

  /** The step that a sender's shard takes. */
  int step() {
    return step;
  }
}
