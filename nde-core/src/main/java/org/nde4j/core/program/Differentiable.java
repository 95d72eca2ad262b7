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
     * Evaluates.
     *
     * @param inputs one array an input, not modified; what is returned may read them until it is dropped
     * @return the outputs, and what the derivatives reuse
     */
    Evaluation at(double[][] inputs);

    /** Outputs, and the derivatives at the point where they were computed. */
    interface Evaluation {
        /** One array an output; not to be modified. */
        double[][] outputs();

        /**
         * The Jacobian times a vector.
         *
         * @param tangents one array an input
         * @return one array an output
         * @throws UnsupportedOperationException where there is no forward derivative
         */
        double[][] push(double[][] tangents);

        /**
         * The transposed Jacobian times a vector.
         *
         * @param cotangents one array an output
         * @return one array an input
         * @throws UnsupportedOperationException where there is no reverse derivative
         */
        double[][] pull(double[][] cotangents);
    }
}
