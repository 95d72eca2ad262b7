package org.nde4j.core.solve.stabilized;

import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Stepper;

/**
 * A method of order 4 with 5 to 142 stages, as many as stability needs: with s stages it is stable for eigenvalues down
 * to -0.35 s^2 over the length of the step. For mildly stiff fields with nearly real spectra, such as diffusion.
 *
 * <p>The greatest eigenvalue is found as by {@link Rock2}. A batch shares its steps and stages. The dense output is of
 * order 3, from states and derivatives.
 *
 * <p>A. Abdulle, <em>Fourth order Chebyshev methods with recurrence relation</em>, SIAM J. Sci. Comput. 23 (2002),
 * doi:10.1137/S1064827500379549. The tables are of the kind of {@link Rock2}. The published ones with 133 and 152
 * stages are left out: they are not quite stable near -8.
 *
 * @param bound what no eigenvalue of the Jacobian is greater than in size; NaN to estimate it
 */
public record Rock4(double bound) implements Method {
    /** Checks the bound. */
    public Rock4 {
        Spectrum.check(bound);
    }

    /** With estimates of the greatest eigenvalue. */
    public Rock4() {
        this(Double.NaN);
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public boolean estimatesError() {
        return true;
    }

    @Override
    public Stepper open(Field field, int batch, Output output) {
        Method.refuseMass(this, field);
        return new RockStepper(RockFamily.FOUR, bound, field, batch);
    }
}
