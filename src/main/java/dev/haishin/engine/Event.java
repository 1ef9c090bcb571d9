package dev.haishin.engine;

/**
 * The event being handled: a cursor that its partition moves, valid during {@link
 * LogicalProcess#receive} only.
 *
 * <p>An event is five longs: when, the key that orders equal instants (origin process, origin's own
 * sequence number), an envelope (destination, kind, incarnation, what is attached), and two words
 * of payload. Longer payloads are attached words.
 */
public final class Event {
  long timeNs;
  long key;
  long envelope;
  long a;
  long b;
  WordPool words;
  int wordBlock;
  int wordCount;

  /** When the event takes place, nanoseconds of simulated time. */
  public long timeNs() {
    return timeNs;
  }

  /** What the receiver is asked to do; a number private to the class that schedules it. */
  public int kind() {
    return Envelope.kind(envelope);
  }

  /** The process that sent it. */
  public int origin() {
    return (int) (key >>> Envelope.SEQUENCE_BITS);
  }

  /** The process it is addressed to. */
  public int destination() {
    return Envelope.destination(envelope);
  }

  /** The first word of the payload. */
  public long a() {
    return a;
  }

  /** The second word of the payload. */
  public long b() {
    return b;
  }

  /** How many words are attached. */
  public int wordCount() {
    return wordCount;
  }

  /** An attached word, {@code 0 <= index < wordCount()}. */
  public long word(int index) {
    return words.word(wordBlock, index);
  }
}
