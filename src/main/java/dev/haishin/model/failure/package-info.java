/**
 * What fails, when: schedules that are fixed before a run and read-only during it.
 *
 * <p>Modelled: crash and vanish of gateways, with restart; carriers that drop clients. The other
 * verbs of the language are refused when a scenario is read.
 */
package dev.haishin.model.failure;
