/**
 * Plans of runs and what is concluded from them: one run of one variant, its expectations held
 * against what was measured. The world is the model's, the questions are the scenario's, the
 * answers are the results'; this package brings them together.
 */
package dev.haishin.experiment;
