package dev.haishin.model.push;

/** The ways by which a notification reaches a device. */
public final class Channel {
  /** Apple's push service; also stands for the platform that it serves. */
  public static final int APNS = 0;

  /** Google's push service; also stands for the platform that it serves. */
  public static final int FCM = 1;

  /** A text message, after the push service had no room. */
  public static final int SMS = 2;

  /** A second push, made after the first ones had failed for long. */
  public static final int LATE = 3;

  private Channel() {}
}
