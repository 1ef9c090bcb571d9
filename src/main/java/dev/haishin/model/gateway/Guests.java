package dev.haishin.model.gateway;

import dev.haishin.model.network.Borders;
import dev.haishin.model.population.People;
import dev.haishin.results.DataKind;
import dev.haishin.results.Recorder;

/**
 * People of other regions who are connected to a gateway: what they write and what they are sent
 * crosses the border between their region and the gateway's, by their connection.
 *
 * <p>What comes from them is counted when it is read, what goes to them when it leaves.
 */
final class Guests {
  private final boolean mayCome;
  private final People people;
  private final int region;
  private final Recorder recorder;

  /**
   * Guests of a gateway.
   *
   * @param region where it stands
   */
  Guests(GatewaySite site, int region, Recorder recorder) {
    this.mayCome = site.access().isFar();
    this.people = site.graph().people();
    this.region = region;
    this.recorder = recorder;
  }

  /** A message, or a share of a key, comes from a user. */
  void from(int user, boolean isKey, long bytes, long nowNs) {
    if (mayCome) {
      Borders.carry(recorder, people.region(user), region, isKey, bytes, nowNs);
    }
  }

  /** A message, a share of a key or, with no bytes, word of one goes to a user. */
  void to(int user, boolean isKey, long bytes, long nowNs) {
    if (mayCome) {
      Borders.carry(recorder, region, people.region(user), isKey, bytes, nowNs);
    }
  }

  /** A typing indicator or a receipt comes from a user. */
  void smallFrom(int user, long nowNs) {
    if (mayCome && people.region(user) != region) {
      int from = people.region(user);
      recorder.crossed(from, region, DataKind.METADATA, nowNs, Wire.SMALL_BODY_BYTES);
    }
  }
}
