package dev.haishin.model.store;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.model.Groups;
import dev.haishin.model.redis.Burst;

/** A server of the message store. */
public final class RegionServer extends LogicalProcess {
  private static final int REQUEST = 0;
  private static final int OPERATION_SHIFT = 32;
  private static final int REPLY_SHIFT = 34;

  /** A server without load. */
  public RegionServer(String name) {
    super(name, Groups.STORE);
  }

  /** Packs an operation, its argument (bytes, rows or reader) and how its answer is addressed. */
  static long header(int operation, int argument, int replyKind) {
    return argument | ((long) operation << OPERATION_SHIFT) | ((long) replyKind << REPLY_SHIFT);
  }

  /** Sends the operations of a burst from {@code row} on as one request. */
  static void request(Port from, int process, long atNs, Burst burst, int row) {
    from.attach(burst.word(row, 2));
    from.attach(burst.word(row, 3));
    for (int rest = burst.next(row); rest != Burst.END; rest = burst.next(rest)) {
      for (int column = 0; column < 4; column++) {
        from.attach(burst.word(rest, column));
      }
    }
    from.send(process, atNs, REQUEST, burst.word(row, 0), burst.word(row, 1));
  }

  @Override
  protected void receive(Event event) {
    throw new IllegalStateException();
  }
}
