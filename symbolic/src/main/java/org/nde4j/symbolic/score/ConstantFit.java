package org.nde4j.symbolic.score;

import java.util.random.RandomGenerator;

/**
 * Fits all constants of an expression at once: damped Gauss-Newton steps (K. Levenberg, 1944,
 * doi:10.1090/qam/10666; D. W. Marquardt, 1963, doi:10.1137/0111030) with exact derivatives, started from the constants
 * that are there and again from perturbed ones, {@code c (1 + spread z)} with normal {@code z}. Other losses than the
 * squared one are fitted by re-weighting. A fit never makes an expression worse: where no step goes downhill it returns
 * what it was given.
 *
 * @param iterations the most accepted steps of one start, positive
 * @param restarts the number of perturbed starts, zero or more
 * @param spread the relative size of the perturbation, positive
 * @param tolerance a step that lowers the loss by a smaller share than this is the last one, not negative
 */
public record ConstantFit(int iterations, int restarts, double spread, double tolerance) {
    private static final double FIRST_DAMPING = 1e-3;
    private static final double LEAST_DAMPING = 1e-12;
    private static final double MOST_DAMPING = 1e8;

    public ConstantFit {
        if (iterations < 1 || restarts < 0 || !(spread > 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException("A fit of " + iterations + " iterations, " + restarts
                    + " restarts, spread " + spread + " and tolerance " + tolerance
                    + " is not possible; give at least one iteration, a positive spread and nothing negative.");
        }
    }

    /** Eight steps, two restarts with half the size of the constants: what a search uses along the way. */
    public static ConstantFit defaults() {
        return new ConstantFit(8, 2, 0.5, 1e-9);
    }

    /** Up to a hundred steps and four restarts: what a result deserves. */
    public static ConstantFit thorough() {
        return new ConstantFit(100, 4, 0.5, 1e-14);
    }

    /** The best constants found, with the loss on the sample of the bench; constant subtrees come back folded. */
    public Fitted fit(Code code, Evaluator bench, RandomGenerator random) {
        Code folded = code.folded();
        Fitted best = new Fitted(folded, bench.loss(folded));
        if (folded.constantCount() == 0) {
            return best;
        }
        best = descend(best, bench);
        for (int restart = 0; restart < restarts && best.loss() > 0; restart++) {
            Code start = folded.with(perturbed(folded.constants(), random));
            best = best.orBetter(descend(new Fitted(start, bench.loss(start)), bench));
        }
        return best;
    }

    private double[] perturbed(double[] constants, RandomGenerator random) {
        for (int i = 0; i < constants.length; i++) {
            constants[i] *= 1 + spread * random.nextGaussian();
        }
        return constants;
    }

    private Fitted descend(Fitted start, Evaluator bench) {
        Fitted best = start;
        double damping = FIRST_DAMPING;
        for (int i = 0; i < iterations && best.loss() > 0 && best.loss() < Double.POSITIVE_INFINITY; i++) {
            Tape tape = bench.tape();
            tape.assemble(best.code());
            Fitted next = best;
            while (next == best && damping <= MOST_DAMPING) {
                next = best.orBetter(step(best.code(), tape, damping, bench));
                damping = next == best ? damping * 8 : Math.max(LEAST_DAMPING, damping * 0.125);
            }
            if (!(next.loss() < best.loss() * (1 - tolerance))) {
                return next;
            }
            best = next;
        }
        return best;
    }

    private static Fitted step(Code code, Tape tape, double damping, Evaluator bench) {
        double[] step = Damped.step(tape.normal(), tape.gradient(), damping);
        double[] constants = code.constants();
        for (int i = 0; i < constants.length; i++) {
            constants[i] -= step[i];
        }
        Code moved = code.with(constants);
        return new Fitted(moved, bench.loss(moved));
    }
}
