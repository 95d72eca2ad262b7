package org.nde4j.core.train;

/**
 * A stretch of a trajectory that is solved on its own, from a start of its own.
 *
 * @param times the time points [L], strictly increasing; a shorter stretch ends with NaN
 * @param values what was measured there [L][n], NaN where nothing was
 * @param start the state to begin with [n]
 * @param next the number of the window that begins where this one ends; -1 if none does
 */
public record Window(double[] times, double[][] values, double[] start, int next) {
    /** How many time points there are, without the padding. */
    public int points() {
        int points = 0;
        while (points < times.length && !Double.isNaN(times[points])) {
            points++;
        }
        return points;
    }
}
