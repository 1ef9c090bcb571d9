package dev.haishin.experiment.size;

/** What the answer must be able to do without. */
public enum Spare {
  NONE,
  /** One host of each component that is sized, in every region. */
  HOST,
  /** One zone of every region. */
  ZONE
}
