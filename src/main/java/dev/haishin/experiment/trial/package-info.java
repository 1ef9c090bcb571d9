/**
 * Worlds run as tasks: a trial says in plain data what to run, its result says in plain data what
 * came out, and an engine between them decides where and when. Experiments are lists of trials and
 * conclusions from their results; nothing here knows which experiment asks.
 */
package dev.haishin.experiment.trial;
