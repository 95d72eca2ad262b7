package org.nde4j.core.solve;

/**
 * What a step gives besides the next state.
 *
 * @param error the error estimate
 * @param stiffness an estimate of the greatest eigenvalue of the Jacobian
 * @param dense the pieces of the dense output
 */
public record Output(boolean error, boolean stiffness, boolean dense) {
    /** Nothing. */
    public static final Output STATE = new Output(false, false, false);

    /** The pieces of the dense output. */
    public static final Output DENSE = new Output(false, false, true);

    /** The error estimate. */
    public static final Output ERROR = new Output(true, false, false);

    /** The error estimate and the pieces of the dense output. */
    public static final Output ERROR_AND_DENSE = new Output(true, false, true);

    /** The same and, if it is so, the estimate of the greatest eigenvalue. */
    public Output withStiffness(boolean wanted) {
        return new Output(error, wanted, dense);
    }
}
