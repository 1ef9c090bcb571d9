package dev.haishin.model.push;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.model.Groups;

/** A host of the platform that hands notifications to the push providers. */
public final class PushRelay extends LogicalProcess {
  private static final int SUBMIT = 0;
  private static final int PLATFORM_SHIFT = 32;

  /** A relay without load. */
  public PushRelay(String name) {
    super(name, Groups.PUSH);
  }

  /**
   * Hands a notification to a relay.
   *
   * @param relayProcess by {@link PushRelays#processOf}
   * @param atNs arrival there
   * @param platform {@link Channel#APNS} or {@link Channel#FCM}
   */
  public static void submit(
      Port from, int relayProcess, long atNs, long messageId, int user, int platform) {
    from.send(relayProcess, atNs, SUBMIT, messageId, user | ((long) platform << PLATFORM_SHIFT));
  }

  @Override
  protected void receive(Event event) {
    throw new IllegalStateException();
  }
}
