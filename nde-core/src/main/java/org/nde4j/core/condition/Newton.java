package org.nde4j.core.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;

/**
 * The answer of a condition by simplified Newton iteration, differentiated by the condition that holds there and not
 * through the iteration.
 *
 * <p>Inputs: the parameters of the condition, then what only helps to find the answer: a first guess of the shape of the
 * unknowns, the sizes by which changes of the unknowns are measured, of the same shape, and the matrices of the iteration,
 * which need not be those of the guess. Output: the unknowns.
 *
 * <p>Unknowns of rank 2 and more are as many systems as they have rows, which do not know of each other: each iterates until it
 * has converged and then stays, so its bits do not depend on the others. It has converged when the rate of the iteration,
 * estimated from two changes, promises an error below {@link #ACCURACY} in the root mean square norm; it has failed
 * when it diverges, or is not that far after {@link #ITERATIONS}. The unknowns of a row that failed are NaN; nothing is
 * thrown.
 *
 * <p>E. Hairer, G. Wanner, <em>Solving Ordinary Differential Equations II</em>, 2nd ed. 1996, section IV.8,
 * doi:10.1007/978-3-642-05221-7.
 */
public final class Newton implements Differentiable {
    /** How large the error of the answer may be, in units of the given sizes. */
    public static final double ACCURACY = 1e-2;

    /** The greatest number of iterations. */
    public static final int ITERATIONS = 10;

    /** A first change below this needs no second to show that it converges. */
    private static final double TINY = 1e-2 * ACCURACY;

    private final Condition condition;
    private final Derivative derivative;
    private final Program iteration;
    private final List<Shape> inputs = new ArrayList<>();

    /**
     * Newton's method for a condition.
     *
     * @param condition what is to hold
     * @param linearization how systems with its derivative by the unknowns are solved
     */
    public Newton(Condition condition, Linearization linearization) {
        this(condition, linearization, linearization);
    }

    /**
     * The same with an iteration that is solved in a way of its own, which need not be exact.
     *
     * @param condition what is to hold
     * @param linearization how the systems of the iteration are solved
     * @param exact how systems with the derivative by the unknowns are solved
     */
    public Newton(Condition condition, Linearization linearization, Linearization exact) {
        this.condition = condition;
        this.derivative = new Derivative(condition, exact);
        inputs.addAll(condition.parameters());
        inputs.addAll(List.of(condition.unknowns(), condition.unknowns()));
        inputs.addAll(matrices(linearization));
        this.iteration = iteration(linearization);
    }

    private List<Shape> matrices(Linearization linearization) {
        Trace trace = new Trace();
        Value z = trace.input("z", condition.unknowns());
        List<Value> parameters = Derivative.inputs(trace, "parameter", condition.parameters());
        return linearization.matrices(trace, z, parameters).stream()
                .map(Value::shape)
                .toList();
    }

    /* From all inputs, z in the place of the guess, to J^-1 c(z, p). */
    private Program iteration(Linearization linearization) {
        Trace trace = new Trace();
        List<Value> all = Derivative.inputs(trace, "input", inputs);
        List<Value> parameters = all.subList(0, arguments());
        List<Value> arguments = new ArrayList<>(List.of(all.get(arguments())));
        arguments.addAll(parameters);
        Value residual = trace.inline(condition.residual(), arguments).get(0);
        List<Value> matrices = all.subList(arguments() + 2, all.size());
        Value right = trace.reshape(residual, condition.unknowns());
        return trace.program(linearization.solve(trace, matrices, right, parameters));
    }

    @Override
    public String name() {
        return "Newton iteration";
    }

    /** What to say of a row that failed. */
    public String failure() {
        return "a Newton iteration, which did not converge in " + ITERATIONS + " iterations";
    }

    @Override
    public List<Shape> inputs() {
        return inputs;
    }

    @Override
    public List<Shape> outputs() {
        return List.of(condition.unknowns());
    }

    @Override
    public int arguments() {
        return condition.parameters().size();
    }

    @Override
    public Evaluation at(double[][] values) {
        return open().at(values);
    }

    @Override
    public Bench open() {
        return new Iterations();
    }

    private final class Iterations implements Bench, Evaluation {
        private final int rows;
        private final int width;
        private final double[][] outputs;
        private final double[] before; // by row: the size of the last change
        private final boolean[] moves;
        private Workspace step;
        private Workspace push;
        private Workspace pull;
        private double[][] at;
        private double[] z;
        private long iterations;

        Iterations() {
            Shape shape = condition.unknowns();
            this.rows = shape.rank() < 2 ? 1 : shape.dim(0);
            this.width = shape.size() / rows;
            this.outputs = new double[1][shape.size()];
            this.before = new double[rows];
            this.moves = new boolean[rows];
        }

        @Override
        public long iterations() {
            return iterations;
        }

        @Override
        public double[][] outputs() {
            return outputs;
        }

        @Override
        public Evaluation known(double[][] values, double[] answer) {
            at = values;
            z = answer;
            return this;
        }

        @Override
        public Evaluation at(double[][] values) {
            at = values;
            z = outputs[0];
            System.arraycopy(values[arguments()], 0, z, 0, z.length);
            if (step == null) {
                step = new Workspace(iteration);
            }
            for (int i = 0; i < values.length; i++) {
                step.bind(i, values[i]);
            }
            step.bind(arguments(), z);
            Arrays.fill(moves, true);
            int moving = rows;
            for (int k = 0; k < ITERATIONS && moving > 0; k++) {
                step.run();
                iterations++;
                moving -= move(k, step.output(0), values[arguments() + 1]);
            }
            for (int row = 0; row < rows && moving > 0; row++) {
                if (moves[row]) {
                    fail(row);
                }
            }
            return this;
        }

        /* Moves all rows that still do; how many of them do so for the last time. */
        private int move(int k, double[] change, double[] sizes) {
            int settled = 0;
            for (int row = 0; row < rows; row++) {
                if (moves[row] && !goesOn(row, k, change, sizes)) {
                    moves[row] = false;
                    settled++;
                }
            }
            return settled;
        }

        private boolean goesOn(int row, int k, double[] change, double[] sizes) {
            double size = size(row, change, sizes);
            double rate = k == 0 ? Double.NaN : size / before[row];
            if (!(size < Double.POSITIVE_INFINITY) || rate >= 1 && size > TINY) {
                fail(row);
                return false;
            }
            for (int i = row * width; i < (row + 1) * width; i++) {
                z[i] -= change[i];
            }
            before[row] = size;
            return !(size <= TINY || rate / (1 - rate) * size <= ACCURACY);
        }

        private double size(int row, double[] change, double[] sizes) {
            double sum = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                double e = change[i] == 0 ? 0 : change[i] / sizes[i];
                sum = Math.fma(e, e, sum);
            }
            return Math.sqrt(sum / width);
        }

        private void fail(int row) {
            Arrays.fill(z, row * width, (row + 1) * width, Double.NaN);
        }

        @Override
        public double[][] push(double[][] tangents) {
            if (push == null) {
                push = new Workspace(derivative.push());
            }
            return run(push, tangents);
        }

        @Override
        public double[][] pull(double[][] cotangents) {
            if (pull == null) {
                pull = new Workspace(derivative.pull());
            }
            return run(pull, cotangents);
        }

        private double[][] run(Workspace bench, double[][] directions) {
            bench.bind(0, z);
            for (int i = 0; i < arguments(); i++) {
                bench.bind(1 + i, at[i]);
            }
            for (int i = 0; i < directions.length; i++) {
                bench.bind(1 + arguments() + i, directions[i]);
            }
            bench.run();
            double[][] results = new double[bench.program().outputs().size()][];
            Arrays.setAll(results, bench::output);
            return results;
        }
    }
}
