package org.nde4j.core.solve.reversible;

import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.solve.Solver;

/**
 * A method whose step can be undone by arithmetic: exactly but for rounding, however long the step.
 */
public interface ReversibleSolver extends Solver {
    /**
     * Writes the way back through a step.
     *
     * @param field the field
     * @param batch the number of trajectories, B
     * @return from (t, h, the state and the carry at the end t + h, parameters) to the state and the carry at the start t
     */
    Program reverse(Field field, int batch);
}
