package dev.haishin.model.kafka;

/**
 * How far a home's consumer group has come in each partition: every record before that has reached
 * a worker at least once.
 *
 * <p>Written by the worker that owns a partition, and by nobody else: the next owner begins at
 * least a round trip after the one before it has stopped. Until a record has reached a worker its
 * pairs are the log's to answer for, whatever responses are under way.
 */
public final class GroupProgress {
  private final long[] firstUnseen;

  GroupProgress(int partitions) {
    firstUnseen = new long[partitions];
  }

  /** The first offset of a partition that no worker has got. */
  public long firstUnseen(int partition) {
    return firstUnseen[partition];
  }

  /** Takes note of a record that has come; says whether it had come to some worker before. */
  public boolean seenBefore(int partition, long offset) {
    if (offset < firstUnseen[partition]) {
      return true;
    }
    firstUnseen[partition] = offset + 1;
    return false;
  }
}
