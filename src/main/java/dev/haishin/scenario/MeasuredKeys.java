package dev.haishin.scenario;

/** The keys of one entry of {@code measured}: where a measurement of a figure is to be found. */
final class MeasuredKeys {
  static final Key<String> FILE =
      Key.required("file", Types.TEXT, "CSV beside the scenario, times in its first column");
  static final Key<String> COLUMN =
      Key.required("column", Types.TEXT, "title of the column with the values");
  static final Key<String> UNIT =
      Key.optional("unit", Types.TEXT, "unit of the values, such as ms or %; default none");
  static final Key<String> FROM =
      Key.optional(
          "from", Types.TEXT, "what the file calls t=0: a time of its first column; default 0");
  static final SectionType TYPE = new SectionType(FILE, COLUMN, UNIT, FROM);

  private MeasuredKeys() {}
}
