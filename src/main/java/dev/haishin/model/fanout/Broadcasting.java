package dev.haishin.model.fanout;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;

/**
 * Chunks of broadcasts: a stretch of the audience each, worked on by one core. Its lookups leave
 * when the core is done.
 */
final class Broadcasting {
  private final Port port;
  private final WorkerSite site;
  private final Cores cores;
  private final Routing routing;
  private int nextCore;

  Broadcasting(Port port, WorkerSite site, Cores cores, Routing routing) {
    this.port = port;
    this.site = site;
    this.cores = cores;
    this.routing = routing;
  }

  void chunk(Event event) {
    long messageId = event.a();
    int first = (int) (event.b() >>> 32);
    int count = (int) event.b();
    long workNs = site.recordCost().sample(cores.service());
    workNs += count * (long) site.recipientCost().mean();
    routing.asOf(cores.run(nextCore++ & Integer.MAX_VALUE, port.nowNs(), workNs));
    Audience audience = site.audiences()[(int) event.word(0)];
    long acceptedNs = site.messages().tapNs(messageId);
    for (int i = 0; i < count; i++) {
      int user = audience.member(site.home(), first + i);
      routing.route(Records.NONE, messageId, acceptedNs, user, false);
    }
    routing.flush();
  }
}
