/**
 * The Kafka cluster of a home region, through which every message and every relay record of that
 * home travels.
 *
 * <p><b>Modelled.</b> {@link dev.haishin.model.kafka.KafkaCluster} lays out one topic: Kafka's
 * rack-aware placement, partitions by murmur2, the group's partitions by the range assignor. A
 * {@link dev.haishin.model.kafka.Producer} batches by partition and drains by broker (linger, batch
 * size, requests in flight, request size, buffer). A {@link dev.haishin.model.kafka.Broker} is a
 * station of request handlers; it works on one request of a connection at a time, appends at the
 * departure, serves long-poll fetches of followers and consumers from one session each, moves the
 * high watermark when a follower's next fetch says that it has the records, and answers by acks 0,
 * 1 or all. A {@link dev.haishin.model.kafka.Consumer} fetches up to the high watermark, pauses and
 * resumes partitions, and commits with its next fetch, whereupon the leader forgets.
 *
 * <p><b>Events.</b> What brokers do among themselves needs none of the simulation's events: {@link
 * dev.haishin.model.kafka.BrokerRack} holds the steps of all brokers of a home, each with its
 * instant, and takes them in their order when an event reaches one of these brokers, and before
 * anybody else could see an effect. A fetch with which a consumer says nothing new is such a step
 * too. So a lone record costs 4 events: the request, the brokers' waking up, the answer to the
 * producer, the response to the worker; one more with a linger. Records that share a request or a
 * response share its events, and busy brokers hardly have to be woken. An idle consumer costs 2
 * events in half a second at each of its brokers, an idle follower none of its own.
 *
 * <p><b>Failures.</b> A broker that dies takes down what it was working on and keeps its log. The
 * {@link dev.haishin.model.kafka.Controller} fences it when its session is over, takes it out of
 * the ISR and has the next replica in sync lead; {@link dev.haishin.model.kafka.ReplicaSet} keeps a
 * log for each replica then. The new leader's followers drop what it lacks and fetch the rest; the
 * high watermark follows the ISR and stands still below {@code min.insync.replicas}. A broker that
 * is back catches up, joins the ISR and in the end leads again where it is preferred. Producers
 * learn who leads from answers ({@link dev.haishin.model.kafka.Metadata}) and send again what came
 * back ({@link dev.haishin.model.kafka.Retries}); a log takes each numbered batch once and in
 * order. Only where a broker fails in the run do producers have timers and batches numbers.
 *
 * <p>What {@code acks} promises: with {@code all} an accepted record is on {@code
 * min.insync.replicas}. With {@code 1} a record dies with a leader whose followers had not fetched
 * it, with {@code 0} also what is under way to a dead broker. An unclean election loses what the
 * new leader lacks, whatever the acks. The {@link dev.haishin.model.kafka.Acceptance} is told of
 * each.
 *
 * <p><b>Left out.</b> Failures of the controller's quorum; the delay with which brokers learn its
 * decisions; a follower's own, older high watermark when it begins to lead; preferred leaders come
 * back all at once. Network threads and bandwidth; compression; retention by time or size.
 * Followers' appends are spent on the request handlers instead of threads of their own. A parked
 * fetch is charged when it arrives, not again when it wakes. A follower is not told the high
 * watermark: nobody reads from it. With {@code acks=0} nothing bounds the requests that wait at a
 * broker's connection, where TCP's window would.
 *
 * <p><b>Numbers.</b> Defaults are Kafka's own, rows K02, K04 and K06 of the fact base; overheads of
 * batches and records row K08; the default partitioner row K09. Costs of a broker come from the
 * scenario.
 *
 * <p><b>Custody.</b> An original record holds no pairs until it is accepted; from then on the
 * leader's log holds them, until a response brings them to a worker for the first time. A relay
 * record holds its pairs from the append to its producer: in the producer's batch, in the request,
 * in the log; one that is sent again holds none. Where brokers fail its producer holds it until it
 * is acknowledged, but for what the {@link dev.haishin.model.kafka.Journal} of the logs has.
 */
package dev.haishin.model.kafka;
