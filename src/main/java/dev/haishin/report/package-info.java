/**
 * Charts and the page of a run, drawn from the files of its result folder and nothing else, so that
 * old results can be drawn again.
 *
 * <p>{@link dev.haishin.report.Report} is the front door. {@code RunReader} turns the folder into a
 * {@code Run}; {@code PercentileChart} and {@code TimeCharts} say what there is to draw of it,
 * once; {@code SvgChart} draws that into the page and {@code PngChart} into pictures. The page is
 * the {@code …Section} classes in the order of {@code ReportPage}.
 *
 * <p>The same folder gives the same bytes on one machine. The page depends on nothing of the
 * machine; pictures depend on its fonts. Left out: several runs side by side.
 */
package dev.haishin.report;
