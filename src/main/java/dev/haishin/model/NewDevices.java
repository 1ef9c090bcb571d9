package dev.haishin.model;

/**
 * Devices that people add, each of which reads its person's history again.
 *
 * @param perUserPerSecond devices that one person adds
 * @param history messages that each of them reads, at least 1
 */
public record NewDevices(double perUserPerSecond, int history) {
  /** Nobody ever adds one. */
  static final NewDevices NONE = new NewDevices(0, 1);
}
