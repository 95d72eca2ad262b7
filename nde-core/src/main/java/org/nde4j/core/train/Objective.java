package org.nde4j.core.train;

/** What training makes small: a loss and its gradient. It has buffers of its own, so one per thread. */
public interface Objective {
    /**
     * The loss and its gradient.
     *
     * <p>Must be a function of its arguments alone, to the bit, for a resumed training to equal one that was never
     * interrupted; what changes from step to step (a minibatch, noise) follows from the number of the step.
     *
     * @param step how many steps were taken before
     * @param parameters one array a parameter, not modified
     * @param gradients of the same lengths, filled
     * @return the loss; NaN or infinite if it cannot be computed there
     */
    double gradient(long step, double[][] parameters, double[][] gradients);

    /**
     * The loss on what is held out.
     *
     * @param parameters one array a parameter, not modified
     * @return the loss; infinite if it cannot be computed there; NaN if nothing is held out
     */
    default double validate(double[][] parameters) {
        return Double.NaN;
    }
}
