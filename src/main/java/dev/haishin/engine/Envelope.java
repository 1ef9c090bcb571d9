package dev.haishin.engine;

/**
 * The packed third long of an event: destination (20 bits), kind (8), bound to an incarnation (1),
 * incarnation (8), attachment type (2) and attachment (25).
 */
final class Envelope {
  static final int SEQUENCE_BITS = 42;
  static final int MAX_PROCESSES = 1 << 20;
  static final int KINDS = 1 << 8;
  static final int MAX_ATTACHMENT = (1 << 25) - 1;
  static final int NOTHING = 0;
  static final int WORDS = 1;
  static final int TICKET = 2;

  private static final int KIND_SHIFT = 20;
  private static final int BOUND_SHIFT = 28;
  private static final int INCARNATION_SHIFT = 29;
  private static final int TYPE_SHIFT = 37;
  private static final int ATTACHMENT_SHIFT = 39;

  private Envelope() {}

  static long of(int destination, int kind) {
    return destination | ((long) kind << KIND_SHIFT);
  }

  static long bound(long envelope, int incarnation) {
    return envelope | (1L << BOUND_SHIFT) | ((long) (incarnation & 0xff) << INCARNATION_SHIFT);
  }

  static long attach(long envelope, int type, int attachment) {
    long bare = envelope & ((1L << TYPE_SHIFT) - 1);
    return bare | ((long) type << TYPE_SHIFT) | ((long) attachment << ATTACHMENT_SHIFT);
  }

  static int destination(long envelope) {
    return (int) envelope & (MAX_PROCESSES - 1);
  }

  static int kind(long envelope) {
    return (int) (envelope >>> KIND_SHIFT) & (KINDS - 1);
  }

  static boolean isBound(long envelope) {
    return (envelope >>> BOUND_SHIFT & 1) != 0;
  }

  static int incarnation(long envelope) {
    return (int) (envelope >>> INCARNATION_SHIFT) & 0xff;
  }

  static int type(long envelope) {
    return (int) (envelope >>> TYPE_SHIFT) & 3;
  }

  static int attachment(long envelope) {
    return (int) (envelope >>> ATTACHMENT_SHIFT);
  }
}
