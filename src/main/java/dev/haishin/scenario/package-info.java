/**
 * The scenario language: YAML with positions, quantities with units, the table of all keys with
 * their defaults and sources, overrides, scale, validation, and the resolved file.
 */
package dev.haishin.scenario;
