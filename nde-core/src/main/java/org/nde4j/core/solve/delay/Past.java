package org.nde4j.core.solve.delay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.solve.Interpolant;
import org.nde4j.core.solve.Stepper;

/**
 * The solution so far, looked up at times of each row: from (times [B, 1], what the history says there [B, n]) to the
 * states [B, n]. Belongs to one stepper.
 *
 * <p>A time after the last accepted step is in the step that is being tried: its own interpolant is used once there is
 * one, that of the step before, continued, until then. The derivatives are those by the time that is looked up and by the
 * history; the solution so far counts as given.
 */
final class Past {
    private final int n;
    private final List<Piece> pieces = new ArrayList<>();
    private double start = Double.NaN;
    private double sign = 1;
    private Piece tried;
    private boolean ahead;

    Past(int n) {
        this.n = n;
    }

    /* A step: where it begins, its signed length, how much of it counts. */
    private record Piece(double start, double length, double end, Interpolant interpolant, double[][] parts) {
        void value(double time, int row, int n, double[] weights, double[] to, boolean slope) {
            double theta = (time - start) / length;
            if (slope) {
                interpolant.slopes(theta, weights);
            } else {
                interpolant.weights(theta, weights);
            }
            for (int i = row * n; i < (row + 1) * n; i++) {
                double sum = 0;
                for (int j = 0; j < parts.length; j++) {
                    sum = Math.fma(weights[j], parts[j][i], sum);
                }
                to[i] = slope ? sum / length : sum;
            }
        }
    }

    private static Piece piece(double start, double length, Stepper stepper) {
        Interpolant interpolant = stepper.interpolant();
        double[][] parts = new double[interpolant.pieces()][];
        Arrays.setAll(parts, j -> stepper.piece(j).clone());
        return new Piece(start, length, start + length, interpolant, parts);
    }

    /** Forgets everything: another solve begins. */
    void clear() {
        pieces.clear();
        tried = null;
    }

    /** Begins, or goes on after a jump at that time: what came later is forgotten. */
    void restart(double time) {
        if (pieces.isEmpty() || sign * time <= sign * start) {
            pieces.clear();
            start = time;
        }
        while (!pieces.isEmpty() && sign * last().start >= sign * time) {
            pieces.remove(pieces.size() - 1);
        }
        if (!pieces.isEmpty()) {
            Piece cut = pieces.remove(pieces.size() - 1);
            pieces.add(new Piece(cut.start, cut.length, time, cut.interpolant, cut.parts));
        }
        tried = null;
    }

    private Piece last() {
        return pieces.get(pieces.size() - 1);
    }

    /** Begins an attempt: no time lies ahead yet. */
    void open(double length) {
        sign = length < 0 ? -1 : 1;
        tried = null;
        ahead = false;
    }

    /** The step that was tried last is what later times in it are looked up in. */
    void correct(double from, double length, Stepper stepper) {
        tried = piece(from, length, stepper);
        ahead = false;
    }

    /** Whether a time was asked for that lies in the step being tried. */
    boolean ahead() {
        return ahead;
    }

    /** A step was accepted. */
    void add(double from, double length, Stepper stepper) {
        pieces.add(piece(from, length, stepper));
        tried = null;
    }

    /** Forgets the steps that end before a time. */
    void forget(double before) {
        int gone = 0;
        while (gone < pieces.size() - 1 && sign * pieces.get(gone).end < sign * before) {
            gone++;
        }
        if (gone > 64) { // not at every step
            pieces.subList(0, gone).clear();
        }
    }

    /* Where a time lies: null where only the history knows. */
    private Piece find(double time) {
        if (sign * time <= sign * start) {
            return null;
        }
        if (pieces.isEmpty() || sign * time > sign * last().end) {
            ahead = true;
            return tried != null ? tried : pieces.isEmpty() ? null : last();
        }
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sign * pieces.get(middle).end >= sign * time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return pieces.get(low);
    }

    private double[] look(double[] times, double[] before, boolean slope) {
        double[] to = new double[before.length];
        for (int row = 0; row < before.length / n; row++) {
            Piece piece = find(times[row]);
            if (piece == null) {
                for (int i = row * n; i < (row + 1) * n; i++) {
                    to[i] = slope ? 0 : before[i];
                }
            } else {
                piece.value(times[row], row, n, new double[piece.parts.length], to, slope);
            }
        }
        return to;
    }

    /** The lookup for a number of rows. */
    Differentiable rows(int batch) {
        return new Rows(batch);
    }

    private final class Rows implements Differentiable {
        private final int batch;

        Rows(int batch) {
            this.batch = batch;
        }

        @Override
        public String name() {
            return "past";
        }

        @Override
        public List<Shape> inputs() {
            return List.of(Shape.of(batch, 1), Shape.of(batch, n));
        }

        @Override
        public List<Shape> outputs() {
            return List.of(Shape.of(batch, n));
        }

        @Override
        public Evaluation at(double[][] inputs) {
            double[][] values = {look(inputs[0], inputs[1], false)};
            return new Evaluation() {
                @Override
                public double[][] outputs() {
                    return values;
                }

                @Override
                public double[][] push(double[][] tangents) {
                    double[] moved = look(inputs[0], inputs[1], true);
                    for (int i = 0; i < moved.length; i++) {
                        boolean known = sign * inputs[0][i / n] <= sign * start;
                        moved[i] = moved[i] * tangents[0][i / n] + (known ? tangents[1][i] : 0);
                    }
                    return new double[][] {moved};
                }

                @Override
                public double[][] pull(double[][] cotangents) {
                    double[] slopes = look(inputs[0], inputs[1], true);
                    double[] times = new double[batch];
                    double[] before = new double[slopes.length];
                    for (int i = 0; i < slopes.length; i++) {
                        times[i / n] = Math.fma(slopes[i], cotangents[0][i], times[i / n]);
                        before[i] = sign * inputs[0][i / n] <= sign * start ? cotangents[0][i] : 0;
                    }
                    return new double[][] {times, before};
                }
            };
        }
    }
}
