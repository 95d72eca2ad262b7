package org.nde4j.core.solve;

import org.nde4j.core.program.Program;

/**
 * One step of a method as a program.
 *
 * <p>Inputs: t [B, 1], h [B, 1], y [B, n], the derivative at (t, y) [B, n], then the parameters. Outputs: the state at
 * t + h, the derivative there, then (where asked for) the error estimate, then the dense pieces, all [B, n]. Each row
 * has a time and a length of its own; a row with h = 0 stays exactly where it is.
 *
 * @param program the step
 * @param batch the number of rows, B
 * @param states the number of states, n
 * @param output what it gives
 * @param evaluations how many evaluations of the field it takes
 */
public record Step(Program program, int batch, int states, Solver.Output output, int evaluations) {
    /** The number of the first input that is a parameter. */
    public static final int PARAMETERS = 4;

    /** The number of the output that is the first dense piece. */
    public int firstPiece() {
        return output.error() ? 3 : 2;
    }
}
