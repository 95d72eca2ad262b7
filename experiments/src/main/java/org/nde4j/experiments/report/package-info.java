/**
 * Pictures and pages from a run folder. A {@link org.nde4j.experiments.report.Report} reads the files that a study left
 * behind - never live objects - and writes {@code report.html}, one page that needs no network, and {@code plots/*.svg}.
 * The pictures come from a small chart model ({@link org.nde4j.experiments.report.Chart}, {@link
 * org.nde4j.experiments.report.Mark}) whose SVG is the same to the byte on every machine, so that golden files can
 * guard it.
 *
 * <pre>{@code
 * Report.write(Path.of("runs/hare-lynx/20260101-120000-1a2b3c4d"));
 *
 * String svg = Chart.of("decay", "A decay")
 *         .x(Axis.of("time")).y(Axis.of("amount").log())
 *         .with(Mark.line("model", Ink.EQUATIONS, times, amounts))
 *         .svg();
 * }</pre>
 */
package org.nde4j.experiments.report;
