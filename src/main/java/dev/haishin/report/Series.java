package dev.haishin.report;

/**
 * One line of a chart.
 *
 * @param name as the legend shows it
 * @param colour index into the palette; equal names have equal colours in every panel of a chart
 * @param unit of the values
 */
record Series(String name, int colour, String unit, Points points) {}
