package org.nde4j.experiments.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.nde4j.core.adjoint.DifferentiableSolve;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.explicit.Tsit5;

/**
 * W1, a training step of a neural ODE: solve, gradient, Adam.
 *
 * <p>y' = MLP(y), layers 2-W-W-2 with tanh, weights from seed 1 with gain 2; y(0) = 4u - 2 with u from seed 2, [B, 2]; ten
 * outputs at k/9, relative and absolute tolerance 1e-6; the target is the exact solution of y' = A y with A = [[-0.1, -2],
 * [2, -0.1]]; the loss is the mean square over outputs, batch and states; Adam with rate 1e-3. A call is one step.
 * {@code loss30} is the loss of the 30th step of a fresh start.
 */
public final class NeuralOdeStep implements Workload {
    private static final double[] TIMES =
            IntStream.range(0, 10).mapToDouble(k -> k / 9.0).toArray();

    @Override
    public String name() {
        return "W1";
    }

    @Override
    public void measure(Selection selection, Consumer<Row> rows) {
        for (int width : new int[] {64, 256}) {
            for (int batch : new int[] {32, 256, 4096}) {
                String setting = "batch=" + batch + " width=" + width;
                if (selection.wants("nde4j:direct_tsit5", setting)) {
                    rows.accept(measured(batch, width, setting, selection));
                }
            }
        }
    }

    private Row measured(int batch, int width, String setting, Selection selection) {
        Map<String, Object> checks = new LinkedHashMap<>();
        Solution first = new Bench(batch, width).solution();
        checks.put("steps", first.statistics().steps());
        checks.put("nfe_fwd", first.statistics().evaluations());
        if (width == 64) {
            checks.put("loss30", loss(batch, width, 30));
        }
        Bench bench = new Bench(batch, width);
        return new Row(name(), "nde4j:direct_tsit5", setting, selection.time(bench::step), checks);
    }

    /** A training step from fresh weights on; each call gives the loss before it. */
    public static DoubleSupplier steps(int batch, int width) {
        return new Bench(batch, width)::step;
    }

    /** The loss of a training step, counted from 1. */
    static double loss(int batch, int width, int step) {
        DoubleSupplier steps = steps(batch, width);
        for (int i = 1; i < step; i++) {
            steps.getAsDouble();
        }
        return steps.getAsDouble();
    }

    /** Weights and what trains them. */
    private static final class Bench {
        private final Field field;
        private final Solve solve;
        private final double[] start;
        private final double[][] weights;
        private final double[][] means;
        private final double[][] squares;
        private final Workspace gradient;
        private int steps;

        Bench(int batch, int width) {
            field = field(width);
            solve = Solve.with(new Tsit5(), PidController.of(1e-6, 1e-6)).saving(SaveAt.times(TIMES));
            start = Arrays.stream(Draws.uniform(2, 2 * batch))
                    .map(u -> 4 * u - 2)
                    .toArray();
            weights = Draws.perceptron(1, 2, 2, width, width, 2);
            means = Arrays.stream(weights).map(w -> new double[w.length]).toArray(double[][]::new);
            squares = Arrays.stream(weights).map(w -> new double[w.length]).toArray(double[][]::new);
            gradient = gradient(batch);
            gradient.bind(0, start);
            gradient.bind(1, target(start));
            for (int i = 0; i < weights.length; i++) {
                gradient.bind(2 + i, weights[i]);
            }
        }

        Solution solution() {
            Array y = new Array(Shape.of(start.length / 2, 2), start);
            return solve.run(field, 0, 1, y, weights).orThrow();
        }

        private Workspace gradient(int batch) {
            Trace t = new Trace();
            Value y = t.input("start", Shape.of(batch, 2));
            Value target = t.input("target", Shape.of(TIMES.length, batch, 2));
            List<Value> operands = new ArrayList<>(List.of(y));
            operands.addAll(field.inputs(t));
            DifferentiableSolve solved = DifferentiableSolve.of(solve, field, batch, 0, 1);
            Value off = t.sub(t.call(solved, operands.toArray(Value[]::new)).get(0), target);
            int[] wrt = IntStream.range(2, 2 + weights.length).toArray();
            return new Workspace(Calculus.gradient(t.program(t.mean(t.mul(off, off))), wrt));
        }

        /** Takes a step and returns the loss before it. */
        double step() {
            gradient.run();
            steps++;
            for (int i = 0; i < weights.length; i++) {
                adam(weights[i], gradient.output(1 + i), means[i], squares[i]);
            }
            return gradient.output(0)[0];
        }

        private void adam(double[] x, double[] g, double[] m, double[] v) {
            double rate = 1e-3 / (1 - StrictMath.pow(0.9, steps));
            double root = Math.sqrt(1 - StrictMath.pow(0.999, steps));
            for (int i = 0; i < x.length; i++) {
                m[i] += (1 - 0.9) * (g[i] - m[i]);
                v[i] += (1 - 0.999) * (g[i] * g[i] - v[i]);
                x[i] -= rate * m[i] / (Math.sqrt(v[i]) / root + 1e-8);
            }
        }
    }

    private static Field field(int width) {
        List<Shape> shapes = List.of(
                Shape.of(width, 2),
                Shape.of(width),
                Shape.of(width, width),
                Shape.of(width),
                Shape.of(2, width),
                Shape.of(2));
        return Field.of(2, shapes, (t, time, y, p) -> {
            Value h = t.tanh(linear(t, y, p.get(0), p.get(1)));
            h = t.tanh(linear(t, h, p.get(2), p.get(3)));
            return linear(t, h, p.get(4), p.get(5));
        });
    }

    private static Value linear(Trace t, Value x, Value weight, Value bias) {
        Value product = t.matmul(x, false, weight, true);
        return t.add(product, t.spread(bias, product.shape(), 1));
    }

    private static double[] target(double[] start) {
        double[] all = new double[TIMES.length * start.length];
        for (int k = 0; k < TIMES.length; k++) {
            double e = StrictMath.exp(-0.1 * TIMES[k]);
            double c = e * StrictMath.cos(2 * TIMES[k]);
            double s = e * StrictMath.sin(2 * TIMES[k]);
            for (int i = 0, at = k * start.length; i < start.length; i += 2) {
                all[at + i] = c * start[i] - s * start[i + 1];
                all[at + i + 1] = s * start[i] + c * start[i + 1];
            }
        }
        return all;
    }
}
