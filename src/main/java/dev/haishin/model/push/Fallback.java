package dev.haishin.model.push;

/** What a relay does for a user whose push was given up. */
public enum Fallback {
  /** Nothing: the message waits in the inbox until the user opens the app. */
  NONE,
  /** A text message through the {@link SmsGateway}. */
  SMS,
  /** One more push through the same provider, some time later. */
  LATE_NOTIFICATION
}
