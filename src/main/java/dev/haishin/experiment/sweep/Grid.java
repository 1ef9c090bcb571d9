package dev.haishin.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every combination of variants and values. The variant changes slowest, then the first path; the
 * last path changes with each point.
 */
public final class Grid {
  private final List<String> variants;
  private final List<Variation> variations;

  /**
   * A grid.
   *
   * @throws IllegalArgumentException when it has no point, or a path or a variant twice
   */
  public Grid(List<String> variants, List<Variation> variations) {
    long paths = variations.stream().map(Variation::path).distinct().count();
    if (variants.isEmpty() || paths != variations.size()) {
      throw new IllegalArgumentException("a grid has variants, and each path once");
    }
    if (variants.stream().distinct().count() != variants.size()) {
      throw new IllegalArgumentException("a variant stands twice: " + variants);
    }
    this.variants = List.copyOf(variants);
    this.variations = List.copyOf(variations);
  }

  /** The variants, in the order of the grid. */
  public List<String> variants() {
    return variants;
  }

  /** What varies, the slowest first. */
  public List<Variation> variations() {
    return variations;
  }

  /** How many points there are; {@link Long#MAX_VALUE} for more than that. */
  public long size() {
    long size = variants.size();
    for (Variation variation : variations) {
      int count = variation.values().size();
      size = size > Long.MAX_VALUE / count ? Long.MAX_VALUE : size * count;
    }
    return size;
  }

  /** Every point, in the order of the grid. */
  public List<Point> points() {
    return IntStream.range(0, Math.toIntExact(size())).mapToObj(this::point).toList();
  }

  private Point point(int index) {
    List<String> values = new ArrayList<>();
    int rest = index;
    for (int i = variations.size() - 1; i >= 0; i--) {
      List<String> choices = variations.get(i).values();
      values.add(0, choices.get(rest % choices.size()));
      rest /= choices.size();
    }
    List<String> settings =
        IntStream.range(0, values.size())
            .mapToObj(i -> variations.get(i).path() + "=" + values.get(i))
            .toList();
    return new Point(index, variants.get(rest), values, settings);
  }

  /**
   * One point.
   *
   * @param index its place in the grid, from 0
   * @param values one for each variation
   * @param settings the same as {@code path=value}
   */
  public record Point(int index, String variant, List<String> values, List<String> settings) {
    /** Copies the lists. */
    public Point {
      values = List.copyOf(values);
      settings = List.copyOf(settings);
    }
  }
}
