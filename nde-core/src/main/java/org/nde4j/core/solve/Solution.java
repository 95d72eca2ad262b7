package org.nde4j.core.solve;

/**
 * What a solve gave, whole or up to where it failed.
 *
 * @param times the times of the saved states
 * @param states the saved states, each [B, n]
 * @param dense the solution as a function of time; null unless asked for
 * @param ledger the accepted steps
 * @param statistics how much work it was
 */
public record Solution(double[] times, double[][] states, DenseOutput dense, Ledger ledger, Statistics statistics) {
    /** The last saved state; the end of the solve if it finished. */
    public double[] last() {
        return states[states.length - 1];
    }

    /**
     * The work of a solve.
     *
     * @param steps accepted steps
     * @param rejected rejected attempts
     * @param work evaluations, factorizations and so on
     */
    public record Statistics(int steps, int rejected, Stepper.Work work) {
        /** Evaluations of the field, a batch counting once. */
        public long evaluations() {
            return work.evaluations();
        }
    }
}
