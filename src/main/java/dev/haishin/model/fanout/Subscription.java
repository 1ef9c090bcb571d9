package dev.haishin.model.fanout;

import dev.haishin.engine.Port;
import dev.haishin.model.kafka.Consumer;

/** Makes a worker's member of the consumer group, with the partitions assigned to it. */
@FunctionalInterface
public interface Subscription {

  /** The consumer that hands records to a sink. */
  Consumer consumer(Port port, int firstKind, Consumer.Sink sink);
}
