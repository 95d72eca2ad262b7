package org.nde4j.core.solve.multistep;

import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Stepper;

/**
 * Adams-Bashforth-Moulton predictors and correctors of variable order and step, of order 2 to 13: two evaluations of the
 * field a step at any order, so the method of choice where the field is expensive and smooth, the tolerances are tight
 * or output is dense. Not for stiff equations.
 *
 * <p>The predictor of order k is followed by an evaluation, the corrector of order k + 1 and another evaluation. The
 * error estimate is that of order k, so what is kept is of order k + 1, which is what is called the order here. Order
 * and step are chosen by the estimates of the neighboring orders; the step is doubled, kept, or made shorter. A batch
 * shares both: its error is that of all rows together.
 *
 * <p>L. F. Shampine, M. K. Gordon, <em>Computer Solution of Ordinary Differential Equations: The Initial Value
 * Problem</em>, 1975, as in its code STEP, with the modified divided differences of F. T. Krogh, <em>Changing stepsize in
 * the integration of differential equations using modified divided differences</em>, 1974, doi:10.1007/BFb0066584, in the
 * form of E. Hairer, S. P. Nørsett, G. Wanner, <em>Solving Ordinary Differential Equations I</em>, 2nd ed. 1993, section
 * III.5. Different are: the errors of the neighboring orders are those of the steps as they were, not of equal ones; the
 * dense output is the integral of the corrector's polynomial, so it meets the states at both ends; there is no control of
 * rounding.
 *
 * @param lowest the lowest order, at least 2; it begins at 2 and is there after a few steps
 * @param highest the highest order, at most 13
 */
public record Adams(int lowest, int highest) implements Method {
    static final int MOST = 13;

    /** Checks the orders. */
    public Adams {
        if (lowest < 2 || lowest > highest || highest > MOST) {
            throw new IllegalArgumentException(
                    "orders must be between 2 and " + MOST + ", the lowest first, got " + lowest + " to " + highest);
        }
    }

    /** Of order 2 to 13. */
    public Adams() {
        this(2, MOST);
    }

    /**
     * Of one order, and those below only to begin with. With constant steps the first ones need care: they are of order
     * 2 and so on.
     */
    public static Adams ofOrder(int order) {
        return new Adams(order, order);
    }

    /** The same up to another order. */
    public Adams upTo(int order) {
        return new Adams(Math.min(lowest, order), order);
    }

    @Override
    public int order() {
        return highest;
    }

    @Override
    public boolean estimatesError() {
        return true;
    }

    @Override
    public Stepper open(Field field, int batch, Output output) {
        Method.refuseMass(this, field);
        return new AdamsStepper(this, field, batch);
    }
}
