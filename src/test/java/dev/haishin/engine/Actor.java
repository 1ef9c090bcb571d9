package dev.haishin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A process whose behaviour a test gives, and that notes what comes. */
final class Actor extends LogicalProcess {
  private final BiConsumer<Actor, Event> behaviour;
  private final List<String> seen = new ArrayList<>();

  Actor(String name, BiConsumer<Actor, Event> behaviour) {
    super(name, 0);
    this.behaviour = behaviour;
  }

  Actor(String name) {
    this(name, (self, event) -> {});
  }

  @Override
  protected void receive(Event event) {
    seen.add(note(event));
    behaviour.accept(this, event);
  }

  @Override
  protected void voided(Event event) {
    seen.add("void " + note(event));
  }

  private static String note(Event event) {
    return event.timeNs() + ":" + event.kind() + " from " + event.origin();
  }

  Port door() {
    return port();
  }

  void restart() {
    startIncarnation();
  }

  void takeAsOf(long instantNs) {
    actAsOf(instantNs);
  }

  List<String> seen() {
    return seen;
  }
}
