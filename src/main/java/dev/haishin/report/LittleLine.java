package dev.haishin.report;

/** Whether Little's law holds on one class of stations: a check of the run itself. */
record LittleLine(String stations, boolean holds) {}
