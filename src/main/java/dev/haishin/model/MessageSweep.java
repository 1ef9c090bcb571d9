package dev.haishin.model;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.model.population.ClientShard;
import java.util.function.LongConsumer;

/**
 * Frees the memory of messages that nobody holds any more, now and then between two steps of a run,
 * when no thread is in the model: whoever holds messages names them, pending events are looked
 * through word by word, and the rest is freed. No result depends on it.
 *
 * <p>A sweep is due when messages take half as much again as the last one left, so it costs little
 * a message. What was missed holds no message: its list remembers what is needed of it.
 */
final class MessageSweep {
  /** Messages that take no more than this are not worth a sweep. */
  static final long WORTH_BYTES = 64L << 20;

  private final Ground ground;
  private final FrontAssembly front;
  private final BackAssembly back;
  private final LoadAssembly load;
  private final long worthBytes;
  private long dueBytes;

  MessageSweep(
      Ground ground, FrontAssembly front, BackAssembly back, LoadAssembly load, long worthBytes) {
    this.ground = ground;
    this.front = front;
    this.back = back;
    this.load = load;
    this.worthBytes = worthBytes;
    this.dueBytes = worthBytes;
  }

  /** A step of the run is over. */
  void stepped() {
    Messages messages = ground.messages();
    if (messages.bytes() > dueBytes) {
      sweep(messages);
      dueBytes = Math.max(worthBytes, messages.bytes() + messages.bytes() / 2);
    }
  }

  private void sweep(Messages messages) {
    LongConsumer keep = messages::keep;
    front.shards().forEach(shard -> shard.heldMessages(keep));
    front.gateways().forEach(gateway -> gateway.heldMessages(keep));
    back.heldMessages(keep);
    load.broadcasters().forEach(broadcaster -> broadcaster.heldMessages(keep));
    ground.simulation().census((destination, event) -> keepAll(messages, destination, event));
    messages.freeTheRest();
  }

  private static void keepAll(Messages messages, LogicalProcess destination, Event event) {
    if (destination instanceof ClientShard && !ClientShard.needsMessage(event)) {
      return;
    }
    messages.keep(event.a());
    messages.keep(event.b());
    for (int i = 0; i < event.wordCount(); i++) {
      messages.keep(event.word(i));
    }
  }
}
