package org.nde4j.core.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;

/**
 * The answer of a condition by Newton's method, differentiated by the condition that holds there and not
 * through the iteration.
 *
 * <p>Inputs: the parameters of the condition, then what only helps to find the answer, first three arrays of the shape of
 * the unknowns: a first guess, another one in case that it was a bad one, and the sizes by which changes of the unknowns
 * are measured; then the matrices of the iteration, which need not be those of the guess. Output: the unknowns.
 *
 * <p>Unknowns of rank 2 and more are as many systems as they have rows, which do not know of each other: each iterates until it
 * has converged and then stays, so its bits do not depend on the others. It has converged when the rate of the iteration,
 * estimated from two changes, promises an error below {@link #ACCURACY} in the root mean square norm.
 *
 * <p>The iteration is simplified: its matrices stay as they are given. A row in which it diverges, or is not that far after
 * {@link #ITERATIONS}, begins anew at the other guess with matrices of every point that it comes to. Where that fails too the unknowns are
 * NaN; nothing is thrown.
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
    private final Linearization linearization;
    private final Linearization exact;
    private final List<Shape> inputs = new ArrayList<>();
    private final Program simplified;

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
     * The same with a simplified iteration that is solved in a way of its own, which need not be exact.
     *
     * @param condition what is to hold
     * @param linearization how the systems of the simplified iteration are solved
     * @param exact how systems with the derivative by the unknowns are solved
     */
    public Newton(Condition condition, Linearization linearization, Linearization exact) {
        this.condition = condition;
        this.linearization = linearization;
        this.exact = exact;
        this.derivative = new Derivative(condition, exact);
        inputs.addAll(condition.parameters());
        inputs.addAll(Collections.nCopies(3, condition.unknowns()));
        inputs.addAll(matrices());
        this.simplified = iteration(true);
    }

    private List<Shape> matrices() {
        Trace trace = new Trace();
        Value z = trace.input("z", condition.unknowns());
        List<Value> parameters = Derivative.inputs(trace, "parameter", condition.parameters());
        return linearization.matrices(trace, z, parameters).stream()
                .map(Value::shape)
                .toList();
    }

    /* From all inputs, z in the place of the guess, to J^-1 c(z, p), where J is that of the inputs or that of z. */
    private Program iteration(boolean isSimplified) {
        Trace trace = new Trace();
        List<Value> all = Derivative.inputs(trace, "input", inputs);
        List<Value> parameters = all.subList(0, arguments());
        Value z = all.get(arguments());
        List<Value> at = new ArrayList<>(List.of(z));
        at.addAll(parameters);
        Value residual = trace.reshape(trace.inline(condition.residual(), at).get(0), condition.unknowns());
        Linearization how = isSimplified ? linearization : exact;
        List<Value> matrices =
                isSimplified ? all.subList(arguments() + 3, all.size()) : how.matrices(trace, z, parameters);
        return trace.program(how.solve(trace, matrices, residual, parameters));
    }

    @Override
    public String name() {
        return "Newton iteration";
    }

    /** What to say of a row that failed. */
    public String failure() {
        return "a Newton iteration, which did not converge in twice " + ITERATIONS + " iterations";
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
        private final boolean[] lost;
        private Workspace simple;
        private Workspace full;
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
            this.lost = new boolean[rows];
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
            if (simple == null) {
                simple = new Workspace(simplified);
            }
            Arrays.fill(moves, true);
            int failed = iterate(simple, rows, true);
            if (failed > 0) {
                if (full == null) {
                    full = new Workspace(iteration(false));
                }
                failed = again(failed);
            }
            for (int row = 0; row < rows && failed > 0; row++) {
                if (moves[row]) {
                    Arrays.fill(z, row * width, (row + 1) * width, Double.NaN);
                }
            }
            return this;
        }

        /* Rows that failed begin at the other guess with a full iteration; how many of them fail. */
        private int again(int failed) {
            for (int row = 0; row < rows; row++) {
                if (moves[row]) {
                    System.arraycopy(at[arguments() + 1], row * width, z, row * width, width);
                }
            }
            return iterate(full, failed, false);
        }

        /* Iterates with all rows that move; how many of them have not converged. They go on moving. */
        private int iterate(Workspace bench, int moving, boolean steadily) {
            for (int i = 0; i < at.length; i++) {
                bench.bind(i, at[i]);
            }
            bench.bind(arguments(), z);
            Arrays.fill(lost, false);
            int converged = 0;
            int diverged = 0;
            for (int k = 0; k < ITERATIONS && converged + diverged < moving; k++) {
                bench.run();
                iterations++;
                for (int row = 0; row < rows; row++) {
                    if (!moves[row] || lost[row]) {
                        continue;
                    }
                    double size = move(row, bench.output(0));
                    double rate = k == 0 ? Double.NaN : size / before[row];
                    before[row] = size;
                    if (size <= TINY || rate < 1 && rate / (1 - rate) * size <= ACCURACY) {
                        moves[row] = false;
                        converged++;
                    } else if (!(size < Double.POSITIVE_INFINITY) || steadily && rate >= 1) {
                        lost[row] = true;
                        diverged++;
                    }
                }
            }
            return moving - converged;
        }

        /* Moves a row; the size of the change. */
        private double move(int row, double[] change) {
            for (int i = row * width; i < (row + 1) * width; i++) {
                z[i] -= change[i];
            }
            return size(row, change, at[arguments() + 2]);
        }

        private double size(int row, double[] change, double[] sizes) {
            double sum = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                double e = change[i] == 0 ? 0 : change[i] / sizes[i];
                sum = Math.fma(e, e, sum);
            }
            return Math.sqrt(sum / width);
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
