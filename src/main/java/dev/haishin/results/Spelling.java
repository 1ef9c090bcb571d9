package dev.haishin.results;

/** How far apart two spellings are: letters to be put in, taken out or changed (Levenshtein). */
final class Spelling {
  private Spelling() {}

  static int distance(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + changed);
      }
      above = row;
    }
    return above[right.length()];
  }
}
