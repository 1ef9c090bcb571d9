package dev.haishin.report;

import java.util.List;

/** The mapping of one axis from values to the unit interval, with the ticks that explain it. */
interface Scale {

  /** Where a value lies, 0 at the start of the axis and 1 at its end; values beyond are clamped. */
  double position(double value);

  List<Tick> ticks();
}
