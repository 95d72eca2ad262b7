package org.nde4j.core.solve.stabilized;

import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Stepper;

/**
 * A method of order 2 with 3 to 200 stages, as many as stability needs: with s stages it is stable for eigenvalues down
 * to -0.81 s^2 over the length of the step. For mildly stiff fields with nearly real spectra, such as diffusion, at
 * tolerances down to about 1e-4.
 *
 * <p>The greatest eigenvalue is found by a power iteration with the field itself, anew every 25 steps and after
 * rejections, and enlarged by a fifth; or it is bounded by the user. A batch shares its steps and stages. The dense output
 * is of order 3, from states and derivatives.
 *
 * <p>A. Abdulle, A. A. Medovikov, <em>Second order Chebyshev methods based on orthogonal polynomials</em>, Numer. Math. 90
 * (2001), doi:10.1007/s002110100292. The tables hold the weights with which the polynomials are orthogonal; the
 * recurrences are computed from these, and are those of the published tables within 1e-13. What is called stable is half a
 * percent shorter than there, where the ends of the intervals are not.
 *
 * @param bound what no eigenvalue of the Jacobian is greater than in size; NaN to estimate it
 */
public record Rock2(double bound) implements Method {
    /** Checks the bound. */
    public Rock2 {
        Spectrum.check(bound);
    }

    /** With estimates of the greatest eigenvalue. */
    public Rock2() {
        this(Double.NaN);
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public boolean estimatesError() {
        return true;
    }

    @Override
    public Stepper open(Field field, int batch, Output output) {
        Method.refuseMass(this, field);
        return new RockStepper(RockFamily.TWO, bound, field, batch);
    }
}
