package org.nde4j.core.solve.multistep;

import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.Tolerance;
import org.nde4j.core.solve.stiff.LinearAlgebra;

/**
 * Backward differentiation formulas of order 1 to 5 in backward differences, or the numerical differentiation formulas
 * that are made from them, whose errors are smaller: for stiff equations, also large ones, and for
 * differential-algebraic equations of index 1. One linear solve or two a step, and a Jacobian now and then.
 *
 * <p>The step length stays as it is until a longer one is possible; a change rescales the differences. Order and length
 * are those that promise the longest step, judged by the errors of the neighboring orders. Newton's iteration keeps its
 * Jacobian until it converges no more. A batch shares step and order: its error is that of all rows together.
 *
 * <p>Orders 1 and 2 are A-stable. The higher ones are not near the imaginary axis, so on stiff oscillations they may need
 * short steps: {@link #upTo} limits the order. A start must be consistent where an equation is algebraic.
 *
 * <p>L. F. Shampine, M. W. Reichelt, <em>The MATLAB ODE suite</em>, SIAM J. Sci. Comput. 18 (1997),
 * doi:10.1137/S1064827594276424, as in its code ode15s. Different are: errors are measured as by all methods here, not by
 * the greatest state; Newton's iteration is stopped at a tenth of the tolerance, and after 4 iterations only where a step
 * may be made shorter; the first difference of an equation with a mass matrix is that of a linearly implicit Euler step
 * of a thousandth of the length.
 *
 * @param lowest the lowest order, 1 to 5; it begins at 1 and is there after a few steps
 * @param highest the highest order, from the lowest to 5
 * @param modified whether they are numerical differentiation formulas
 * @param algebra how its linear systems are solved
 * @param accuracy what Newton's iteration is made accurate for
 */
public record Bdf(int lowest, int highest, boolean modified, LinearAlgebra algebra, Tolerance accuracy)
        implements Method {
    static final int MOST = 5;
    private static final double[] KAPPA = {0, -0.1850, -1.0 / 9, -0.0823, -0.0415, 0};

    /** Checks the orders. */
    public Bdf {
        if (lowest < 1 || lowest > highest || highest > MOST) {
            throw new IllegalArgumentException(
                    "orders must be between 1 and " + MOST + ", the lowest first, got " + lowest + " to " + highest);
        }
    }

    /** Numerical differentiation formulas of order 1 to 5. */
    public Bdf() {
        this(1, MOST, true, LinearAlgebra.automatic(), Tolerance.of(1e-8, 1e-10));
    }

    /** Backward differentiation formulas of order 1 to 5. */
    public static Bdf plain() {
        return new Bdf().modified(false);
    }

    /**
     * Of one order, and those below only to begin with. With constant steps the first ones need care: they are of order 1,
     * so the error is at least half the square of the first step.
     */
    public static Bdf ofOrder(int order) {
        return new Bdf().orders(order, order);
    }

    /** The same up to another order: 2 for stiff oscillations. */
    public Bdf upTo(int order) {
        return orders(Math.min(lowest, order), order);
    }

    private Bdf orders(int from, int to) {
        return new Bdf(from, to, modified, algebra, accuracy);
    }

    /** The same with numerical differentiation formulas, or without. */
    public Bdf modified(boolean wanted) {
        return new Bdf(lowest, highest, wanted, algebra, accuracy);
    }

    /** The same with linear systems solved in another way. */
    public Bdf with(LinearAlgebra other) {
        return new Bdf(lowest, highest, modified, other, accuracy);
    }

    @Override
    public Bdf tuned(Tolerance tolerance) {
        return new Bdf(lowest, highest, modified, algebra, tolerance);
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
        return new BdfStepper(this, field, batch, output);
    }

    /** The sum of 1/j up to an order: what a difference of that order counts in the derivative. */
    static double gamma(int order) {
        double sum = 0;
        for (int j = 1; j <= order; j++) {
            sum += 1.0 / j;
        }
        return sum;
    }

    /** What the new difference counts in the derivative. */
    double alpha(int order) {
        return (1 - kappa(order)) * gamma(order);
    }

    /** The error over the new difference. */
    double errorConstant(int order) {
        return kappa(order) * gamma(order) + 1.0 / (order + 1);
    }

    private double kappa(int order) {
        return modified ? KAPPA[order] : 0;
    }
}
