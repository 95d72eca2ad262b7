package org.nde4j.core.solve;

import org.nde4j.core.program.Factor;
import org.nde4j.core.program.Program;

/**
 * One step of a method as a program.
 *
 * <p>Inputs: t [B, 1], h [B, 1], y [B, n], the carry at (t, y) [B, c], then the parameters. Outputs: the state at
 * t + h, the carry there, then (where asked for) the error estimate [B, n], the greatest eigenvalue [B, 1], and the dense
 * pieces [B, n]. Each row has a time and a length of its own; a row with h = 0 stays exactly where it is.
 *
 * @param program the step
 * @param batch the number of rows, B
 * @param states the number of states, n
 * @param output what it gives
 * @param evaluations how many evaluations of the field it takes, those of an iteration not counted
 * @param jacobians how many evaluations of the Jacobian it takes
 */
public record Step(Program program, int batch, int states, Output output, int evaluations, int jacobians) {
    /** A step without Jacobians. */
    public Step(Program program, int batch, int states, Output output, int evaluations) {
        this(program, batch, states, output, evaluations, 0);
    }

    /** How many matrices it factors; those of a batch count as one. */
    public int factorizations() {
        return (int) program.lets().stream()
                .filter(let -> let.op() instanceof Factor)
                .count();
    }

    /** The number of the first input that is a parameter. */
    public static final int PARAMETERS = 4;

    /** The number of the output that is the estimate of the greatest eigenvalue. */
    public int stiffness() {
        return output.error() ? 3 : 2;
    }

    /** The number of the output that is the first dense piece. */
    public int firstPiece() {
        return stiffness() + (output.stiffness() ? 1 : 0);
    }
}
