/** Which assumptions of a scenario move the answer most: each is varied alone, down and up. */
package dev.haishin.experiment.sensitivity;
