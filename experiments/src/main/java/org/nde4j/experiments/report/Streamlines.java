package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Evenly spread flow lines of a field on a grid. A line is walked both ways at constant speed on the paper until it leaves the
 * frame, comes to rest, or meets a cell that another line has taken; short ones are dropped. In the spirit of Jobard and
 * Lefer, "Creating evenly-spaced streamlines of arbitrary density", 1997, doi 10.1007/978-3-7091-6876-9_5, with cells instead
 * of distances.
 */
final class Streamlines {
    private static final double CELL = 17;
    private static final double STEP = 2.5;
    private static final int LIMIT = 600;
    private static final int SHORTEST = 26;

    private final Mark.Flow flow;
    private final Frame frame;
    private final int columns;
    private final int rows;
    private final int[] taken;
    private int number;

    Streamlines(Mark.Flow flow, Frame frame) {
        this.flow = flow;
        this.frame = frame;
        columns = (int) Math.ceil(frame.width() / CELL);
        rows = (int) Math.ceil(frame.height() / CELL);
        taken = new int[columns * rows];
    }

    /** The lines, each as places on the paper in the direction of the flow. */
    List<double[][]> lines() {
        List<double[][]> lines = new ArrayList<>();
        for (int stride = 8; stride >= 1; stride /= 2) {
            for (int r = stride / 2; r < rows; r += stride) {
                for (int c = stride / 2; c < columns; c += stride) seed((c + 0.5) * CELL, (r + 0.5) * CELL, lines);
            }
        }
        return lines;
    }

    private void seed(double px, double py, List<double[][]> lines) {
        if (cell(px, py) < 0 || taken[cell(px, py)] != 0) return;
        number++;
        List<double[]> back = walk(px, py, -1);
        List<double[]> forth = walk(px, py, 1);
        if (back.size() + forth.size() < SHORTEST) release();
        else lines.add(joined(back, forth));
    }

    private void release() {
        for (int i = 0; i < taken.length; i++) if (taken[i] == number) taken[i] = 0;
    }

    private static double[][] joined(List<double[]> back, List<double[]> forth) {
        List<double[]> all = new ArrayList<>(back);
        java.util.Collections.reverse(all);
        all.addAll(forth.subList(Math.min(1, forth.size()), forth.size()));
        return all.toArray(double[][]::new);
    }

    private List<double[]> walk(double px, double py, int sense) {
        List<double[]> places = new ArrayList<>();
        double[] at = {px, py};
        int home = cell(px, py);
        int here = home;
        for (int k = 0; k < LIMIT && (k < SHORTEST || far(at, px, py)); k++) {
            int cell = cell(at[0], at[1]);
            if (cell < 0 || taken[cell] != 0 && cell != here && cell != home) break;
            taken[cell] = number;
            here = cell;
            places.add(at);
            at = step(at, sense);
            if (at == null) break;
        }
        return places;
    }

    private static boolean far(double[] at, double px, double py) {
        return Math.abs(at[0] - px) > STEP || Math.abs(at[1] - py) > STEP;
    }

    /** One step of the midpoint rule; null where there is no direction to go. */
    private double[] step(double[] at, int sense) {
        double[] d = direction(at[0], at[1]);
        if (d == null) return null;
        double[] mid = direction(at[0] + sense * STEP / 2 * d[0], at[1] + sense * STEP / 2 * d[1]);
        return mid == null ? null : new double[] {at[0] + sense * STEP * mid[0], at[1] + sense * STEP * mid[1]};
    }

    private int cell(double px, double py) {
        if (!(px >= 0 && py >= 0 && px < frame.width() && py < frame.height())) return -1;
        return (int) (py / CELL) * columns + (int) (px / CELL);
    }

    /** The direction of the flow on the paper, length 1; null outside the grid, at rest, or where the field is unknown. */
    private double[] direction(double px, double py) {
        double x = frame.spanX().low() + px / frame.width() * 2 * frame.spanX().halfLength();
        double y =
                frame.spanY().high() - py / frame.height() * 2 * frame.spanY().halfLength();
        int i = below(flow.x(), x);
        int j = below(flow.y(), y);
        if (i < 0 || j < 0) return null;
        double u = (x - flow.x()[i]) / (flow.x()[i + 1] - flow.x()[i]);
        double v = (y - flow.y()[j]) / (flow.y()[j + 1] - flow.y()[j]);
        double dx = between(flow.dx(), i, j, u, v) / frame.spanX().halfLength() * frame.width();
        double dy = -between(flow.dy(), i, j, u, v) / frame.spanY().halfLength() * frame.height();
        double size = Math.max(Math.abs(dx), Math.abs(dy));
        if (!(size > 1e-300 && size <= Double.MAX_VALUE)) return null;
        double length = Math.sqrt(dx / size * (dx / size) + dy / size * (dy / size));
        return new double[] {dx / size / length, dy / size / length};
    }

    private double between(double[] f, int i, int j, double u, double v) {
        int n = flow.y().length;
        double low = (1 - u) * f[i * n + j] + u * f[(i + 1) * n + j];
        double high = (1 - u) * f[i * n + j + 1] + u * f[(i + 1) * n + j + 1];
        return (1 - v) * low + v * high;
    }

    private static int below(double[] grid, double v) {
        for (int i = 0; i + 1 < grid.length; i++) if (v >= grid[i] && v <= grid[i + 1]) return i;
        return -1;
    }
}
