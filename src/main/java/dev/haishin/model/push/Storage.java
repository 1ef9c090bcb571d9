package dev.haishin.model.push;

import dev.haishin.engine.Agenda;
import dev.haishin.engine.Port;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import java.util.function.LongConsumer;

/**
 * A provider's part after acceptance: it brings a notification to a device that can be reached, and
 * keeps it for one that sleeps, until that wakes or the notification's time to live is over.
 *
 * <p>Wakes and ends of a time to live are steps of the provider's agenda. Nobody takes one out: a
 * step that finds nothing does nothing.
 */
final class Storage {
  /** The step at which a device wakes for which something was kept. */
  static final int WAKE = 1;

  /** The step at which a notification has been kept for its time to live. */
  static final int LAPSE = 2;

  private final StorageRules rules;
  private final int channel;
  private final Sleepers sleepers;
  private final KeptPushes kept = new KeptPushes();
  private final Agenda agenda;
  private final LastLeg lastLeg;
  private final Device device;
  private final Recorder recorder;
  private long brought;
  private long collapsed;
  private long discarded;
  private long lapsed;

  /**
   * Nothing kept.
   *
   * @param channel by which the provider reaches devices
   * @param agenda which gets the steps to come
   */
  Storage(
      long seed,
      StorageRules rules,
      int channel,
      Agenda agenda,
      LastLeg lastLeg,
      Device device,
      Recorder recorder) {
    this.rules = rules;
    this.channel = channel;
    this.agenda = agenda;
    this.lastLeg = lastLeg;
    this.device = device;
    this.recorder = recorder;
    sleepers = new Sleepers(seed, rules);
  }

  /** Takes a notification that is accepted at an instant. */
  void accept(Port port, long messageId, long occasion, long atNs) {
    int user = Requests.user(occasion);
    long reachableNs = sleepers.reachableNs(user, atNs);
    if (reachableNs == atNs) {
      bring(port, messageId, occasion, atNs, atNs);
      return;
    }
    if (rules.ttlNs() == 0) {
      lapsed++;
      recorder.count(Counter.PUSH_LAPSED, atNs, 1);
      tellExpired(port, messageId, user, atNs);
      return;
    }
    boolean isFirst = kept.count(user) == 0;
    if (kept.count(user) == rules.most()) {
      makeRoom(port, messageId, user, atNs);
      if (rules.most() > 1) {
        discarded++;
        recorder.count(Counter.PUSH_DISCARDED, atNs, 1);
        tellExpired(port, messageId, user, atNs);
        return;
      }
    }
    if (isFirst) {
      agenda.add(reachableNs, 0, WAKE, user, 0);
    }
    kept.add(user, messageId, occasion, atNs);
    if (rules.ttlNs() < reachableNs - atNs) {
      agenda.add(atNs + rules.ttlNs(), 0, LAPSE, user, 0);
    }
  }

  /** A device wakes: it gets what is kept for it. */
  void wake(Port port, int user, long atNs) {
    for (int row = kept.first(user); row != KeptPushes.NONE; row = kept.first(user)) {
      bring(port, kept.messageId(row), kept.occasion(row), kept.acceptedNs(row), atNs);
      kept.removeFirst(user);
    }
  }

  /** Drops what has been kept for a device for as long as its time to live. */
  void lapse(Port port, int user, long atNs) {
    int row = kept.first(user);
    while (row != KeptPushes.NONE && kept.acceptedNs(row) + rules.ttlNs() <= atNs) {
      lapsed++;
      recorder.count(Counter.PUSH_LAPSED, atNs, 1);
      long messageId = kept.messageId(row);
      kept.removeFirst(user);
      tellExpired(port, messageId, user, atNs);
      row = kept.first(user);
    }
  }

  /** Notifications that left for their devices. */
  long brought() {
    return brought;
  }

  /** Notifications that a later one replaced. */
  long collapsed() {
    return collapsed;
  }

  /** Notifications dropped because there were too many for the device. */
  long discarded() {
    return discarded;
  }

  /** Notifications that outlived their time to live. */
  long lapsed() {
    return lapsed;
  }

  /** Notifications that are kept now. */
  long kept() {
    return kept.size();
  }

  /** Names every message that is held here; some more do no harm. */
  void heldMessages(LongConsumer each) {
    kept.heldMessages(each);
  }

  private void bring(Port port, long messageId, long occasion, long acceptedNs, long atNs) {
    boolean isLate = Requests.attempt(occasion) == HeldPushes.LATE;
    int by = isLate ? Channel.LATE : channel;
    brought++;
    lastLeg.bring(port, messageId, Requests.user(occasion), by, acceptedNs, atNs);
  }

  /** Drops all that is kept for a device; the same message again is not told to be given up. */
  private void makeRoom(Port port, long forMessage, int user, long atNs) {
    int dropped = 0;
    for (int row = kept.first(user); row != KeptPushes.NONE; row = kept.first(user)) {
      long messageId = kept.messageId(row);
      kept.removeFirst(user);
      dropped++;
      if (messageId != forMessage) {
        tellExpired(port, messageId, user, atNs);
      }
    }
    if (rules.most() == 1) {
      collapsed += dropped;
      recorder.count(Counter.PUSH_COLLAPSED, atNs, dropped);
    } else {
      discarded += dropped;
      recorder.count(Counter.PUSH_DISCARDED, atNs, dropped);
    }
  }

  private void tellExpired(Port port, long messageId, int user, long atNs) {
    device.expired(port, atNs + device.leastNs(), messageId, user);
  }
}
