package org.nde4j.core.solve;

/** A solve that failed where its caller asked for the end or a gradient of it. */
public final class SolveFailed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Outcome.Failed outcome;

    /** The exception for a failure. */
    public SolveFailed(Outcome.Failed outcome) {
        super(outcome.message());
        this.outcome = outcome;
    }

    /** The failure, with the partial solution. */
    public Outcome.Failed outcome() {
        return outcome;
    }
}
