package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.RandomStream;

/**
 * Which of n chats the next message goes to: a Zipf law over ranks, ranks dealt to chats by a keyed
 * permutation, so that popularity is independent of size.
 *
 * <p>Ranks are drawn by rejection-inversion (Hormann and Derflinger, ACM TOMACS 6:3, 1996), about
 * 1.1 tries a draw for any exponent and any n.
 */
final class Popularity {
  private static final int SINGLE_RANKS = 100;

  private final long chats;
  private final double exponent;
  private final Permutation chatOfRank;
  private final double areaOfFirst;
  private final double areaOfAll;
  private final double shortcut;
  private final double sumOfWeights;

  /**
   * The popularity of a key.
   *
   * @param chats at least 1
   * @param exponent s in rank^-s, at least 0; 0 makes all alike
   */
  Popularity(long chats, double exponent, long key) {
    this.chats = chats;
    this.exponent = exponent;
    this.chatOfRank = new Permutation(chats, CounterHash.mix(key));
    this.areaOfFirst = area(1.5) - 1;
    this.areaOfAll = area(chats + 0.5);
    this.shortcut = 2 - inverseArea(area(2.5) - density(2));
    this.sumOfWeights = sumOfWeights(chats);
  }

  /** Draws a chat's running number, 0 to chats - 1. */
  long sample(RandomStream random) {
    if (exponent == 0) {
      return random.nextLong(chats);
    }
    while (true) {
      double at = areaOfAll + random.nextDouble() * (areaOfFirst - areaOfAll);
      double x = inverseArea(at);
      long rank = Math.max(1, Math.min(chats, (long) (x + 0.5)));
      if (rank - x <= shortcut || at >= area(rank + 0.5) - density(rank)) {
        return chatOfRank.apply(rank - 1);
      }
    }
  }

  /** The probability of a chat by running number. */
  double share(long number) {
    return density(chatOfRank.invert(number) + 1.0) / sumOfWeights;
  }

  /** The first ranks one by one, the others by the midpoint rule, which is good to 1e-5 there. */
  private double sumOfWeights(long ranks) {
    long single = Math.min(ranks, SINGLE_RANKS);
    double sum = area(ranks + 0.5) - area(single + 0.5);
    for (long rank = single; rank >= 1; rank--) {
      sum += density(rank);
    }
    return sum;
  }

  private double density(double x) {
    return StrictMath.exp(-exponent * StrictMath.log(x));
  }

  private double area(double x) {
    double logX = StrictMath.log(x);
    double power = (1 - exponent) * logX;
    return Math.abs(power) > 1e-8
        ? StrictMath.expm1(power) / (1 - exponent)
        : logX * (1 + power / 2);
  }

  private double inverseArea(double area) {
    double t = Math.max(-1, area * (1 - exponent));
    double logX = Math.abs(t) > 1e-8 ? StrictMath.log1p(t) / (1 - exponent) : area * (1 - t / 2);
    return StrictMath.exp(logX);
  }
}
