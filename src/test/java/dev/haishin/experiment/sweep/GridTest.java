package dev.haishin.experiment.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final Variation BROKERS = new Variation("kafka.brokers", List.of("3", "6"));
  private static final Variation LOAD = new Variation("load", List.of("x1", "x2", "x3"));

  @Test
  void theLastPathChangesWithEachPoint() {
    List<List<String>> values =
        new Grid(List.of("baseline"), List.of(BROKERS, LOAD))
            .points().stream().map(Grid.Point::values).toList();
    assertEquals(
        List.of(
            List.of("3", "x1"),
            List.of("3", "x2"),
            List.of("3", "x3"),
            List.of("6", "x1"),
            List.of("6", "x2"),
            List.of("6", "x3")),
        values);
  }

  @Test
  void theVariantChangesSlowest() {
    List<Grid.Point> points = new Grid(List.of("read", "write"), List.of(LOAD)).points();
    assertEquals(
        List.of("read", "read", "read", "write", "write", "write"),
        points.stream().map(Grid.Point::variant).toList());
    assertEquals(
        IntStream.range(0, 6).boxed().toList(), points.stream().map(Grid.Point::index).toList());
    assertEquals(List.of("load=x2"), points.get(4).settings());
  }

  @Test
  void withoutAVariationThereIsAPointAVariant() {
    assertEquals(2, new Grid(List.of("a", "b"), List.of()).points().size());
  }

  @Test
  void aGridOfAllBoundsIsCountedWithoutBeingBuilt() {
    List<String> many = IntStream.range(0, 10_000).mapToObj(Integer::toString).toList();
    List<Variation> paths =
        IntStream.range(0, 6).mapToObj(i -> new Variation("p" + i, many)).toList();
    assertEquals(Long.MAX_VALUE, new Grid(List.of("baseline"), paths).size());
  }

  @Test
  void aPathVariesOnce() {
    assertThrows(IllegalArgumentException.class, () -> new Grid(List.of("a"), List.of(LOAD, LOAD)));
    assertThrows(IllegalArgumentException.class, () -> new Grid(List.of("a", "a"), List.of(LOAD)));
    assertThrows(IllegalArgumentException.class, () -> new Variation("load", List.of("x1", "x1")));
  }
}
