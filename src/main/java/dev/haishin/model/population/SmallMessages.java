package dev.haishin.model.population;

import dev.haishin.delivery.Bundler;
import dev.haishin.engine.Port;
import dev.haishin.model.gateway.Gateway;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;

/**
 * Typing indicators and read receipts of a shard's users.
 *
 * <p>One goes up as a frame of its own; the sender's gateway, whose cached route is taken to be
 * right, sends it towards the receiver, where those of one window travel down as one frame. Nobody
 * waits for them, so the last leg has no event; they use CPU and bytes of the gateways.
 */
final class SmallMessages {
  private final Port port;
  private final UserRows users;
  private final int firstUser;
  private final Bundler bundler;
  private final long leadNs;
  private final Recorder recorder;

  SmallMessages(
      Port port, UserRows users, int firstUser, long bundleNs, long leadNs, Recorder recorder) {
    this.port = port;
    this.users = users;
    this.firstUser = firstUser;
    this.bundler = bundleNs > 0 ? new Bundler(bundleNs) : null;
    this.leadNs = leadNs;
    this.recorder = recorder;
  }

  /** A reader tells a sender that the message was read. */
  void receipt(int gatewayProcess, long atNs, long link, int sender) {
    Gateway.receipt(port, gatewayProcess, atNs, link, sender);
  }

  /** One has come for a user; those of a window share a frame. */
  void arrived(int row) {
    if (!users.isConnected(row)) {
      return;
    }
    if (bundler == null) {
      down(row, 1);
      return;
    }
    long flushNs = bundler.add(row, port.nowNs());
    if (flushNs != Bundler.ALREADY_OPEN) {
      port.at(flushNs, ClientKinds.BUNDLE_DUE, row, 0);
    }
  }

  /** A window closes. */
  void bundleDue(int row) {
    int count = bundler.flush(row, port.nowNs());
    if (count > 0 && users.isConnected(row)) {
      recorder.count(Counter.BUNDLE_SAVED_FRAMES, port.nowNs(), count - 1);
      down(row, count);
    }
  }

  private void down(int row, int count) {
    long link = Gateway.link(users.slot(row), users.generation(row));
    Gateway.small(port, users.gateway(row), port.nowNs() + leadNs, link, firstUser + row, count);
  }
}
