package dev.haishin.model.rack;

/** A host that stands in a rack. It has no event of its own: all it does, it does when asked. */
@FunctionalInterface
public interface RackHost {

  /**
   * Takes a command that arrives now; commands come in order of time.
   *
   * @param nowNs when it arrives
   * @param answers what it answers goes here, at most one answer
   * @return when it is done, not before now
   */
  long execute(long nowNs, Command command, Answers answers);
}
