package org.nde4j.experiments.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a call takes, in milliseconds.
 *
 * @param first the first call, loading of classes included
 * @param median of the wall times
 * @param p10 a tenth of the calls were faster
 * @param p90 a tenth of the calls were slower
 * @param least the fastest call
 * @param cpu median processor time of the calling thread: what an idle core would take, however busy the machine is
 * @param runs how many calls were measured, after the warm-up
 */
public record Timing(double first, double median, double p10, double p90, double least, double cpu, int runs) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MOST = 2000;

    /**
     * Measures a call: once cold, then for as long as asked to warm up, then at least 7 times and for as long as asked.
     *
     * @param call what is measured
     * @param warmUp seconds of processor time
     * @param budget seconds of processor time
     */
    public static Timing of(Runnable call, double warmUp, double budget) {
        double first = wall(call);
        for (long end = cpuTime() + nanos(warmUp); cpuTime() < end; ) {
            call.run();
        }
        double[] wall = new double[MOST];
        double[] cpu = new double[MOST];
        int n = 0;
        for (long end = cpuTime() + nanos(budget); n < MOST && (n < 7 || cpuTime() < end); n++) {
            long before = cpuTime();
            wall[n] = wall(call);
            cpu[n] = (cpuTime() - before) * 1e-6;
        }
        Arrays.sort(wall, 0, n);
        Arrays.sort(cpu, 0, n);
        return new Timing(first, wall[n / 2], wall[n / 10], wall[n - 1 - n / 10], wall[0], cpu[n / 2], n);
    }

    private static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }

    private static long cpuTime() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static double wall(Runnable call) {
        long start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) * 1e-6;
    }

    /** The numbers by the names that other libraries' lines have. */
    Map<String, Object> fields() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("compile_ms", rounded(first));
        all.put("median_ms", rounded(median));
        all.put("p10", rounded(p10));
        all.put("p90", rounded(p90));
        all.put("n", runs);
        all.put("cpu_ms", rounded(cpu));
        all.put("min_ms", rounded(least));
        return all;
    }

    private static double rounded(double ms) {
        return Math.rint(ms * 1e5) / 1e5;
    }
}
