package dev.haishin.model.fanout;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import java.util.function.LongConsumer;

/**
 * Chunks of broadcasts: a stretch of the audience each, worked on by one core. Its lookups leave
 * when the core is done. A chunk that dies with its worker goes back to whoever sent it: at once
 * where there is a reset, after the route time-out where there is silence.
 */
final class Broadcasting {
  /** Rows of chunks follow, below {@link Records#NONE}, in the place of rows of records. */
  private static final int FIRST_CHUNK = Records.NONE - 1;

  private final Port port;
  private final WorkerSite site;
  private final Cores cores;
  private final Routing routing;
  private final Chunks chunks = new Chunks();
  private int nextCore;

  Broadcasting(Port port, WorkerSite site, Cores cores, Routing routing) {
    this.port = port;
    this.site = site;
    this.cores = cores;
    this.routing = routing;
  }

  /** Whether a row given for a record's is one of a chunk. */
  static boolean isChunk(int recordRow) {
    return recordRow <= FIRST_CHUNK;
  }

  void chunk(Event event, long downNs) {
    Stretch stretch = Stretch.of(event);
    int count = stretch.count();
    long workNs = site.recordCost().sample(cores.service());
    workNs += count * (long) site.recipientCost().mean();
    long doneNs = cores.run(nextCore++ & Integer.MAX_VALUE, port.nowNs(), workNs);
    int row = Records.NONE;
    if (site.membership().isMortal()) {
      int chunk = chunks.open(new Chunks.Chunk(stretch, event.origin()));
      if (doneNs >= downNs) {
        chunks.strand(chunk);
        return;
      }
      row = FIRST_CHUNK - chunk;
    }
    routing.asOf(doneNs);
    Audience audience = site.audiences()[stretch.audience()];
    long acceptedNs = site.messages().tapNs(stretch.messageId());
    for (int i = 0; i < count; i++) {
      int user = audience.member(site.home(), stretch.first() + i);
      long custodyNs = stretch.owns(i) ? acceptedNs : -Math.max(1, acceptedNs);
      if (row != Records.NONE) {
        chunks.await(FIRST_CHUNK - row);
      }
      routing.route(row, stretch.messageId(), custodyNs, user, false);
    }
    routing.flush();
  }

  /** A recipient of a chunk is done. */
  void settle(int row) {
    chunks.settle(FIRST_CHUNK - row);
  }

  /** A recipient of a chunk is lost with this worker. */
  void lose(int row, int user) {
    chunks.lose(FIRST_CHUNK - row, user);
  }

  /** The worker dies: what it had of broadcasts goes back. */
  void crash(boolean isSilent) {
    long nowNs = port.nowNs();
    for (Chunks.Chunk chunk : chunks.takeAll()) {
      Stretch rest = chunk.rest(site.audiences()[chunk.stretch.audience()], site.home());
      long wayNs = site.network().latencyNs(port.process(), chunk.broadcaster, nowNs);
      long waitNs = isSilent ? site.membership().routeTimeoutNs() : wayNs;
      Broadcaster.failed(port, chunk.broadcaster, nowNs + Math.max(wayNs, waitNs), rest);
    }
  }

  /** A chunk comes to a host that is down. */
  void chunkDown(Event event, boolean isSilent) {
    long wayNs = site.network().latencyNs(port.process(), event.origin(), port.nowNs());
    long waitNs = isSilent ? site.membership().routeTimeoutNs() - wayNs : wayNs;
    long atNs = port.nowNs() + Math.max(wayNs, waitNs);
    Broadcaster.failed(port, event.origin(), atNs, Stretch.of(event));
  }

  long heldPairs() {
    return chunks.heldPairs();
  }

  /** Names the messages of chunks in work. */
  void heldMessages(LongConsumer each) {
    chunks.heldMessages(each);
  }
}
