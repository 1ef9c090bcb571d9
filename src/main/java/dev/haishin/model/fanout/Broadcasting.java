package dev.haishin.model.fanout;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;

/** Chunks of broadcasts: a stretch of the audience each, worked on by one core. */
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
    int count = (int) event.b();
    long workNs = site.recordCost().sample(cores.service());
    workNs += count * (long) site.recipientCost().mean();
    long doneNs = cores.run(nextCore++ & Integer.MAX_VALUE, port.nowNs(), workNs);
    port.attach(event.word(0));
    port.at(doneNs, WorkerKinds.CHUNK_READY, event.a(), event.b());
  }

  void ready(Event event) {
    long messageId = event.a();
    int first = (int) (event.b() >>> 32);
    int count = (int) event.b();
    Audience audience = site.audiences()[(int) event.word(0)];
    long acceptedNs = site.messages().tapNs(messageId);
    for (int i = 0; i < count; i++) {
      routing.route(
          Records.NONE, messageId, acceptedNs, audience.member(site.home(), first + i), false);
    }
    routing.flush();
  }
}
