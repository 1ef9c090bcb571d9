package dev.haishin.model.push;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * One worker's pushes on their way to the relays of its home: kept until the end of a cell, then
 * sent as one event, each with the instant at which it left.
 *
 * <p>They are on the wire while they are kept here: each will reach its relay at its own instant,
 * whatever becomes of the worker.
 */
public final class Submissions {
  private static final int LONGS = 2;
  private static final int PLATFORM_SHIFT = 32;
  private static final int AGO_SHIFT = 33;

  private final Port port;
  private final PushRelays relays;
  private final int kind;
  private final PushCells cells;
  private long[] words = new long[LONGS * 16];
  private int length;
  private final LongArrayList later = new LongArrayList();
  private boolean isDue;
  private long endNs;

  /**
   * Nothing submitted.
   *
   * @param kind the event kind of the process that is for {@link #handOn}
   */
  public Submissions(Port port, PushRelays relays, int kind) {
    this.port = port;
    this.relays = relays;
    this.kind = kind;
    cells = relays.cells();
  }

  /**
   * Hands a notification to its user's relay.
   *
   * @param platform {@link Channel#APNS} or {@link Channel#FCM}
   * @param atNs when it leaves the worker, not before now
   */
  public void add(long messageId, int user, int platform, long atNs) {
    if (!isDue) {
      endNs = cells.endNs(port.nowNs());
      isDue = true;
      port.atAnyIncarnation(endNs, kind, 0, 0);
    }
    long whom = (long) platform << PLATFORM_SHIFT | user;
    if (atNs >= endNs) {
      later.add(messageId);
      later.add(whom);
      later.add(atNs);
      return;
    }
    if (length == words.length) {
      words = Arrays.copyOf(words, length * 2);
    }
    words[length] = messageId;
    words[length + 1] = (endNs - atNs) << AGO_SHIFT | whom;
    length += LONGS;
  }

  /** Sends what was submitted in the cell that ends now. */
  public void handOn() {
    isDue = false;
    if (length > 0) {
      for (int i = 0; i < length; i++) {
        port.attach(words[i]);
      }
      length = 0;
      PushRelay.submit(port, relays.firstProcess(), cells.submittedNs(endNs), endNs);
    }
    int waiting = later.size();
    for (int i = 0; i < waiting; i += 3) {
      long whom = later.getLong(i + 1);
      int platform = (int) (whom >>> PLATFORM_SHIFT);
      add(later.getLong(i), (int) whom, platform, later.getLong(i + 2));
    }
    later.removeElements(0, waiting);
  }

  /** Names the messages of what is kept, among other numbers. */
  public void heldMessages(LongConsumer each) {
    for (int i = 0; i < length; i++) {
      each.accept(words[i]);
    }
    later.forEach(each);
  }

  /** How many submissions an event brings. */
  static int count(Event event) {
    return event.wordCount() / LONGS;
  }

  static long messageId(Event event, int index) {
    return event.word(index * LONGS);
  }

  static int user(Event event, int index) {
    return (int) event.word(index * LONGS + 1);
  }

  static int platform(Event event, int index) {
    return (int) (event.word(index * LONGS + 1) >>> PLATFORM_SHIFT) & 1;
  }

  /** When a submission left its worker. */
  static long leftNs(Event event, int index, long endNs) {
    return endNs - (event.word(index * LONGS + 1) >>> AGO_SHIFT);
  }
}
