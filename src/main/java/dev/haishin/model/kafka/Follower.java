package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;

/**
 * A broker's replica fetchers, one to each leader that it follows: they append what a response
 * brings and fetch again, with the new log ends.
 *
 * <p>Nobody but the leader sees a follower's log, and it only by the next fetch, so that the end of
 * an append needs no event: the fetch leaves then.
 */
final class Follower {
  private final Port port;
  private final KafkaCluster cluster;
  private final Network network;
  private final RequestHandlers handlers;

  Follower(Port port, KafkaCluster cluster, Network network, RequestHandlers handlers) {
    this.port = port;
    this.cluster = cluster;
    this.network = network;
    this.handlers = handlers;
  }

  /** Sends the first fetch to every leader of a partition that this broker follows. */
  void start(int self) {
    boolean[] leads = new boolean[cluster.brokers()];
    for (int partition = 0; partition < cluster.partitions(); partition++) {
      leads[cluster.leader(partition)] |= cluster.isFollower(self, partition);
    }
    for (int leader = 0; leader < leads.length; leader++) {
      if (leads[leader]) {
        fetch(leader, port.nowNs());
      }
    }
  }

  /** Appends a response of a leader, and fetches again. */
  void append(Event response) {
    long records = 0;
    long bytes = 0;
    for (int at = 0; at < response.wordCount(); at += 2) {
      port.attach(response.word(at));
      records += response.word(at + 1) >>> Integer.SIZE;
      bytes += (int) response.word(at + 1);
    }
    long doneNs = port.nowNs();
    if (records > 0) {
      handlers.writeBehind(doneNs, bytes);
      doneNs = handlers.append(doneNs, records, bytes);
    }
    fetch((int) response.a(), doneNs);
  }

  private void fetch(int leader, long leaveNs) {
    int process = cluster.process(leader);
    Broker.followerFetch(port, process, leaveNs + network.latencyNs(port.process(), process));
  }
}
