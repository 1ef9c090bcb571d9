/** Trials that have ended, kept on the disk, so that an experiment that was cut off goes on. */
package dev.haishin.experiment.store;
