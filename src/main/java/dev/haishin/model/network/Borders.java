package dev.haishin.model.network;

import dev.haishin.results.Counter;
import dev.haishin.results.DataKind;
import dev.haishin.results.Recorder;

/**
 * What crosses between regions, and what may not.
 *
 * <p>The data of a region's people is at home in its home, and in all regions that share it. A rule
 * that keeps a kind of data home is broken where a message (its body, and who writes to whom) or a
 * share of a key is handed to another home: by the sender's gateway that produces to a chat there,
 * or by a worker that relays to members there. The owner is the sender.
 */
public final class Borders {
  /** Ids of message, chat, sender and recipient, 8 bytes each. */
  public static final int IDS_BYTES = 32;

  /**
   * An entry of the session directory: a key of {@value #IDS_BYTES} bytes, and as much of value.
   */
  public static final int SESSION_BYTES = 2 * IDS_BYTES;

  private final int[] homes;
  private final Residency[] rules;
  private final boolean[] replicas;
  private final int[] standbys;

  /**
   * The borders of a world.
   *
   * @param homes of the regions
   * @param rules of the regions
   * @param replicas which regions keep a replica of what is theirs in another
   * @param standbys where the second site of each home is, its own number for none
   */
  public Borders(int[] homes, Residency[] rules, boolean[] replicas, int[] standbys) {
    this.standbys = standbys.clone();
    this.replicas = replicas.clone();
    this.homes = homes.clone();
    this.rules = rules.clone();
  }

  /** A message, or a share of a key, leaves a region for another, or stays. */
  public static void carry(
      Recorder recorder, int from, int to, boolean isKey, long bytes, long nowNs) {
    if (from != to) {
      recorder.crossed(from, to, isKey ? DataKind.KEYS : DataKind.BODY, nowNs, bytes);
      recorder.crossed(from, to, DataKind.METADATA, nowNs, IDS_BYTES);
    }
  }

  /** What is written to an inbox or a log of a region is shipped from its home to its replica. */
  public void ship(Recorder recorder, int home, int region, boolean isKey, long bytes, long nowNs) {
    if (replicas[region] && homes[region] == home) {
      carry(recorder, home, region, isKey, bytes, nowNs);
    }
  }

  /** What a home's log or its store takes is shipped to its second site, if it has one. */
  public void shipToStandby(Recorder recorder, int home, boolean isKey, long bytes, long nowNs) {
    carry(recorder, home, standbys[home], isKey, bytes, nowNs);
  }

  /** What is written to a log is shipped to every replica of a home. */
  public void shipToAll(Recorder recorder, int home, long bytes, long nowNs) {
    for (int region = 0; region < replicas.length; region++) {
      ship(recorder, home, region, false, bytes, nowNs);
    }
  }

  /** Who is connected where leaves a region for another, or stays. */
  public static void carrySession(Recorder recorder, int from, int to, long nowNs) {
    if (from != to) {
      recorder.crossed(from, to, DataKind.METADATA, nowNs, SESSION_BYTES);
    }
  }

  /**
   * Whether metadata of a person of a region, with no message in it, may be handed to another
   * region; a rule that it breaks is counted.
   */
  public boolean admitsMetadata(Recorder recorder, int owner, int to, long nowNs) {
    Residency rule = rules[owner];
    if (homes[owner] == homes[to] || rule == null || !rule.metadataStays()) {
      return true;
    }
    recorder.count(Counter.RESIDENCY_VIOLATIONS, nowNs, 1);
    return !rule.blocks();
  }

  /**
   * Whether something that a person of a region wrote may be handed to a home; each rule that it
   * breaks is counted.
   */
  public boolean admits(Recorder recorder, int owner, int home, boolean isKey, long nowNs) {
    Residency rule = rules[owner];
    if (homes[owner] == home || rule == null) {
      return true;
    }
    int broken = (isKey ? rule.keysStay() : rule.bodyStays()) ? 1 : 0;
    broken += rule.metadataStays() ? 1 : 0;
    if (broken > 0) {
      recorder.count(Counter.RESIDENCY_VIOLATIONS, nowNs, broken);
    }
    return broken == 0 || !rule.blocks();
  }
}
