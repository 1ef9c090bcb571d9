package dev.haishin.delivery;

/**
 * The members of a chat whom one fan-out has to serve, by index, so that nobody has to hold a list
 * of them.
 *
 * <p>They may be fewer than the chat has: a worker serves those of its own home. The sender may be
 * among them.
 */
public interface Members {

  /** How many members there are to serve. */
  int size();

  /**
   * The user at an index.
   *
   * @param index from 0 up to {@code size() - 1}
   */
  long member(int index);

  /**
   * How often a second the user at an index looks into this chat, in the long run.
   *
   * @param index from 0 up to {@code size() - 1}
   */
  double readsPerSecond(int index);
}
