/** Many points of one scenario: which there are, what each has shown, and how they are kept. */
package dev.haishin.experiment.sweep;
