package dev.haishin.scenario;

import java.util.List;

/**
 * How the run differs in size from the file.
 *
 * @param scale by which world and fleet are multiplied; already applied
 * @param load by which users and rates are multiplied besides; already applied
 * @param notes what does not match within 2%
 */
public record ScaleSpec(double scale, double load, List<String> notes) {
  /** As the file has it. */
  public static final ScaleSpec FULL = new ScaleSpec(1, 1, List.of());

  /** Copies the list and checks the ranges. */
  public ScaleSpec {
    notes = List.copyOf(notes);
    Require.positive("scale", scale);
    Require.positive("load", load);
  }
}
