package dev.haishin.delivery;

/** What the pairs of a session router are about, for whoever reads of a fault. */
public interface PairNames {

  /** The chat of a pair's message. */
  long chat(long pair);

  /** A pair's message. */
  long message(long pair);
}
