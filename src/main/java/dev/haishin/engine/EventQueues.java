package dev.haishin.engine;

/** Temp. */
public final class EventQueues {
  private EventQueues() {}

  public static EventQueue standard() {
    return new HeapQueue();
  }
}
