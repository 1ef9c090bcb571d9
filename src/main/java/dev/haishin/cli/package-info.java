/**
 * The command line: one class a command, what they share in mixins, and what a terminal shows while
 * a run goes on and when it is over. Results go to standard output, everything else to standard
 * error; {@link dev.haishin.cli.ExitCode} lists how a command can end.
 */
package dev.haishin.cli;
