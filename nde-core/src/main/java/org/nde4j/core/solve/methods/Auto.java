package org.nde4j.core.solve.methods;

import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.Tolerance;
import org.nde4j.core.solve.explicit.ExplicitRungeKutta;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.stiff.Rodas5P;
import org.nde4j.core.solve.stiff.RosenbrockMethod;

/**
 * Begins with an explicit method, and goes over to a stiff one where stability and not accuracy would keep the steps of the
 * explicit one short; and back. What to use when nothing is known of the equation.
 *
 * <p>The explicit steps show how fast the field changes with the state (two stages at one time), and a power iteration that goes on
 * from step to step tells more. Ten steps near the edge of the region of stability, with never six others in succession, make
 * it change over. It changes back after three stiff steps that the explicit method could take easily; after every return to
 * the stiff method it waits twice as long.
 *
 * <p>L. F. Shampine, <em>Stiffness and nonstiff differential equation solvers, II: detecting stiffness with Runge-Kutta
 * methods</em>, ACM Trans. Math. Softw. 3 (1977), doi:10.1145/355719.355722.
 *
 * @param explicit the method to begin with; it must estimate the stiffness, as Tsit5 and Dopri5 do
 * @param stiff the method for stiff stretches
 */
public record Auto(ExplicitRungeKutta explicit, RosenbrockMethod stiff) implements Method {
    /** Checks that stiffness would be noticed. */
    public Auto {
        if (!explicit.estimatesStiffness() || !explicit.estimatesError()) {
            throw new IllegalArgumentException(explicit.name()
                    + " cannot tell whether the equation is stiff: it has no two stages at the end of a step, or no error "
                    + "estimate; use Tsit5 or Dopri5");
        }
    }

    /** Tsit5, and Rodas5P where it is stiff. */
    public Auto() {
        this(new Tsit5(), new Rodas5P());
    }

    @Override
    public String name() {
        return "Auto(" + explicit.name() + ", " + stiff.name() + ")";
    }

    @Override
    public int order() {
        return Math.min(explicit.order(), stiff.order());
    }

    @Override
    public boolean estimatesError() {
        return true;
    }

    @Override
    public Auto tuned(Tolerance tolerance) {
        return this;
    }

    /** Opens a bench; an equation with a mass matrix is left to the stiff method. */
    @Override
    public Stepper open(Field field, int batch, Output output) {
        if (field.mass().isPresent()) {
            return stiff.open(field, batch, output);
        }
        Output telling = output.withStiffness(true);
        return new AutoStepper(
                explicit.open(field, batch, telling),
                () -> stiff.open(field, batch, telling),
                explicit.stabilityInterval());
    }
}
