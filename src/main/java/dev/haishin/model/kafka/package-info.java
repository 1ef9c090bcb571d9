/**
 * The Kafka cluster of a home region: brokers, producers that batch, replication, and the consumer
 * group of the fan-out workers.
 */
package dev.haishin.model.kafka;
