package org.nde4j.core.solve.delay;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Times where the solution of a delay equation is less smooth: at the start its derivative jumps, and a delay later the
 * derivative after that. After as many delays as the order of the method it does not matter any more.
 */
final class Breaks {
    private final int levels;
    private final TreeMap<Double, Integer> found = new TreeMap<>(); // time to level: derivative level + 1 jumps

    /**
     * Those that are known at the start.
     *
     * @param start where the solve starts
     * @param history times before where the history is not smooth
     * @param levels how many derivatives matter
     */
    Breaks(double start, double[] history, int levels) {
        this.levels = levels;
        found.put(start, 0);
        Arrays.stream(history).forEach(t -> found.put(t, -1)); // the solution itself may jump there
    }

    /** Adds a time that lies a delay after another; nothing happens where one is known to within rounding. */
    void add(double time, int level) {
        double near = 1e-12 * Math.max(1, Math.abs(time)); // sums of delays in another order
        Double known = found.ceilingKey(time - near);
        if (level < levels && (known == null || known > time + near)) {
            found.put(time, level);
        }
    }

    /** All times within a solve that follow from constant delays. */
    double[] propagate(double[] delays, double from, double to) {
        double sign = to < from ? -1 : 1;
        for (int level = -1; level < levels; level++) {
            int here = level;
            double[] times = found.entrySet().stream()
                    .filter(e -> e.getValue() == here)
                    .mapToDouble(Map.Entry::getKey)
                    .toArray();
            for (double time : times) {
                for (double delay : delays) {
                    if (sign * (time + delay) < sign * to) {
                        add(time + delay, level + 1);
                    }
                }
            }
        }
        return found.keySet().stream()
                .mapToDouble(t -> t)
                .filter(t -> sign * t > sign * from && sign * t < sign * to)
                .toArray();
    }

    /** The first known time strictly between two, and what follows from it; null if there is none. */
    Map.Entry<Double, Integer> between(double a, double b) {
        double margin = 1e-10 * Math.max(1, Math.abs(b)); // a crossing at an end of the step is where it should be
        var next = found.higherEntry(Math.min(a, b) + margin);
        while (next != null && next.getValue() + 1 >= levels) {
            next = found.higherEntry(next.getKey());
        }
        return next != null && next.getKey() < Math.max(a, b) - margin ? next : null;
    }
}
