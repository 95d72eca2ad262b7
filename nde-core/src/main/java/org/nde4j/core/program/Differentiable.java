package org.nde4j.core.program;

import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * Something that can be evaluated, pushed forward and pulled back: what is not straight-line (a whole adaptive solve, a
 * root find) offers to a program that calls it.
 *
 * <p>Implementations must be safe to use from several threads at once.
 */
public interface Differentiable {
    /** What it is called in messages. */
    String name();

    /** The shapes of the inputs. */
    List<Shape> inputs();

    /** The shapes of the outputs. */
    List<Shape> outputs();

    /**
     * How many of the inputs, from the first on, the outputs are a function of. The others only help to find them, such
     * as a first guess; there is no derivative by them.
     */
    default int arguments() {
        return inputs().size();
    }

    /**
     * Evaluates.
     *
     * @param inputs one array an input, not modified; what is returned may read them until it is dropped
     * @return the outputs, and what the derivatives reuse
     */
    Evaluation at(double[][] inputs);

    /** Opens a bench, which evaluates again and again in buffers of its own. */
    default Bench open() {
        return this::at;
    }

    /** Evaluates for one workspace. One per thread. */
    @FunctionalInterface
    interface Bench {
        /** What {@link Differentiable#at} gives, valid until the next call. */
        Evaluation at(double[][] inputs);

        /**
         * The same where the outputs are known already, so that they need not be found again.
         *
         * @param outputs all outputs one after another
         */
        default Evaluation known(double[][] inputs, double[] outputs) {
            return at(inputs);
        }

        /** How many iterations it has made so far. */
        default long iterations() {
            return 0;
        }
    }

    /** Outputs, and the derivatives at the point where they were computed. */
    interface Evaluation {
        /** One array an output; not to be modified. */
        double[][] outputs();

        /**
         * The Jacobian times a vector.
         *
         * @param tangents one array an argument
         * @return one array an output
         * @throws UnsupportedOperationException where there is no forward derivative
         */
        double[][] push(double[][] tangents);

        /**
         * The transposed Jacobian times a vector.
         *
         * @param cotangents one array an output
         * @return one array an argument
         * @throws UnsupportedOperationException where there is no reverse derivative
         */
        double[][] pull(double[][] cotangents);
    }
}
