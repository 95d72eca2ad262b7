package org.nde4j.core.solve.reversible;

import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Step;

/**
 * The asynchronous leapfrog method: order 2, one evaluation a step, reversible with steps of any length. It carries a
 * velocity that stays near the derivative.
 *
 * <p>U. Mutze, <em>An asynchronous leapfrog method II</em>, 2013, arXiv:1311.6602; J. Zhuang et al., <em>MALI: a memory
 * efficient and reverse accurate integrator for Neural ODEs</em>, ICLR 2021, arXiv:2102.04668.
 */
public record AsynchronousLeapfrog() implements ReversibleSolver {
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

    @Override
    public Step step(Field field, int batch, Output output) {
        Page p = new Page(this, field, batch);
        Value v = p.carried(0);
        Value middle = p.trace.add(p.y, p.scaled(0.5, v));
        Value slope = p.slope(0.5, middle);
        Value next = p.trace.sub(p.trace.scale(slope, 2), v);
        Value end = p.trace.add(middle, p.scaled(0.5, next));
        Value error = output.error() ? p.scaled(0.5, p.trace.sub(next, v)) : null; // against an Euler step with v
        return p.step(output, end, next, error, v, next, 1);
    }

    @Override
    public Program reverse(Field field, int batch) {
        Page p = new Page(this, field, batch);
        Value v = p.carried(0);
        Value middle = p.trace.sub(p.y, p.scaled(0.5, v));
        Value slope = p.slope(0.5, middle);
        Value before = p.trace.sub(p.trace.scale(slope, 2), v);
        return p.trace.program(p.trace.sub(middle, p.scaled(0.5, before)), before);
    }
}
