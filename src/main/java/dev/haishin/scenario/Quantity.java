package dev.haishin.scenario;

import dev.haishin.engine.Distribution;
import java.util.Objects;

/**
 * A quantity that may be random: its law, and the sampler made from it on first use. Equal where
 * the laws are.
 */
public final class Quantity {
  private final Law law;
  private volatile Distribution distribution;

  private Quantity(Law law) {
    this.law = Objects.requireNonNull(law);
  }

  /** A quantity of that law. */
  public static Quantity of(Law law) {
    return new Quantity(law);
  }

  /** A quantity that is always the same. */
  public static Quantity fixed(long value) {
    return of(new Law.Fixed(value));
  }

  /** What the scenario states. */
  public Law law() {
    return law;
  }

  /** The sampler; the same one on every call, once made. */
  public Distribution distribution() {
    Distribution made = distribution;
    if (made == null) {
      made = LawSampler.of(law);
      distribution = made;
    }
    return made;
  }

  /** The mean in the canonical unit, infinite where there is none. */
  public double mean() {
    return law.mean();
  }

  /** Whether it is always zero, so that the work costs nothing. */
  public boolean isZero() {
    return law instanceof Law.Fixed fixed && fixed.value() == 0;
  }

  /** Whether it never happens. */
  public boolean isNever() {
    return law instanceof Law.Never;
  }

  /** This quantity multiplied by a factor. */
  public Quantity times(double factor) {
    return factor == 1 ? this : of(law.times(factor));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Quantity quantity && law.equals(quantity.law);
  }

  @Override
  public int hashCode() {
    return law.hashCode();
  }

  @Override
  public String toString() {
    return law.toString();
  }
}
