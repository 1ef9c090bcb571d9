package dev.haishin.model.kafka;

import dev.haishin.engine.Port;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * The partitions of one consumer: rows with what it has read, what is done with, what of that the
 * leaders know, and why a partition is not fetched at present.
 */
final class ConsumedPartitions {
  /** No row. */
  static final int NONE = -1;

  /** Not fetched because too much of it is in work. */
  static final int PAUSED = 1;

  /** Not fetched because its owner is being decided. */
  static final int HELD = 2;

  /** Not fetched because the group's offset has not been learnt yet. */
  static final int STARTING = 4;

  private static final int GONE = 8;

  private final KafkaCluster cluster;
  private final int[] rowOf;
  private final IntArrayList[] rowsOf;
  private final int[] wantedOf;
  private final IntArrayList[] partingOf;
  private final IntArrayList free = new IntArrayList();
  private int[] partition;
  private int[] broker;
  private byte[] hindrance;
  private long[] position;
  private long[] committed;
  private boolean[] commitNews;
  private boolean[] known;
  private int rows;

  ConsumedPartitions(KafkaCluster cluster, int capacity) {
    this.cluster = cluster;
    rowOf = new int[cluster.partitions()];
    Arrays.fill(rowOf, NONE);
    rowsOf = new IntArrayList[cluster.brokers()];
    partingOf = new IntArrayList[cluster.brokers()];
    for (int i = 0; i < rowsOf.length; i++) {
      rowsOf[i] = new IntArrayList(4);
      partingOf[i] = new IntArrayList(0);
    }
    wantedOf = new int[cluster.brokers()];
    partition = new int[capacity];
    broker = new int[capacity];
    hindrance = new byte[capacity];
    position = new long[capacity];
    committed = new long[capacity];
    commitNews = new boolean[capacity];
    known = new boolean[capacity];
  }

  /** Adds a partition, wanted from an offset on. */
  int add(int ofPartition, long offset) {
    int row = free.isEmpty() ? rows++ : free.popInt();
    if (row == partition.length) {
      grow();
    }
    int leader = cluster.leader(ofPartition);
    rowOf[ofPartition] = row;
    partition[row] = ofPartition;
    broker[row] = leader;
    hindrance[row] = 0;
    position[row] = offset;
    committed[row] = 0;
    commitNews[row] = false;
    known[row] = false;
    rowsOf[leader].add(row);
    wantedOf[leader]++;
    return row;
  }

  /** The row of a partition, {@link #NONE} if it is not this consumer's. */
  int row(int ofPartition) {
    return rowOf[ofPartition];
  }

  /** Rows ever used. */
  int rows() {
    return rows;
  }

  boolean isUsed(int row) {
    return (hindrance[row] & GONE) == 0;
  }

  int partition(int row) {
    return partition[row];
  }

  int broker(int row) {
    return broker[row];
  }

  /** Partitions to fetch from a broker. */
  int wantedOf(int ofBroker) {
    return wantedOf[ofBroker];
  }

  /** Adds a hindrance. */
  void set(int row, int reason) {
    if (hindrance[row] == 0) {
      wantedOf[broker[row]]--;
    }
    hindrance[row] |= (byte) reason;
  }

  /** Takes a hindrance away; says whether it was the last. */
  boolean clear(int row, int reason) {
    if ((hindrance[row] & reason) == 0) {
      return false;
    }
    hindrance[row] &= (byte) ~reason;
    if (hindrance[row] != 0) {
      return false;
    }
    wantedOf[broker[row]]++;
    return true;
  }

  /** The records before an offset have come. */
  void moveTo(int row, long offset) {
    position[row] = offset;
  }

  /** The records before an offset are done with. */
  void commit(int row, long offset) {
    if (offset > committed[row]) {
      committed[row] = offset;
      commitNews[row] = true;
    }
  }

  /** Whether the next fetch to a broker has something to say. */
  boolean hasToSay(int ofBroker, boolean commits) {
    IntArrayList all = rowsOf[ofBroker];
    for (int i = 0; i < all.size(); i++) {
      int row = all.getInt(i);
      if ((hindrance[row] == 0) != known[row] || commits && commitNews[row]) {
        return true;
      }
    }
    return false;
  }

  /** Attaches all that is new to a broker. */
  void say(int ofBroker, Port port) {
    IntArrayList all = rowsOf[ofBroker];
    for (int i = 0; i < all.size(); i++) {
      int row = all.getInt(i);
      sayCommit(row, port);
      boolean wanted = hindrance[row] == 0;
      if (wanted != known[row]) {
        known[row] = wanted;
        int operation = wanted ? FetchWord.ADD : FetchWord.FORGET;
        port.attach(FetchWord.of(operation, partition[row], position[row]));
      }
    }
  }

  /** Attaches what a broker is told of partitions held or given up; says whether there is any. */
  boolean sayParting(int ofBroker, Port port) {
    boolean any = !partingOf[ofBroker].isEmpty();
    for (int i = 0; i < partingOf[ofBroker].size(); i++) {
      port.attach(FetchWord.of(FetchWord.FORGET, partingOf[ofBroker].getInt(i), 0));
    }
    partingOf[ofBroker].clear();
    IntArrayList all = rowsOf[ofBroker];
    for (int i = all.size() - 1; i >= 0; i--) {
      int row = all.getInt(i);
      if ((hindrance[row] & (HELD | GONE)) != 0) {
        any |= known[row] || commitNews[row];
        sayCommit(row, port);
        if (known[row]) {
          known[row] = false;
          port.attach(FetchWord.of(FetchWord.FORGET, partition[row], position[row]));
        }
        if (!isUsed(row)) {
          all.removeInt(i);
          free.add(row);
        }
      }
    }
    return any;
  }

  /** A partition is another's; {@link #sayParting} is to follow. */
  void leave(int row) {
    set(row, GONE);
    rowOf[partition[row]] = NONE;
  }

  /** All is lost, but for which fetch sessions stand open at the brokers. */
  void clear() {
    for (int ofBroker = 0; ofBroker < rowsOf.length; ofBroker++) {
      IntArrayList all = rowsOf[ofBroker];
      for (int i = 0; i < all.size(); i++) {
        int row = all.getInt(i);
        if (known[row]) {
          partingOf[ofBroker].add(partition[row]);
        }
        rowOf[partition[row]] = NONE;
      }
      all.clear();
      wantedOf[ofBroker] = 0;
    }
    free.clear();
    rows = 0;
  }

  private void sayCommit(int row, Port port) {
    if (commitNews[row]) {
      commitNews[row] = false;
      port.attach(FetchWord.of(FetchWord.COMMIT, partition[row], committed[row]));
    }
  }

  private void grow() {
    int length = partition.length * 2;
    partition = Arrays.copyOf(partition, length);
    broker = Arrays.copyOf(broker, length);
    hindrance = Arrays.copyOf(hindrance, length);
    position = Arrays.copyOf(position, length);
    committed = Arrays.copyOf(committed, length);
    commitNews = Arrays.copyOf(commitNews, length);
    known = Arrays.copyOf(known, length);
  }
}
