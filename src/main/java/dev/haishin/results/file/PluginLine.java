package dev.haishin.results.file;

/**
 * A jar that was plugged into a run.
 *
 * @param name the file's name, without its folder
 * @param sha256 of the file, in hexadecimal
 */
public record PluginLine(String name, String sha256) {}
