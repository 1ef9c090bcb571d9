package dev.haishin.model.population;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * What a shard's users have sent and not seen acknowledged: a list a user, found by message too.
 *
 * <p>A message leaves by its acknowledgement, or is given up after the last retry or when it is too
 * old. A user's messages stay in the order of their taps, so that a reconnect does not reorder
 * them.
 */
final class Outbox {
  private final Int2IntOpenHashMap heads = new Int2IntOpenHashMap();
  private final Long2IntOpenHashMap entries = new Long2IntOpenHashMap();
  private long[] message = new long[256];
  private long[] sentNs = new long[256];
  private int[] row = new int[256];
  private int[] next = new int[256];
  private byte[] attempts = new byte[256];
  private int used = 1;
  private int free;

  /** Takes in a new message, not sent yet. */
  int add(int userRow, long messageId) {
    int entry = free;
    if (entry != 0) {
      free = next[entry];
    } else {
      entry = used++;
      if (entry == message.length) {
        grow();
      }
    }
    message[entry] = messageId;
    row[entry] = userRow;
    attempts[entry] = 0;
    sentNs[entry] = -1;
    next[entry] = 0;
    int last = heads.get(userRow);
    if (last == 0) {
      heads.put(userRow, entry);
    } else {
      while (next[last] != 0) {
        last = next[last];
      }
      next[last] = entry;
    }
    entries.put(messageId, entry);
    return entry;
  }

  /** The entry of a message, 0 if it has left. */
  int find(long messageId) {
    return entries.get(messageId);
  }

  /** The first entry of a user, 0 if there is none. */
  int first(int userRow) {
    return heads.get(userRow);
  }

  /** The user's entry after this one, 0 at the end. */
  int after(int entry) {
    return next[entry];
  }

  long message(int entry) {
    return message[entry];
  }

  int row(int entry) {
    return row[entry];
  }

  /** When it was last sent, -1 if never. */
  long sentNs(int entry) {
    return sentNs[entry];
  }

  int attempts(int entry) {
    return attempts[entry];
  }

  void sent(int entry, long nowNs) {
    sentNs[entry] = nowNs;
    attempts[entry]++;
  }

  /** Takes an entry out. */
  void remove(int entry) {
    int userRow = row[entry];
    int at = heads.get(userRow);
    if (at == entry) {
      if (next[entry] == 0) {
        heads.remove(userRow);
      } else {
        heads.put(userRow, next[entry]);
      }
    } else {
      while (next[at] != entry) {
        at = next[at];
      }
      next[at] = next[entry];
    }
    entries.remove(message[entry]);
    message[entry] = -1;
    next[entry] = free;
    free = entry;
  }

  /** Names every message in the outbox. */
  void heldMessages(LongConsumer each) {
    for (int entry = 1; entry < used; entry++) {
      each.accept(message[entry]);
    }
  }

  /** Messages still in the outbox. */
  int size() {
    return entries.size();
  }

  private void grow() {
    int length = message.length * 2;
    message = Arrays.copyOf(message, length);
    sentNs = Arrays.copyOf(sentNs, length);
    row = Arrays.copyOf(row, length);
    next = Arrays.copyOf(next, length);
    attempts = Arrays.copyOf(attempts, length);
  }
}
