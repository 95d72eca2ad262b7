package org.nde4j.implicit.problem;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.linear.Lu;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Workspace;

/**
 * An answer that some method finds, differentiated by the condition that holds there and not through the method. Takes
 * the parameters of the condition, gives its unknowns.
 *
 * @param name what it is called in messages
 * @param condition what holds at the answer
 * @param finder finds it
 * @param tolerance the greatest residual at which it counts as found
 */
public record Implicit(String name, Condition condition, Finder finder, double tolerance) implements Differentiable {

    /** Finds the unknowns for given parameters. Must be safe to use from several threads. */
    @FunctionalInterface
    public interface Finder {
        /**
         * Finds.
         *
         * @param parameters one array for each parameter of the condition, not modified
         * @return the unknowns
         */
        double[] find(double[][] parameters);
    }

    @Override
    public List<Shape> inputs() {
        return condition.parameters();
    }

    @Override
    public List<Shape> outputs() {
        return List.of(condition.unknowns());
    }

    /**
     * Finds the answer.
     *
     * @throws ArithmeticException if the condition does not hold there to within the tolerance: there is no answer, and
     *     no derivative of one
     */
    @Override
    public Evaluation at(double[][] parameters) {
        double[] z = finder.find(parameters);
        double residual = Arrays.stream(run(condition.residual(), z, parameters)[0])
                .map(Math::abs)
                .reduce(0, Math::max);
        if (!(residual <= tolerance)) {
            throw new ArithmeticException(
                    name + " did not find an answer: the residual is " + residual + ", above the tolerance of "
                            + tolerance + "; allow more iterations, or begin nearer to the answer");
        }
        return new Found(z, parameters);
    }

    private final class Found implements Evaluation {
        private final double[] z;
        private final double[][] parameters;
        private Lu factored;

        Found(double[] z, double[][] parameters) {
            this.z = z;
            this.parameters = parameters;
        }

        @Override
        public double[][] outputs() {
            return new double[][] {z};
        }

        @Override
        public double[][] push(double[][] tangents) {
            double[] right = run(condition.push(), z, parameters, tangents)[0];
            double[] moved = new double[right.length];
            factored().solve(right, moved);
            return new double[][] {negative(moved)};
        }

        @Override
        public double[][] pull(double[][] cotangents) {
            double[] weights = new double[z.length];
            factored().solveTransposed(cotangents[0], weights);
            return run(condition.pull(), z, parameters, new double[][] {negative(weights)});
        }

        private synchronized Lu factored() {
            if (factored == null) {
                Lu lu = new Lu(z.length);
                if (!lu.factor(run(condition.byUnknowns(), z, parameters)[0])) {
                    throw new ArithmeticException("the answer of " + name
                            + " has no derivative: the condition does not " + "determine it there (" + lu.trouble()
                            + "); it may have several answers that meet");
                }
                factored = lu;
            }
            return factored;
        }
    }

    private static double[] negative(double[] x) {
        return Arrays.stream(x).map(v -> -v).toArray();
    }

    private static double[][] run(Program program, double[] z, double[][]... rest) {
        Workspace bench = new Workspace(program);
        bench.bind(0, z);
        int next = 1;
        for (double[][] arrays : rest) {
            for (double[] array : arrays) {
                bench.bind(next++, array);
            }
        }
        bench.run();
        double[][] outputs = new double[program.outputs().size()][];
        Arrays.setAll(outputs, i -> bench.output(i).clone());
        return outputs;
    }
}
