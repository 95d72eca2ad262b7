package org.nde4j.core.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.adjoint.GridGradient;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.GridSolve;
import org.nde4j.core.solve.Solver;

/**
 * The misfit of a field to measured trajectories, cut into windows that are solved side by side (multiple shooting).
 * Short windows make long or oscillating series trainable; longer ones, stage after stage, make the field consistent.
 *
 * <p>The loss is the mean over what was measured of the squared error in units of a scale for each state, plus, where
 * asked for, the mean squared gap between the end of a window and the start of the next. The parameters are those of the
 * field and, if the starts are free, the starts of all windows as one more array [windows, n] at the end.
 *
 * <p>H. G. Bock, K.-J. Plitt, <em>A multiple shooting algorithm for direct solution of optimal control problems</em>,
 * IFAC Proc. 17 (1984), doi:10.1016/S1474-6670(17)61205-9; for neural ODEs E. M. Turan, J. Jäschke, 2021,
 * doi:10.1109/LCSYS.2021.3135835.
 */
public final class Shooting implements Objective {
    private final Field field;
    private final List<Window> windows;
    private final double[] scale;
    private final Settings settings;
    private final int batch;
    private final int points;
    private final GridGradient bench;
    private final Minibatches.Bench order;
    private final double[][] times;
    private final double[] start;
    private final double[] cotangents;
    private final int[] everything;

    /**
     * How windows are solved and weighed.
     *
     * @param solver the method
     * @param substeps steps between two time points
     * @param batch how many windows a step looks at; all if there are fewer
     * @param freeStarts whether the starts are trained too
     * @param continuity the weight of the gaps; needs free starts and a batch of all windows
     * @param seed the seed of the minibatches
     */
    public record Settings(Solver solver, int substeps, int batch, boolean freeStarts, double continuity, long seed) {}

    /**
     * The misfit of a field.
     *
     * @param field the field
     * @param windows all of one length L
     * @param scale the unit of the error of each state, positive
     * @param settings how
     */
    public Shooting(Field field, List<Window> windows, double[] scale, Settings settings) {
        this.field = field;
        this.windows = List.copyOf(windows);
        this.scale = scale.clone();
        this.settings = settings;
        this.batch = Math.min(settings.batch(), windows.size());
        this.points = windows.get(0).times().length;
        if (settings.continuity() > 0 && (batch < windows.size() || !settings.freeStarts())) {
            throw new IllegalArgumentException("continuity needs free starts and all " + windows.size()
                    + " windows in a batch, not " + batch + "; enlarge the batch or set continuity to 0");
        }
        this.everything = IntStream.range(0, batch).toArray();
        this.times =
                Arrays.stream(everything).mapToObj(i -> windows.get(i).times()).toArray(double[][]::new);
        int steps = Math.max(2, (points - 1) * settings.substeps());
        this.bench = new GridGradient(new GridSolve(settings.solver(), times, settings.substeps()), field, steps);
        this.order = new Minibatches(windows.size(), batch, settings.seed()).open();
        this.start = new double[batch * field.size()];
        this.cotangents = new double[points * batch * field.size()];
    }

    /** The starts of all windows, as the first value of the array that free starts are trained in, [windows, n]. */
    public double[] starts() {
        return windows.stream().flatMapToDouble(w -> Arrays.stream(w.start())).toArray();
    }

    /** The shapes of what is trained. */
    public List<Shape> shapes() {
        return settings.freeStarts()
                ? java.util.stream.Stream.concat(
                                field.parameters().stream(),
                                java.util.stream.Stream.of(Shape.of(windows.size(), field.size())))
                        .toList()
                : field.parameters();
    }

    @Override
    public double gradient(long step, double[][] parameters, double[][] gradients) {
        int[] chosen = batch == windows.size() ? everything : order.at(step);
        int weights = field.parameters().size();
        double[] starts = settings.freeStarts() ? parameters[weights] : null;
        load(chosen, starts);
        double[] states = bench.solve(times, start, Arrays.copyOf(parameters, weights));
        Arrays.fill(cotangents, 0);
        double loss = misfit(chosen, states) + gaps(states, starts, gradients);
        if (!Double.isFinite(loss)) {
            return Double.NaN;
        }
        double[][] pulled = bench.pull(cotangents);
        for (int i = 0; i < weights; i++) {
            System.arraycopy(pulled[1 + i], 0, gradients[i], 0, gradients[i].length);
        }
        if (starts != null) {
            spreadStarts(chosen, pulled[0], gradients[weights]);
        }
        return loss;
    }

    private void load(int[] chosen, double[] starts) {
        int n = field.size();
        for (int row = 0; row < batch; row++) {
            Window window = windows.get(chosen[row]);
            times[row] = window.times();
            if (starts == null) {
                System.arraycopy(window.start(), 0, start, row * n, n);
            } else {
                System.arraycopy(starts, chosen[row] * n, start, row * n, n);
            }
        }
    }

    /* The mean squared error, with its cotangents. */
    private double misfit(int[] chosen, double[] states) {
        int n = field.size();
        int count = 0;
        double sum = 0;
        for (int p = 0; p < points; p++) {
            for (int row = 0; row < batch; row++) {
                Window window = windows.get(chosen[row]);
                if (Double.isNaN(window.times()[p])) {
                    continue;
                }
                for (int s = 0; s < n; s++) {
                    double measured = window.values()[p][s];
                    if (!Double.isNaN(measured)) {
                        int at = (p * batch + row) * n + s;
                        double error = (states[at] - measured) / scale[s];
                        sum += error * error;
                        cotangents[at] = 2 * error / scale[s];
                        count++;
                    }
                }
            }
        }
        double share = 1.0 / Math.max(1, count);
        for (int i = 0; i < cotangents.length; i++) {
            cotangents[i] *= share;
        }
        return sum * share;
    }

    /* The mean squared gap between windows; adds cotangents of the ends, and sets gradients of the starts. */
    private double gaps(double[] states, double[] starts, double[][] gradients) {
        if (starts == null) {
            return 0;
        }
        double[] gradient = gradients[field.parameters().size()];
        Arrays.fill(gradient, 0);
        int n = field.size();
        long joints = windows.stream().filter(w -> w.next() >= 0).count();
        double share = settings.continuity() / Math.max(1, joints * n);
        double sum = 0;
        for (int row = 0; row < batch && share > 0; row++) {
            Window window = windows.get(row);
            if (window.next() < 0) {
                continue;
            }
            int end = ((window.points() - 1) * batch + row) * n;
            for (int s = 0; s < n; s++) {
                double gap = (states[end + s] - starts[window.next() * n + s]) / scale[s];
                sum += share * gap * gap;
                cotangents[end + s] += 2 * share * gap / scale[s];
                gradient[window.next() * n + s] -= 2 * share * gap / scale[s];
            }
        }
        return sum;
    }

    private void spreadStarts(int[] chosen, double[] pulled, double[] gradient) {
        int n = field.size();
        for (int row = 0; row < batch; row++) {
            for (int s = 0; s < n; s++) {
                gradient[chosen[row] * n + s] += pulled[row * n + s];
            }
        }
    }
}
