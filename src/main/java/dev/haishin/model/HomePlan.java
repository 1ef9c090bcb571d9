package dev.haishin.model;

import dev.haishin.engine.Distribution;
import dev.haishin.model.kafka.BrokerCosts;
import dev.haishin.model.kafka.GroupSettings;
import dev.haishin.model.kafka.ProducerSettings;
import dev.haishin.model.kafka.Quotas;
import dev.haishin.model.kafka.Replication;
import dev.haishin.model.push.RelayPlan;
import dev.haishin.model.redis.FailoverRules;
import dev.haishin.model.redis.MaxMemoryPolicy;
import dev.haishin.model.store.RecoveryRules;

/** What is built in a region that holds people's data. */
public record HomePlan(
    KafkaPlan kafka, WorkerPlan workers, RedisPlan redis, StorePlan store, RelayPlan relays) {

  /**
   * A Kafka cluster.
   *
   * @param threads request handlers of a broker
   * @param kept how replicas are kept
   * @param quotas of each gateway and each worker at each broker
   */
  public record KafkaPlan(
      int brokers,
      int threads,
      int partitions,
      int replication,
      ProducerSettings producer,
      BrokerCosts costs,
      Replication kept,
      Quotas quotas) {}

  /**
   * Fan-out workers, the consumer group of the cluster.
   *
   * @param recordCost CPU of one record, nanoseconds
   * @param recipientCost CPU of one recipient, nanoseconds
   * @param group how they share out partitions
   */
  public record WorkerPlan(
      int count,
      int cores,
      Distribution recordCost,
      Distribution recipientCost,
      GroupSettings group) {}

  /**
   * A Redis cluster for the session directory.
   *
   * @param pipeline most commands in one request
   * @param policy how a shard makes room when its memory is full
   */
  public record RedisPlan(
      int shards,
      Distribution commandCost,
      int pipeline,
      long memoryBytes,
      long sessionBytes,
      MaxMemoryPolicy policy,
      FailoverRules failover) {}

  /**
   * The message store.
   *
   * @param handlers servers of a region server
   * @param operationCost CPU of one operation, nanoseconds
   * @param put delay of a write beyond that, nanoseconds
   * @param get delay of a read beyond that, nanoseconds
   */
  public record StorePlan(
      int servers,
      int handlers,
      Distribution operationCost,
      Distribution put,
      Distribution get,
      RecoveryRules recovery) {}
}
