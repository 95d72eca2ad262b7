package org.nde4j.core.solve;

/**
 * The bench of a method on a field: where a batch of trajectories stands, and an attempt at its next step. One per
 * thread. The arrays that it gives are its own: not to be modified, and valid until its next call.
 */
public interface Stepper {
    /** The number of trajectories, B. */
    int batch();

    /** The number of states, n. */
    int states();

    /** Reads the parameters from the given arrays, one for each parameter of the field, from now on. */
    void parameters(double[]... parameters);

    /**
     * Stands at a state and knows nothing of what was before: at the start, after a jump of the field or the state, and
     * within the step that was taken last, where an event cut it.
     */
    void start(double time, double[] state);

    /** Tries a step of a signed length. */
    void attempt(double length);

    /** Takes the step that was tried last; it ends at {@code time}. */
    void accept(double time);

    /** The states where it stands, [B, n]. */
    double[] state();

    /** The derivatives where it stands, [B, n]; evaluated if need be. */
    double[] derivative();

    /** The derivatives at another time and other states, valid until the next call; where it stands does not change. */
    double[] derivative(double time, double[] state);

    /** The states at the end of the step that was tried last. */
    double[] next();

    /** The error estimate of the step that was tried last; not a number where an iteration inside it failed. */
    double[] error();

    /** The order that the error estimate of the step that was tried last tells of. */
    int order();

    /** The dense output of the step that was tried last. */
    Interpolant interpolant();

    /** A dense piece of the step that was tried last. */
    double[] piece(int i);

    /** The greatest eigenvalue of the Jacobian as the step that was tried last shows it; NaN where it does not. */
    default double stiffness() {
        return Double.NaN;
    }

    /**
     * Times between the ends of a solve that steps must end at, because the solution is less smooth there; the loop asks
     * once, at the start.
     */
    default double[] stops(double from, double to) {
        return new double[0];
    }

    /**
     * The signed length at which the step that was tried last should rather have ended, because the solution is less
     * smooth there; NaN where there is nothing of the kind. The loop then tries that length.
     */
    default double cut() {
        return Double.NaN;
    }

    /**
     * What the step would need, besides time and state, to go on from where it stands to the same bits: carry, earlier
     * states, orders. Empty if there is nothing.
     */
    double[] memory();

    /** Stands where another bench of the same method stood. */
    void resume(double time, double[] state, double[] memory);

    /** How much work it has done so far. */
    Work work();

    /** The first operation of the step that was tried last whose result is not finite, in words. */
    String firstNonFinite();

    /** Why the step that was tried last has no error estimate, and what to do; empty if it has one. */
    default String trouble() {
        return "";
    }

    /** The state within the step that was tried last: the sum of the dense pieces with the given weights. */
    default void combine(double[] weights, double[] to) {
        int size = batch() * states();
        java.util.Arrays.fill(to, 0, size, 0);
        for (int j = 0; j < weights.length; j++) {
            double[] piece = piece(j);
            double w = weights[j];
            for (int i = 0; i < size; i++) {
                to[i] = Math.fma(w, piece[i], to[i]);
            }
        }
    }

    /** A stepper whose method varies its order or its stages: it knows what each would do, so it chooses the step. */
    interface Choosing extends Stepper {
        /** Judges the attempt, and chooses length and order, or stages, of the next. */
        StepController.Verdict judge(Tolerance tolerance, double length);
    }

    /**
     * The work of a bench.
     *
     * @param evaluations of the field, a batch counting once
     * @param jacobians evaluations of the Jacobian
     * @param factorizations of matrices
     * @param iterations of inner solves
     */
    record Work(long evaluations, long jacobians, long factorizations, long iterations) {
        /** No work. */
        public static final Work NONE = new Work(0, 0, 0, 0);

        /** The work since an earlier moment. */
        public Work since(Work before) {
            return new Work(
                    evaluations - before.evaluations,
                    jacobians - before.jacobians,
                    factorizations - before.factorizations,
                    iterations - before.iterations);
        }

        /** The work of both. */
        public Work plus(Work other) {
            return new Work(
                    evaluations + other.evaluations,
                    jacobians + other.jacobians,
                    factorizations + other.factorizations,
                    iterations + other.iterations);
        }
    }
}
