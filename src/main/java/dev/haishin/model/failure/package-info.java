/** What fails, when: schedules that are fixed before a run and read-only during it. */
package dev.haishin.model.failure;
