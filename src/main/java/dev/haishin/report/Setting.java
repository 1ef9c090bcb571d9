package dev.haishin.report;

/**
 * One value of a resolved scenario.
 *
 * @param path as {@code --set} takes it
 * @param source of a default: a row of the register of facts, or the page of the design that fixes
 *     it; empty where the scenario itself says the value
 * @param sureness of that row, as the reference of keys spells it, or empty
 */
record Setting(String path, String value, String source, String sureness) {
  boolean isDefault() {
    return !source.isEmpty();
  }
}
