package dev.haishin.model.population;

import dev.haishin.delivery.Bundler;
import dev.haishin.engine.Port;
import dev.haishin.model.gateway.Gateway;
import dev.haishin.results.Facet;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.Recorder;

/**
 * Typing indicators and read receipts on the way to a shard's users.
 *
 * <p>One goes up as a frame of its own; the sender's gateway, whose cached route is taken to be
 * right, sends it towards the receiver, where those that wait for one connection travel down as one
 * frame: it leaves when the first of them has waited for as long as its kind may, and what waits
 * when the connection is gone is gone with it. Nobody waits for them, so the last leg has no event;
 * they use CPU and bytes of the gateways.
 */
final class SmallMessages {
  private static final int GENERATION_BITS = 16;

  private final Port port;
  private final Steps steps;
  private final UserRows users;
  private final int firstUser;
  private final int region;
  private final People people;
  private final Lines lines;
  private final Bundler bundler = new Bundler();
  private final Bundler.Departures departures = this::left;
  private final long leadNs;
  private final Recorder recorder;

  SmallMessages(
      Port port,
      Steps steps,
      UserRows users,
      int firstUser,
      int region,
      Surroundings around,
      Lines lines,
      Recorder recorder) {
    this.port = port;
    this.steps = steps;
    this.users = users;
    this.firstUser = firstUser;
    this.region = region;
    this.people = around.graph().people();
    this.lines = lines;
    this.leadNs = around.access().floorNs();
    this.recorder = recorder;
  }

  /**
   * One has come for a user.
   *
   * @param patienceNs how long it may wait for others
   */
  void arrived(int row, long patienceNs) {
    if (!users.isConnected(row)) {
      return;
    }
    long nowNs = port.nowNs();
    int generation = users.generation(row);
    long connection = connection(row, generation);
    if (patienceNs == 0 && !bundler.isOpen(connection)) {
      down(row, 1);
      return;
    }
    long flushNs = bundler.add(connection, nowNs, patienceNs);
    if (flushNs == nowNs) {
      flush(row, generation);
    } else if (flushNs != Bundler.ALREADY_OPEN) {
      steps.add(flushNs, ClientKinds.SMALL_DUE, row, generation);
    }
  }

  /** A wait on a connection is over. */
  void flush(int row, int generation) {
    long connection = connection(row, generation);
    if (!users.isConnected(row) || users.generation(row) != generation) {
      bundler.discard(connection);
      return;
    }
    int items = bundler.flush(connection, port.nowNs(), departures);
    if (items > 0) {
      down(row, items);
    }
  }

  private void left(long connection, long arrivedNs) {
    int user = firstUser + (int) (connection >>> GENERATION_BITS);
    int facet = Facet.of(region, people.isIos(user));
    recorder.latency(LatencyMetric.BUNDLE_DELAY, facet, arrivedNs, port.nowNs() - arrivedNs);
  }

  private void down(int row, int items) {
    long atNs = port.nowNs() + leadNs;
    long link = Gateway.link(users.slot(row), users.generation(row));
    lines.passes(row, atNs);
    Gateway.small(port, users.gateway(row), atNs, link, firstUser + row, items);
  }

  private static long connection(int row, int generation) {
    return (long) row << GENERATION_BITS | generation;
  }
}
