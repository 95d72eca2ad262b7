package org.nde4j.experiments.system;

import java.util.Arrays;
import java.util.List;

/**
 * Values at times.
 *
 * @param times the times; those of events may repeat
 * @param rows the values of all columns at each
 * @param events the event that a row belongs to, empty for most
 */
public record Table(double[] times, double[][] rows, List<String> events) {

    /** The values of one column at all times. */
    public double[] column(int c) {
        return Arrays.stream(rows).mapToDouble(row -> row[c]).toArray();
    }
}
