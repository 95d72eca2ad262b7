package org.nde4j.core.solve.reversible;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.Step;
import org.nde4j.core.solve.Tolerance;

/**
 * Any one-step method made reversible: two copies y and z of the state are stepped in turn, with Psi the increment of the
 * base method,
 *
 * <pre>
 * y1 = lambda y0 + (1 - lambda) z0 + Psi_h(t0, z0)
 * z1 = z0 - Psi_-h(t1, y1)
 * </pre>
 *
 * which has the order of the base method and, for lambda below 1, a region of stability.
 *
 * <p>S. McCallum, J. Foster, <em>Efficient, Accurate and Stable Gradients for Neural ODEs</em>, 2024, arXiv:2410.11648.
 *
 * @param base the base method
 * @param lambda how strongly the copies are held together, above 0 and at most 1; the smaller, the stronger
 */
public record Reversible(Solver base, double lambda) implements ReversibleSolver {
    /** Checks lambda. */
    public Reversible {
        if (!(lambda > 0 && lambda <= 1)) {
            throw new IllegalArgumentException("lambda must be above 0 and at most 1, got " + lambda);
        }
    }

    /** With lambda = 0.999. */
    public Reversible(Solver base) {
        this(base, 0.999);
    }

    @Override
    public String name() {
        return "Reversible(" + base.name() + ")";
    }

    @Override
    public int order() {
        return base.order();
    }

    @Override
    public boolean estimatesError() {
        return base.estimatesError();
    }

    @Override
    public int denseOrder() {
        return Math.min(3, base.order());
    }

    @Override
    public boolean carriesDerivative() {
        return false;
    }

    @Override
    public Reversible tuned(Tolerance tolerance) {
        return new Reversible(base.tuned(tolerance), lambda);
    }

    /* The second copy. */
    @Override
    public Program start(Field field, int batch) {
        return Page.start(field, batch, (trace, t, y, p) -> y);
    }

    @Override
    public Step step(Field field, int batch, Output output) {
        Page p = new Page(this, field, batch);
        Value z = p.carried(0);
        List<Value> ahead = base(p, p.t, p.h, z, output.error() ? Output.ERROR : Output.STATE);
        Value held = p.trace.combine(new double[] {lambda, 1 - lambda}, p.y, z);
        Value end = p.trace.add(held, p.trace.sub(ahead.get(0), z));
        Value other = p.trace.sub(z, back(p, end));
        Value error = output.error() ? ahead.get(2) : null;
        Value first = output.dense() ? p.slope(0, p.y) : null;
        Value last = output.dense() ? p.slope(1, end) : null;
        return p.step(output, end, other, error, first, last, 2 * evaluations(p) + (output.dense() ? 2 : 0));
    }

    @Override
    public Program reverse(Field field, int batch) {
        Page p = new Page(this, field, batch);
        Value z = p.trace.add(p.carried(0), back(p, p.y));
        Value increment = p.trace.sub(base(p, p.t, p.h, z, Output.STATE).get(0), z);
        Value held = p.trace.sub(p.trace.sub(p.y, increment), p.trace.scale(z, 1 - lambda));
        return p.trace.program(p.trace.scale(held, 1 / lambda), z);
    }

    /* Psi_-h(t1, y1). */
    private Value back(Page p, Value end) {
        return p.trace.sub(base(p, p.at(1), p.trace.neg(p.h), end, Output.STATE).get(0), end);
    }

    private List<Value> base(Page p, Value t, Value h, Value y, Output output) {
        List<Value> point = new ArrayList<>(List.of(t, y));
        point.addAll(p.parameters);
        Value carry = p.trace.inline(base.start(p.field, p.batch), point).get(0);
        List<Value> arguments = new ArrayList<>(List.of(t, h, y, carry));
        arguments.addAll(p.parameters);
        return p.trace.inline(base.step(p.field, p.batch, output).program(), arguments);
    }

    private int evaluations(Page p) {
        return 1 + base.step(p.field, p.batch, Output.STATE).evaluations();
    }
}
