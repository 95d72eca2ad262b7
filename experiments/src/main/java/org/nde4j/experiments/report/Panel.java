package org.nde4j.experiments.report;

/** A chart and the words below it, perhaps none. */
record Panel(Chart chart, String caption) {
    static Panel of(Chart chart) {
        return new Panel(chart, "");
    }
}
