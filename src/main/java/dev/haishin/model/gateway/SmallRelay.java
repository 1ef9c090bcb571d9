package dev.haishin.model.gateway;

import dev.haishin.engine.Port;
import dev.haishin.model.network.Borders;
import dev.haishin.model.network.Network;
import dev.haishin.results.Counter;
import dev.haishin.results.DataKind;
import dev.haishin.results.Recorder;

/**
 * Typing indicators and receipts from the gateway that read them towards the one that holds the
 * receiver's connection, whose route it has cached.
 *
 * <p>Between regions they take the way that the network gives them, are counted as metadata, and
 * may have to stay home. Nobody keeps one that a cut stops: it is dropped, since what it says would
 * be out of date. Nothing is sent towards somebody whose own session keeps them offline.
 */
final class SmallRelay {
  private final Port port;
  private final GatewaySite site;
  private final Recorder recorder;

  SmallRelay(Port port, GatewaySite site, Recorder recorder) {
    this.port = port;
    this.site = site;
    this.recorder = recorder;
  }

  /**
   * Passes one on.
   *
   * @param sender whose own region's rule holds, wherever this gateway stands
   * @param leaveNs when this gateway has read it
   * @param patienceNs how long it may wait for others on its way down
   */
  void pass(int sender, int receiver, long leaveNs, long patienceNs) {
    int from = site.network().region(port.process(), leaveNs);
    int to = site.graph().people().region(receiver);
    long atNs = leaveNs + site.access().floorNs();
    if (from != to) {
      atNs += site.network().latencyNs(port.process(), site.clients().process(receiver), leaveNs);
    }
    if (!site.clients().presence().mayBeOnline(receiver, atNs, port.nowNs())) {
      return;
    }
    if (from == to) {
      site.clients().small(port, atNs, receiver, patienceNs);
    } else {
      cross(sender, to, receiver, leaveNs, patienceNs);
    }
  }

  private void cross(int sender, int to, int receiver, long leaveNs, long patienceNs) {
    Network network = site.network();
    int from = network.region(port.process(), leaveNs);
    if (network.isCut(from, to, leaveNs)) {
      recorder.count(Counter.SMALL_DROPPED, leaveNs, 1);
      return;
    }
    Borders borders = network.borders();
    if (borders.admitsMetadata(recorder, site.graph().people().region(sender), to, leaveNs)) {
      recorder.crossed(from, to, DataKind.METADATA, leaveNs, Wire.SMALL_BODY_BYTES);
      int process = site.clients().process(receiver);
      long atNs = network.arrivalNs(port.process(), process, leaveNs) + site.access().floorNs();
      site.clients().small(port, atNs, receiver, patienceNs);
    }
  }
}
