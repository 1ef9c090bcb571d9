/**
 * The session directory: which gateway holds a user's connection, in a Redis Cluster of one home
 * whose shards stand in one rack a zone.
 *
 * <p>Modelled: 16,384 slots by CRC16 (facts.md D05) in equal ranges over the shards; one command at
 * a time a shard, first come first served, so one hot shard queues alone (D12); commands of one
 * burst to the same shard travel as one pipelined request; memory by entries (D10: 85 bytes a small
 * string, more with an expiry and what the allocator rounds up), with new keys refused at the limit
 * or others evicted, as {@code maxmemory-policy} says. The default cost of a command, 8 us, is the
 * 100,000 to 125,000 commands a second of one core without pipelining (D01, D12).
 *
 * <p>Failures: machines crash, vanish and come back; masters are replaced by Redis Cluster's own
 * rules (D06 to D08), a course that follows from the scenario alone and is played through before
 * the run; what had not been replicated is lost; clients find the new master by MOVED answers,
 * errors and time-outs.
 *
 * <p>Left out: the inbox cache, the time that replication takes of a master, persistence on disk
 * (who comes back alone comes back empty), migration of slots, the cheaper per-command cost inside
 * a pipeline, and the server's own time-outs.
 */
package dev.haishin.model.redis;
