/**
 * The files of a result folder: written byte for byte alike on any machine, and read again.
 *
 * <p>Numbers are printed from their exact decimal value to six significant digits, lines end with a
 * line feed, text is UTF-8, and nothing asks for the locale, the time zone or the time. The one
 * file exempt is {@code run.json}, which says what the run cost.
 */
package dev.haishin.results.file;
