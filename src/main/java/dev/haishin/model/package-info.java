/** The simulated world: one package a component, assembled from a scenario. */
package dev.haishin.model;
