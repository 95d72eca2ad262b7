package org.nde4j.implicit.problem;

import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.condition.Condition;
import org.nde4j.core.program.Program;

/**
 * A minimum of an objective without constraints: its gradient vanishes there.
 *
 * <p>S. Gould et al., <em>On Differentiating Parameterized Argmin and Argmax Problems</em>, 2016, arXiv:1607.05447.
 */
public final class Argmin {
    private Argmin() {}

    /**
     * The condition that the gradient by the first input is zero. It holds at maxima and saddles too.
     *
     * @param objective a program from z and the parameters to a single number
     */
    public static Condition of(Program objective) {
        return new Condition(Calculus.gradient(objective, 0).keeping(1));
    }
}
