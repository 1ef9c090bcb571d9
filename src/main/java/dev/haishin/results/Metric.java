package dev.haishin.results;

import java.util.List;
import java.util.Optional;

/**
 * What can be asked of a run: one line of {@code haishin metrics}.
 *
 * @param path its name, {@code gateway.cpu}
 * @param kind how it is recorded
 * @param unit of its values
 * @param statistics that it has, besides {@code within(…)} of every latency
 * @param qualifiers that may follow in braces
 * @param meaning one line for people
 */
public record Metric(
    String path,
    Kind kind,
    Unit unit,
    List<Statistic> statistics,
    List<String> qualifiers,
    String meaning) {

  /** Copies the lists. */
  public Metric {
    statistics = List.copyOf(statistics);
    qualifiers = List.copyOf(qualifiers);
    if (path.isEmpty() || statistics.isEmpty()) {
      throw new IllegalArgumentException("a metric needs a path and a statistic: " + path);
    }
  }

  /** The statistic of that name. */
  public Optional<Statistic> statistic(String name) {
    Optional<Statistic> listed =
        statistics.stream().filter(statistic -> statistic.name().equals(name)).findFirst();
    return listed.isPresent() || kind != Kind.LATENCY ? listed : Statistic.parseWithin(name);
  }

  /** What a path without a statistic means: the count, or the only one there is. */
  public Optional<Statistic> defaultStatistic() {
    return kind == Kind.COUNTER || statistics.size() == 1
        ? Optional.of(statistics.get(0))
        : Optional.empty();
  }

  /** The unit of one of its statistics. */
  public Unit unitOf(Statistic statistic) {
    return switch (statistic.type()) {
      case COUNT -> kind == Kind.LATENCY ? Unit.COUNT : unit;
      case WITHIN -> Unit.FRACTION;
      case PER_SECOND, PEAK_PER_SECOND ->
          unit == Unit.BYTES ? Unit.BYTES_PER_SECOND : Unit.PER_SECOND;
      default -> unit;
    };
  }
}
