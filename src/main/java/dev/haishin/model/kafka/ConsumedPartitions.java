package dev.haishin.model.kafka;

import dev.haishin.engine.Port;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

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

  /** Not fetched because its leader is not known. */
  static final int LEADERLESS = 8;

  private static final int GONE = 16;

  private final IntUnaryOperator leaderOf;
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

  /**
   * No partitions.
   *
   * @param leaderOf the broker that the consumer believes to lead a partition, negative if none
   */
  ConsumedPartitions(KafkaCluster cluster, int capacity, IntUnaryOperator leaderOf) {
    this.leaderOf = leaderOf;
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
    rowOf[ofPartition] = row;
    partition[row] = ofPartition;
    hindrance[row] = 0;
    position[row] = offset;
    committed[row] = 0;
    commitNews[row] = false;
    known[row] = false;
    join(row, leaderOf.applyAsInt(ofPartition));
    return row;
  }

  /** The broker of a row does not answer for it any more: until another does, it has none. */
  void part(int row) {
    if (broker[row] >= 0) {
      rowsOf[broker[row]].rem(row);
      set(row, LEADERLESS);
      broker[row] = NONE;
      known[row] = false;
      commitNews[row] |= committed[row] > 0;
    }
  }

  /** Goes to the leader that is believed in now; says whether there is one for a lonely row. */
  boolean find(int row) {
    int leader = leaderOf.applyAsInt(partition[row]);
    if (broker[row] >= 0 || leader < 0) {
      return broker[row] >= 0;
    }
    broker[row] = leader;
    rowsOf[leader].add(row);
    clear(row, LEADERLESS);
    return true;
  }

  private void join(int row, int leader) {
    broker[row] = leader < 0 ? NONE : leader;
    if (leader < 0) {
      hindrance[row] = LEADERLESS;
    } else {
      rowsOf[leader].add(row);
      wantedOf[leader]++;
    }
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

  /** The broker to fetch it from, {@link #NONE} if none is known. */
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
    if (broker[row] < 0) {
      free.add(row);
    }
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
      }
      all.clear();
      wantedOf[ofBroker] = 0;
    }
    Arrays.fill(rowOf, NONE);
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
