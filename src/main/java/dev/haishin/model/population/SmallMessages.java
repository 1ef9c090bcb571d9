package dev.haishin.model.population;

import dev.haishin.delivery.Bundler;
import dev.haishin.engine.Port;
import dev.haishin.model.gateway.Gateway;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import it.unimi.dsi.fastutil.longs.LongArrayFIFOQueue;

/**
 * Typing indicators and read receipts of a shard's users.
 *
 * <p>One goes up as a frame of its own; the sender's gateway, whose cached route is taken to be
 * right, sends it towards the receiver, where those of one window travel down as one frame: the
 * first one sends the frame off, timed for the window's end, down the connection on which the
 * window was opened. Nobody waits for them, so the last leg has no event; they use CPU and bytes of
 * the gateways.
 */
final class SmallMessages {
  private final Port port;
  private final UserRows users;
  private final int firstUser;
  private final Lines lines;
  private final Bundler bundler;
  private final LongArrayFIFOQueue windows = new LongArrayFIFOQueue();
  private final long leadNs;
  private final Recorder recorder;

  SmallMessages(
      Port port,
      UserRows users,
      int firstUser,
      Lines lines,
      long bundleNs,
      long leadNs,
      Recorder recorder) {
    this.port = port;
    this.users = users;
    this.firstUser = firstUser;
    this.lines = lines;
    this.bundler = bundleNs > 0 ? new Bundler(bundleNs) : null;
    this.leadNs = leadNs;
    this.recorder = recorder;
  }

  /** One has come for a user; those of a window share a frame. */
  void arrived(int row) {
    if (!users.isConnected(row)) {
      return;
    }
    long nowNs = port.nowNs();
    if (bundler == null) {
      down(row, nowNs);
      return;
    }
    closeWindows(nowNs);
    long flushNs = bundler.add(row, nowNs);
    if (flushNs == Bundler.ALREADY_OPEN) {
      recorder.count(Counter.BUNDLE_SAVED_FRAMES, nowNs, 1);
    } else {
      windows.enqueue(flushNs);
      windows.enqueue(row);
      down(row, flushNs);
    }
  }

  /** Windows are all of one length, so they close in the order in which they were opened. */
  private void closeWindows(long nowNs) {
    while (!windows.isEmpty() && windows.firstLong() <= nowNs) {
      long flushNs = windows.dequeueLong();
      bundler.flush(windows.dequeueLong(), flushNs);
    }
  }

  private void down(int row, long flushNs) {
    long link = Gateway.link(users.slot(row), users.generation(row));
    lines.passes(row, flushNs + leadNs);
    Gateway.small(port, users.gateway(row), flushNs + leadNs, link, firstUser + row);
  }
}
