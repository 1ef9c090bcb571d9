package dev.haishin.report;

/**
 * A part of the page, or the reason why the page does without it.
 *
 * @param id its anchor
 * @param body what it shows; empty when absent
 * @param absence a sentence that says what the run did not record; empty when there is a body
 */
record Section(String id, String title, Markup body, String absence) {

  static Section of(String id, String title, Markup body) {
    return new Section(id, title, body, "");
  }

  static Section absent(String title, String absence) {
    return new Section("", title, new Markup(), absence);
  }

  boolean isAbsent() {
    return !absence.isEmpty();
  }
}
