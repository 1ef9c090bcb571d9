package dev.haishin.model;

import dev.haishin.engine.Port;
import dev.haishin.model.kafka.Producer;
import dev.haishin.model.redis.SessionDirectory;
import dev.haishin.model.store.StoreClient;

/** Makes the clients of the back end that live inside a gateway or a worker. */
public interface Parts {

  /** A producer for one home's Kafka; {@code null} where that region is nobody's home. */
  Producer producer(Port port, int firstKind, int home, Producer.Sink sink);

  /** A client of one home's session directory. */
  SessionDirectory sessions(Port port, int firstKind, int home, SessionDirectory.Sink sink);

  /** A client of one home's message store. */
  StoreClient store(Port port, int firstKind, int home, StoreClient.Sink sink);
}
