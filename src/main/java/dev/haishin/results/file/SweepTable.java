package dev.haishin.results.file;

import dev.haishin.results.Busiest;
import dev.haishin.results.Unit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a sweep has shown: a row a point, in the order of the grid.
 *
 * @param origin what the points are points of
 * @param axes what varied, the slowest first
 * @param measures what was measured, a column each
 */
public record SweepTable(Origin origin, List<Axis> axes, List<Measure> measures, List<Row> rows) {
  /** The name and version of the format of {@code sweep.json}. */
  public static final String SCHEMA = "haishin/sweep/1";

  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

  /** Checks that every row fits under its header. */
  public SweepTable {
    Objects.requireNonNull(origin, "origin");
    axes = List.copyOf(axes);
    measures = List.copyOf(measures);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.values().size() != axes.size() || row.cells().size() != measures.size()) {
        throw new IllegalArgumentException(row + " does not fit the header");
      }
    }
  }

  /** Whether all values of an axis are numbers. */
  public boolean hasNumbers(int axis) {
    return rows.stream().allMatch(row -> row.values().get(axis).matches(NUMBER));
  }

  /**
   * What makes a sweep repeatable.
   *
   * @param scenario its name
   * @param description one line, or empty
   * @param settings what the command line changes at every point, {@code path=value} each
   * @param replications of each point
   * @param madeBy program, files and jars
   */
  public record Origin(
      String scenario, String description, List<String> settings, int replications, MadeBy madeBy) {
    /** Copies the list. */
    public Origin {
      settings = List.copyOf(settings);
    }

    /** The version of the program. */
    public String version() {
      return madeBy.version();
    }

    /** Of the files that the scenario was read from. */
    public String scenarioSha256() {
      return madeBy.scenarioSha256();
    }
  }

  /**
   * A path of the scenario that varied.
   *
   * @param unit of all its values; empty where they have none, or are no numbers
   */
  public record Axis(String path, String unit) {}

  /**
   * A figure that every point has.
   *
   * @param path with its statistic, qualifiers and window
   * @param limits what the scenario expects of it, such as {@code <= 300ms}; empty where it expects
   *     nothing, or not the same at every point
   * @param limit the same as a number in the printed unit, where it is one
   * @param expected whether the scenario expects something of it at some point
   */
  public record Measure(
      String path, Unit unit, String limits, OptionalDouble limit, boolean expected) {}

  /**
   * One point.
   *
   * @param values one an axis: the number in the axis's unit, or the text
   * @param cells one a measure
   * @param busiest what binds first there; nothing where no utilisation is known
   * @param trouble what went wrong at this point, or empty
   */
  public record Row(
      String variant,
      List<String> values,
      List<Cell> cells,
      Optional<Busiest> busiest,
      String trouble) {
    /** Copies the lists. */
    public Row {
      values = List.copyOf(values);
      cells = List.copyOf(cells);
    }
  }

  /**
   * One figure of one point.
   *
   * @param value the mean over the replications, in the printed unit; empty where it is unknown
   * @param halfWidth of its 95% interval; empty where there are too few replications for one
   * @param verdict met, missed or unknown; empty where nothing is expected
   * @param reason why the value is unknown, or empty
   */
  public record Cell(
      OptionalDouble value, OptionalDouble halfWidth, Optional<String> verdict, String reason) {
    /** A figure that a point does not have. */
    public static final Cell NONE =
        new Cell(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), "");
  }
}
