package org.nde4j.core.condition;

import java.util.Arrays;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Workspace;

/**
 * The bench of Newton's method: the iterations, and the derivative at the answer. Each program has its workspace from when
 * it is first needed.
 */
final class NewtonBench implements Differentiable.Bench, Differentiable.Evaluation {
    private final Newton newton;
    private final Derivative derivative;
    private final int arguments;
    private final int rows;
    private final int width;
    private final double[][] outputs;
    private final double[] before; // by row: the size of the last change
    private final boolean[] moves; // by row: has not converged
    private final boolean[] lost; // by row: will not converge in this way
    private Iteration simple;
    private Iteration full;
    private Workspace push;
    private Workspace pull;
    private double[][] at;
    private double[] z;
    private long iterations;

    NewtonBench(Newton newton, Derivative derivative) {
        Shape shape = newton.outputs().get(0);
        this.newton = newton;
        this.derivative = derivative;
        this.arguments = newton.arguments();
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
    public Differentiable.Evaluation known(double[][] values, double[] answer) {
        at = values;
        z = answer;
        return this;
    }

    @Override
    public Differentiable.Evaluation at(double[][] values) {
        at = values;
        z = outputs[0];
        System.arraycopy(values[arguments], 0, z, 0, z.length);
        if (simple == null) {
            simple = new Iteration(newton.simplified(), arguments, z);
        }
        Arrays.fill(moves, true);
        int failed = iterate(simple.on(values), rows, true);
        if (failed > 0 && newton.isPersistent()) {
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
                System.arraycopy(at[arguments + 1], row * width, z, row * width, width);
            }
        }
        if (full == null) {
            full = new Iteration(newton.full(), arguments, z);
        }
        return iterate(full.on(at), failed, false);
    }

    /* Iterates with all rows that move; how many of them have not converged. They go on moving. */
    private int iterate(Workspace bench, int moving, boolean steadily) {
        Arrays.fill(lost, false);
        int converged = 0;
        int diverged = 0;
        for (int k = 0; k < Newton.ITERATIONS && converged + diverged < moving; k++) {
            bench.run();
            iterations++;
            for (int row = 0; row < rows; row++) {
                if (moves[row] && !lost[row]) {
                    advance(row, k == 0, bench.output(0), steadily);
                    converged += moves[row] ? 0 : 1;
                    diverged += lost[row] ? 1 : 0;
                }
            }
        }
        return moving - converged;
    }

    /* Moves a row, for the last time if it has converged or is lost. */
    private void advance(int row, boolean first, double[] change, boolean steadily) {
        double size = move(row, change);
        double rate = first ? Double.NaN : size / before[row];
        before[row] = size;
        if (size <= Newton.TINY || rate < 1 && rate / (1 - rate) * size <= Newton.ACCURACY) {
            moves[row] = false;
        } else {
            lost[row] = !(size < Double.POSITIVE_INFINITY) || steadily && rate >= 1;
        }
    }

    /* Moves a row; the size of the change. */
    private double move(int row, double[] change) {
        for (int i = row * width; i < (row + 1) * width; i++) {
            z[i] -= change[i];
        }
        return size(row, change, at[arguments + 2]);
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
        for (int i = 0; i < arguments; i++) {
            bench.bind(1 + i, at[i]);
        }
        for (int i = 0; i < directions.length; i++) {
            bench.bind(1 + arguments + i, directions[i]);
        }
        bench.run();
        double[][] results = new double[bench.program().outputs().size()][];
        Arrays.setAll(results, bench::output);
        return results;
    }

    /* An iteration on its bench, which moves z in place of the guess. */
    private static final class Iteration {
        private final Workspace bench;
        private final double[][] bound;
        private final int guess;

        Iteration(Program program, int guess, double[] z) {
            this.bench = new Workspace(program);
            this.bound = new double[program.inputs().size()][];
            this.guess = guess;
            bench.bind(guess, z);
        }

        /* Reads from other arrays; mostly they are those of the last time. */
        Workspace on(double[][] values) {
            for (int i = 0; i < values.length; i++) {
                if (i != guess && bound[i] != values[i]) {
                    bench.bind(i, values[i]);
                    bound[i] = values[i];
                }
            }
            return bench;
        }
    }
}
