package dev.haishin.scenario;

import java.util.Collection;

/** The nearest of some known words, for messages. */
final class Spelling {
  private Spelling() {}

  /** The word that a misspelt one was likely meant to be, or null. */
  static String nearest(String word, Collection<String> known) {
    if (word.length() > 64) {
      return null;
    }
    String best = null;
    int least = Math.min(word.length(), Math.max(2, word.length() / 3) + 1);
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Levenshtein's distance. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int above = row[j];
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[to.length()];
  }
}
