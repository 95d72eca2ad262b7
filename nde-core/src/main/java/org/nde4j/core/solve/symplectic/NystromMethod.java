package org.nde4j.core.solve.symplectic;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.Step;

/**
 * An explicit Runge-Kutta-Nystrom method for second-order equations q'' = a(t, q). For the same order it takes fewer
 * forces than a Runge-Kutta method on (q, q').
 *
 * <p>E. Hairer, S. P. Nørsett, G. Wanner, <em>Solving Ordinary Differential Equations I</em>, 2nd ed. 1993, section II.14.
 */
public abstract class NystromMethod implements Solver {
    private final NystromTableau tableau;

    /** A method with the given coefficients. */
    protected NystromMethod(NystromTableau tableau) {
        this.tableau = tableau;
    }

    @Override
    public int order() {
        return tableau.order();
    }

    @Override
    public boolean estimatesError() {
        return tableau.positionError().length > 0;
    }

    @Override
    public int denseOrder() {
        return 3;
    }

    @Override
    public Step step(Field field, int batch, Output output) {
        Halves s = new Halves(this, field, batch);
        if (!s.field.isSecondOrder()) {
            throw new IllegalArgumentException(name() + " solves q'' = a(t, q), and the positions of this field do not "
                    + "move with v itself; use a symplectic method such as Yoshida6, or Tsit5");
        }
        Value q = s.positions(s.y);
        Value v = s.momenta(s.y);
        Value hv = s.scaled(v);
        List<Value> k = new ArrayList<>(List.of(s.momenta(s.carry)));
        for (int i = 1; i < tableau.c().length; i++) {
            Value moved = s.trace.add(q, s.trace.scale(hv, tableau.c()[i]));
            Value at = s.trace.add(moved, s.scaled(s.scaled(sum(s, tableau.a()[i], k))));
            k.add(s.force(tableau.c()[i], at));
        }
        Value q1 = s.trace.add(s.trace.add(q, hv), s.scaled(s.scaled(sum(s, tableau.b(), k))));
        Value v1 = s.trace.add(v, s.scaled(sum(s, tableau.d(), k)));
        List<Value> error = output.error()
                ? List.of(
                        s.scaled(s.scaled(sum(s, tableau.positionError(), k))),
                        s.scaled(sum(s, tableau.velocityError(), k)))
                : List.of();
        return s.step(output, q1, v1, s.force(1, q1), error, k.size());
    }

    private static Value sum(Halves s, double[] weights, List<Value> stages) {
        List<Double> c = new ArrayList<>();
        List<Value> v = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                c.add(weights[i]);
                v.add(stages.get(i));
            }
        }
        return s.trace.combine(c, v);
    }

    @Override
    public boolean equals(Object other) {
        return other != null && getClass() == other.getClass();
    }

    @Override
    public int hashCode() {
        return getClass().getName().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
