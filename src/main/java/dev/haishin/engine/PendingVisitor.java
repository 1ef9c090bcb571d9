package dev.haishin.engine;

/** Sees the events that are still pending when a run ends. */
@FunctionalInterface
public interface PendingVisitor {

  /** One pending event and the process it is addressed to. */
  void pending(LogicalProcess destination, Event event);
}
