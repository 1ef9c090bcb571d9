package dev.haishin.engine;

/** The event queues that a simulation can be given. */
public final class EventQueues {
  private EventQueues() {}

  /** The queue for simulations of any size: a fresh, empty {@link LadderQueue}. */
  public static EventQueue standard() {
    return new LadderQueue();
  }
}
