package dev.haishin.model.rack;

/** A host that stands in a rack. It has no event of its own: all it does, it does when asked. */
@FunctionalInterface
public interface RackHost {

  /**
   * Takes a command that arrives now; commands come in order of time.
   *
   * @param nowNs when it arrives
   * @param answers what it answers goes here, at most one answer; or why there is none
   * @return when it is done, not before now
   */
  long execute(long nowNs, Command command, Answers answers);

  /** Instants, known before the run, at which something happens to the host; mostly none. */
  default long[] changesNs() {
    return new long[0];
  }

  /** Such an instant has come. */
  default void changed(long nowNs) {}
}
