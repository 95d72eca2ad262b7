package org.nde4j.core.solve.reversible;

import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Step;

/**
 * The reversible Heun method: order 2, one evaluation a step, with an error estimate. It carries a second state and the
 * derivative there, and is stable only on a piece of the imaginary axis: for decaying systems keep the steps short.
 *
 * <p>P. Kidger, J. Foster, X. Li, T. Lyons, <em>Efficient and Accurate Gradients for Neural SDEs</em>, NeurIPS 2021,
 * arXiv:2105.13493.
 */
public record ReversibleHeun() implements ReversibleSolver {
    @Override
    public int order() {
        return 2;
    }

    @Override
    public boolean estimatesError() {
        return true;
    }

    @Override
    public int denseOrder() {
        return 2;
    }

    /* The derivative at the second state, then the second state. */
    @Override
    public int carry(Field field) {
        return 2 * field.size();
    }

    @Override
    public Program start(Field field, int batch) {
        return Page.start(field, batch, (trace, t, y, p) -> trace.concat(1, field.write(trace, t, y, p), y));
    }

    @Override
    public Step step(Field field, int batch, Output output) {
        Page p = new Page(this, field, batch);
        Value f0 = p.carried(0);
        Value second = next(p, p.trace.scale(p.y, 2), p.carried(1), p.scaled(1, f0));
        Value f1 = p.slope(1, second);
        Value end = p.trace.add(p.y, p.scaled(0.5, p.trace.add(f0, f1)));
        Value error = output.error() ? p.scaled(0.5, p.trace.sub(f1, f0)) : null;
        return p.step(output, end, p.trace.concat(1, f1, second), error, f0, f1, 1);
    }

    @Override
    public Program reverse(Field field, int batch) {
        Page p = new Page(this, field, batch);
        Value f1 = p.carried(0);
        Value second = next(p, p.trace.scale(p.y, 2), p.carried(1), p.scaled(-1, f1));
        Value f0 = p.slope(0, second);
        Value start = p.trace.sub(p.y, p.scaled(0.5, p.trace.add(f0, f1)));
        return p.trace.program(start, p.trace.concat(1, f0, second));
    }

    private static Value next(Page p, Value twice, Value second, Value moved) {
        return p.trace.add(p.trace.sub(twice, second), moved);
    }
}
