package org.nde4j.core.solve.reversible;

import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Step;

/**
 * The leapfrog or two-step midpoint method: order 2 with steps of one length, one evaluation a step. It carries the state
 * before and its time, and begins with an Euler step.
 *
 * <p>E. Hairer, S. P. Nørsett, G. Wanner, <em>Solving Ordinary Differential Equations I</em>, 2nd ed. 1993, section
 * III.1.
 */
public record LeapfrogMidpoint() implements ReversibleSolver {
    @Override
    public int order() {
        return 2;
    }

    @Override
    public boolean estimatesError() {
        return false;
    }

    @Override
    public int denseOrder() {
        return 2;
    }

    /* The state before, then its time. */
    @Override
    public int carry(Field field) {
        return field.size() + 1;
    }

    @Override
    public boolean carriesDerivative() {
        return false;
    }

    @Override
    public Program start(Field field, int batch) {
        return Page.start(field, batch, (trace, t, y, p) -> trace.concat(1, y, t));
    }

    @Override
    public Step step(Field field, int batch, Output output) {
        Page p = new Page(this, field, batch);
        Value slope = p.slope(0, p.y);
        Value end = p.trace.add(p.carried(0), p.trace.mul(p.wide(p.trace.sub(p.at(1), before(p))), slope));
        Value last = output.dense() ? p.slope(1, end) : null;
        return p.step(output, end, p.trace.concat(1, p.y, p.t), null, slope, last, output.dense() ? 2 : 1);
    }

    /* The time before the start is not known from the end: the step before had the same length. */
    @Override
    public Program reverse(Field field, int batch) {
        Page p = new Page(this, field, batch);
        Value start = p.carried(0);
        Value slope = p.slope(0, start);
        Value earlier = p.trace.sub(p.y, p.scaled(2, slope));
        return p.trace.program(start, p.trace.concat(1, earlier, p.trace.sub(p.t, p.h)));
    }

    private static Value before(Page p) {
        return p.trace.slice(p.carry, 1, p.n, p.n + 1);
    }
}
