package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.model.Noise;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.train.Window;

/**
 * Windows in whose long gaps there are points at which nothing was measured, so that a solver may take one step from
 * each point to the next: irregular times then cost as many steps as regular ones.
 *
 * @param windows all of one length
 * @param scale the standard deviation of every measurement of each window, [points][n]
 */
record FineWindows(List<Window> windows, List<double[][]> scale) {
    private static final int MOST = 64; // steps in a gap

    /**
     * The windows of a series.
     *
     * @param smooth the series
     * @param points how many measured points a window has, at least 2
     * @param noise how far measurements are off
     * @param longest the longest step
     */
    static FineWindows of(Smooth smooth, int points, Noise noise, double longest) {
        List<Window> coarse = smooth.windows(points);
        List<double[][]> deviations = smooth.windowDeviations(points, noise);
        List<int[]> places = coarse.stream().map(w -> places(w, longest)).toList();
        int length = 1 + places.stream().mapToInt(p -> p[p.length - 1]).max().orElseThrow();
        List<Window> windows = new ArrayList<>();
        List<double[][]> scale = new ArrayList<>();
        for (int w = 0; w < coarse.size(); w++) {
            Window window = coarse.get(w);
            int[] place = places.get(w);
            windows.add(new Window(
                    times(window, place, length),
                    placed(window.values(), place, length),
                    window.start(),
                    window.next()));
            scale.add(placed(deviations.get(w), place, length));
        }
        return new FineWindows(windows, scale);
    }

    /* Where each measured point of a window comes to lie. */
    private static int[] places(Window window, double longest) {
        int[] places = new int[window.points()];
        for (int p = 1; p < places.length; p++) {
            double gap = window.times()[p] - window.times()[p - 1];
            places[p] = places[p - 1] + (int) Math.max(1, Math.min(MOST, Math.ceil(gap / longest)));
        }
        return places;
    }

    private static double[] times(Window window, int[] place, int length) {
        double[] times = new double[length];
        Arrays.fill(times, Double.NaN);
        times[0] = window.times()[0];
        for (int p = 1; p < place.length; p++) {
            double from = window.times()[p - 1];
            int pieces = place[p] - place[p - 1];
            for (int i = 1; i <= pieces; i++) {
                boolean last = i == pieces;
                times[place[p - 1] + i] = last ? window.times()[p] : from + i * (window.times()[p] - from) / pieces;
            }
        }
        return times;
    }

    private static double[][] placed(double[][] rows, int[] place, int length) {
        double[][] placed = new double[length][rows[0].length];
        Arrays.stream(placed).forEach(row -> Arrays.fill(row, Double.NaN));
        for (int p = 0; p < place.length; p++) {
            placed[place[p]] = rows[p];
        }
        return placed;
    }
}
