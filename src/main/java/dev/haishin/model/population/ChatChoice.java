package dev.haishin.model.population;

import dev.haishin.engine.RandomStream;

/** Which chat the next message goes to. Immutable, so sources may share it. */
public interface ChatChoice {

  /** Draws a chat. */
  long draw(RandomStream random);

  /**
   * How many of the chat's members are asked for one tap until one of them may be online. With one,
   * a chat whose members are offline is written to less; with more, its rate does not depend on how
   * many are there.
   */
  default int mostAsked() {
    return 1;
  }
}
