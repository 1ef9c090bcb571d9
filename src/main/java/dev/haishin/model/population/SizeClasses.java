package dev.haishin.model.population;

import dev.haishin.engine.Distribution;
import java.util.Arrays;

/**
 * Chats of one kind laid out along the membership slots of one layer of a region, smallest first.
 *
 * <p>Sizes are stratified: chat i of n has the size at the law's quantile (i + 1/2) / n, so even
 * few chats follow the law. Slot and chat find each other by a search over the distinct sizes.
 */
final class SizeClasses {
  private int[] sizes = new int[16];
  private long[] firstChat = new long[17];
  private long[] firstSlot = new long[17];
  private int classes;

  /**
   * Fills at most {@code slots} slots with chats.
   *
   * @param law of the size over chats, the sender counted
   */
  SizeClasses(Distribution law, long slots) {
    long chats = fitting(law, slots);
    layOut(law, chats);
    while (firstSlot[classes] > slots) {
      dropLargest();
    }
  }

  long chats() {
    return firstChat[classes];
  }

  long slots() {
    return firstSlot[classes];
  }

  /** The chat that owns a slot; the slot must be below {@link #slots}. */
  long chatOfSlot(long slot) {
    int at = find(firstSlot, slot);
    return firstChat[at] + (slot - firstSlot[at]) / sizes[at];
  }

  int sizeOf(long chat) {
    return sizes[find(firstChat, chat)];
  }

  /**
   * A chat of the size that is nearest to a given one, the lesser of two as near; there must be a
   * chat.
   *
   * @param turn which of those, modulo their number
   */
  long nearest(int members, long turn) {
    int at = 0;
    for (int i = 1; i < classes; i++) {
      if (Math.abs((long) sizes[i] - members) < Math.abs((long) sizes[at] - members)) {
        at = i;
      }
    }
    return firstChat[at] + Long.remainderUnsigned(turn, firstChat[at + 1] - firstChat[at]);
  }

  long firstSlotOf(long chat) {
    int at = find(firstChat, chat);
    return firstSlot[at] + (chat - firstChat[at]) * sizes[at];
  }

  private int find(long[] firsts, long value) {
    int low = 0;
    int high = classes;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (firsts[middle] <= value) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static long fitting(Distribution law, long slots) {
    double mean = law.mean();
    return Math.max(0, (long) (slots / mean));
  }

  private void layOut(Distribution law, long chats) {
    long chat = 0;
    while (chat < chats) {
      int size = sizeAt(law, chat, chats);
      long end = firstBeyond(law, chat, chats, size);
      addClass(size, end - chat);
      chat = end;
    }
  }

  private static int sizeAt(Distribution law, long chat, long chats) {
    double fraction = (chat + 0.5) / chats;
    return (int) Math.max(2, law.valueAt(bitsOf(fraction)));
  }

  private static long firstBeyond(Distribution law, long from, long chats, int size) {
    long low = from;
    long high = chats;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (sizeAt(law, middle, chats) <= size) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  private static long bitsOf(double fraction) {
    return (long) (fraction * 0x1.0p53) << 11;
  }

  private void addClass(int size, long count) {
    if (classes == sizes.length) {
      sizes = Arrays.copyOf(sizes, classes * 2);
      firstChat = Arrays.copyOf(firstChat, classes * 2 + 1);
      firstSlot = Arrays.copyOf(firstSlot, classes * 2 + 1);
    }
    sizes[classes] = size;
    firstChat[classes + 1] = firstChat[classes] + count;
    firstSlot[classes + 1] = firstSlot[classes] + count * size;
    classes++;
  }

  private void dropLargest() {
    int last = classes - 1;
    firstChat[classes]--;
    firstSlot[classes] -= sizes[last];
    if (firstChat[classes] == firstChat[last]) {
      classes = last;
    }
  }
}
