package dev.haishin.model.rack;

/**
 * One thing that a host is asked to do: a cursor that its rack moves, valid during {@link
 * RackHost#execute} only.
 *
 * <p>What it is, how it is addressed and how its answer is addressed are packed into one word:
 * argument (32 bits), operation (2), the event kind of the answer (8), whether it ends its request
 * (1), and the host's place in its rack (20).
 */
public final class Command {
  /** Places in a rack are below this. */
  static final int MOST_HOSTS = 1 << 20;

  /** Operations are below this. */
  static final int OPERATIONS = 4;

  private static final int OPERATION_SHIFT = 32;
  private static final int KIND_SHIFT = 34;
  private static final int LAST_SHIFT = 42;
  private static final int PLACE_SHIFT = 43;

  private long tag;
  private long header;
  private long first;
  private long second;

  Command() {}

  static long header(int argument, int operation, int answerKind, int place) {
    return (argument & 0xffff_ffffL)
        | ((long) operation << OPERATION_SHIFT)
        | ((long) answerKind << KIND_SHIFT)
        | ((long) place << PLACE_SHIFT);
  }

  /** The same command as the last one of its request. */
  static long last(long header) {
    return header | (1L << LAST_SHIFT);
  }

  /** The same command for a host at another place, not the last of its request. */
  static long movedTo(long header, int place) {
    return header((int) header, operation(header), answerKind(header), place);
  }

  static int answerKind(long header) {
    return (int) (header >>> KIND_SHIFT) & 0xff;
  }

  static int operation(long header) {
    return (int) (header >>> OPERATION_SHIFT) & (OPERATIONS - 1);
  }

  void set(long tagOfIt, long headerOfIt, long firstWord, long secondWord) {
    tag = tagOfIt;
    header = headerOfIt;
    first = firstWord;
    second = secondWord;
  }

  /** Whatever its asker knows it by. */
  public long tag() {
    return tag;
  }

  /** What is to be done; a number that the host and its clients agree on. */
  public int operation() {
    return operation(header);
  }

  /** A number that goes with it. */
  public int argument() {
    return (int) header;
  }

  /** The first word of what it is about. */
  public long first() {
    return first;
  }

  /** The second word of what it is about. */
  public long second() {
    return second;
  }

  boolean endsRequest() {
    return (header >>> LAST_SHIFT & 1) != 0;
  }

  int place() {
    return (int) (header >>> PLACE_SHIFT);
  }
}
