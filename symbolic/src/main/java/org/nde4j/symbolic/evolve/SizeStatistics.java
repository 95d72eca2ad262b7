package org.nde4j.symbolic.evolve;

import java.util.Collection;
import org.nde4j.symbolic.score.Code;

/**
 * How often members of each size were seen lately. Fades so that about the last hundred thousand count. Immutable.
 *
 * @param counts the number of members by size, each above zero
 */
record SizeStatistics(double[] counts) {
    private static final double WINDOW = 100_000;

    static SizeStatistics fresh(int largest) {
        double[] counts = new double[largest + 1];
        java.util.Arrays.fill(counts, 1);
        return new SizeStatistics(counts);
    }

    SizeStatistics with(Collection<Code> codes) {
        double[] next = counts.clone();
        codes.forEach(code -> next[Math.min(code.size(), next.length - 1)]++);
        double sum = sum(next);
        for (int i = 0; sum > WINDOW && i < next.length; i++) {
            next[i] *= WINDOW / sum;
        }
        return new SizeStatistics(next);
    }

    double[] shares() {
        double sum = sum(counts);
        return java.util.Arrays.stream(counts).map(count -> count / sum).toArray();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
