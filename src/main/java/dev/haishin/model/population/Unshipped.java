package dev.haishin.model.population;

import dev.haishin.model.failure.Takeover;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.function.LongConsumer;

/**
 * What a shard's users have in their inboxes at home and not at the second site that takes over: it
 * was not shipped when the region was lost. A user who reads the inbox after that does not find it.
 */
final class Unshipped {
  private static final LongArrayList NOTHING = new LongArrayList();

  private final Takeover takeover;
  private final Int2ObjectLinkedOpenHashMap<LongArrayList> messages =
      new Int2ObjectLinkedOpenHashMap<>();

  /**
   * Nothing yet.
   *
   * @param takeover of the users' home, null if there is none
   */
  Unshipped(Takeover takeover) {
    this.takeover = takeover;
    messages.defaultReturnValue(NOTHING);
  }

  /** Whether there may ever be anything. */
  boolean mayBe() {
    return takeover != null;
  }

  /**
   * An entry was made in an inbox.
   *
   * @param cameInNs when the home had what the entry comes from
   */
  void entered(int row, long messageId, long cameInNs) {
    if (takeover.isTail(cameInNs)) {
      LongArrayList ofUser = messages.get(row);
      if (ofUser == NOTHING) {
        ofUser = new LongArrayList();
        messages.put(row, ofUser);
      }
      ofUser.add(messageId);
    }
  }

  /** Names, once, what a user who reads the inbox at an instant does not find any more. */
  void read(int row, long readNs, LongConsumer each) {
    if (readNs >= takeover.promotedNs()) {
      messages.remove(row).forEach(each);
    }
  }

  /** When what was not shipped was lost. */
  long lostNs() {
    return takeover.lostNs();
  }

  /** Has each user read, in the order in which they had such entries first. */
  void readAll(long readNs, Reader reader) {
    while (takeover != null && readNs >= takeover.promotedNs() && !messages.isEmpty()) {
      int row = messages.firstIntKey();
      messages.removeFirst().forEach(message -> reader.gone(row, message));
    }
  }

  /** Takes what a user does not find. */
  interface Reader {
    void gone(int row, long messageId);
  }
}
