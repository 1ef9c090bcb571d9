package dev.haishin.model.fanout;

import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.function.IntConsumer;

/**
 * The books on records that a home's workers have read and not committed, by partition: which of
 * their pairs nobody answers for since their worker died, and which records were found to be
 * duplicates.
 *
 * <p>Whoever reads such a record again does all of it again; it cannot know what was done. These
 * books only tell which of the copies that it sends are the pair itself, and which are duplicates.
 * The books of a partition are kept by its owner, and by nobody else: an owner begins at least a
 * round trip after the one before it has stopped.
 */
public final class Abandoned {
  private final Book[] books;

  /** Nothing abandoned in so many partitions. */
  public Abandoned(int partitions) {
    books = new Book[partitions];
  }

  /** Pairs that nobody answers for at present. */
  public long heldPairs() {
    long sum = 0;
    for (Book book : books) {
      sum += book == null ? 0 : book.held;
    }
    return sum;
  }

  /** All pairs of a message are abandoned. */
  void addAll(int partition, long messageId, long pairs) {
    Book book = book(partition);
    book.held += pairs - book.whole.put(messageId, pairs);
  }

  /** A pair of a message is abandoned, or with a negative key the pairs of another home. */
  void add(int partition, long messageId, int key, long pairs) {
    Book book = book(partition);
    IntOpenHashSet keys = book.parts.get(messageId);
    if (keys == null) {
      keys = new IntOpenHashSet();
      book.parts.put(messageId, keys);
    }
    if (keys.add(key)) {
      book.held += pairs;
    }
  }

  /** Takes on all pairs of a message, if that is what was abandoned. */
  boolean takeAll(int partition, long messageId) {
    Book book = books[partition];
    if (book == null || !book.whole.containsKey(messageId)) {
      return false;
    }
    book.held -= book.whole.remove(messageId);
    return true;
  }

  /** Takes on a pair of a message, if it was abandoned. */
  boolean take(int partition, long messageId, int key, long pairs) {
    Book book = books[partition];
    IntOpenHashSet keys = book == null ? null : book.parts.get(messageId);
    if (keys == null || !keys.remove(key)) {
      return false;
    }
    book.held -= pairs;
    if (keys.isEmpty()) {
      book.parts.remove(messageId);
    }
    return true;
  }

  /**
   * Gives up what nobody answers for of a message that does not come again.
   *
   * @param parts takes each pair's user, or the negative key of another home's pairs
   * @return whether all its pairs were abandoned; then there are no parts
   */
  boolean giveUp(int partition, long messageId, PairCounter pairsOf, IntConsumer parts) {
    if (takeAll(partition, messageId)) {
      return true;
    }
    Book book = books[partition];
    IntOpenHashSet keys = book == null ? null : book.parts.remove(messageId);
    if (keys != null) {
      for (IntIterator each = keys.iterator(); each.hasNext(); ) {
        int key = each.nextInt();
        book.held -= pairsOf.pairs(key);
        parts.accept(key);
      }
    }
    return false;
  }

  /** Counts the pairs that a key stands for. */
  interface PairCounter {
    long pairs(int key);
  }

  /** A message was met first by a site that will not be there to remember it. */
  void note(int partition, long messageId) {
    book(partition).unshipped.add(messageId);
  }

  /** Whether a message was met where nobody remembers it; the second time it is remembered. */
  boolean isForgotten(int partition, long messageId) {
    return books[partition] != null && books[partition].unshipped.remove(messageId);
  }

  /** The record at an offset is a duplicate of one that came before. */
  void drop(int partition, long offset) {
    book(partition).dropped.add(offset);
  }

  /** Whether the record at an offset has been found to be a duplicate. */
  boolean isDropped(int partition, long offset) {
    return books[partition] != null && books[partition].dropped.contains(offset);
  }

  private Book book(int partition) {
    if (books[partition] == null) {
      books[partition] = new Book();
    }
    return books[partition];
  }

  /** The books of one partition. */
  private static final class Book {
    private final Long2LongOpenHashMap whole = new Long2LongOpenHashMap();
    private final Long2ObjectOpenHashMap<IntOpenHashSet> parts = new Long2ObjectOpenHashMap<>();
    private final LongOpenHashSet dropped = new LongOpenHashSet();
    private final LongOpenHashSet unshipped = new LongOpenHashSet();
    private long held;
  }
}
