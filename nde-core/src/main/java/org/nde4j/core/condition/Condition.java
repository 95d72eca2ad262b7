package org.nde4j.core.condition;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Program;

/**
 * What holds at an answer: c(z, p) = 0, as many equations as unknowns z.
 *
 * <p>It is all that the derivative of the answer needs, however the answer was found: with J the derivative of c by z,
 * dz/dp = -J^-1 dc/dp (implicit function theorem). An equilibrium, the minimum of a function (its gradient vanishes), a
 * quadratic program (its KKT equations hold) and the stages of an implicit method are all conditions.
 *
 * <p>M. Blondel et al., <em>Efficient and Modular Implicit Differentiation</em>, NeurIPS 2022, arXiv:2105.15183.
 *
 * @param residual from the unknowns z, any shape, and the parameters to c(z, p), as many numbers as z has
 */
public record Condition(Program residual) {
    /** Checks that there are as many equations as unknowns. */
    public Condition {
        if (residual.inputs().isEmpty() || residual.outputs().size() != 1) {
            throw new IllegalArgumentException("a condition goes from unknowns and parameters to one residual, got "
                    + residual.inputs().size() + " inputs and "
                    + residual.outputs().size() + " outputs");
        }
        int unknowns = residual.inputs().get(0).value().shape().size();
        int equations = residual.outputs().get(0).shape().size();
        if (unknowns != equations) {
            throw new IllegalArgumentException(
                    "a condition needs as many equations as unknowns, got " + equations + " for " + unknowns);
        }
    }

    /** The shape of the unknowns. */
    public Shape unknowns() {
        return residual.inputs().get(0).value().shape();
    }

    /** The shapes of the parameters. */
    public List<Shape> parameters() {
        List<Shape> shapes = new ArrayList<>();
        residual.inputs().forEach(in -> shapes.add(in.value().shape()));
        return List.copyOf(shapes.subList(1, shapes.size()));
    }
}
