package org.nde4j.core.condition;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Differentiable;

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
        double residual = Arrays.stream(Derivative.run(condition.residual(), z, parameters)[0])
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
        private final Derivative derivative = new Derivative(condition, Linearization.dense(condition));
        private final double[] z;
        private final double[][] parameters;

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
            return checked(Derivative.run(derivative.push(), z, parameters, tangents));
        }

        @Override
        public double[][] pull(double[][] cotangents) {
            return checked(Derivative.run(derivative.pull(), z, parameters, cotangents));
        }

        private double[][] checked(double[][] derivatives) {
            if (!Arrays.stream(derivatives).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
                throw new ArithmeticException("the answer of " + name
                        + " has no derivative: the condition does not determine it there, or is not differentiable; it "
                        + "may have several answers that meet");
            }
            return derivatives;
        }
    }

    /** Reads the answer, found before, instead of finding it again. */
    @Override
    public Bench open() {
        return new Bench() {
            @Override
            public Evaluation at(double[][] inputs) {
                return Implicit.this.at(inputs);
            }

            @Override
            public Evaluation known(double[][] inputs, double[] outputs) {
                return new Found(outputs, inputs);
            }
        };
    }
}
