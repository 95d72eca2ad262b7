package org.nde4j.core.solve;

import org.nde4j.core.kernel.Elementary;

/**
 * Adaptive steps: control of the error per step, relative to {@code atol + rtol max(|y0|, |y1|)} and in the norm of the
 * tolerance over all trajectories and states, by a {@link StepFilter}.
 *
 * <p>The error that is aimed at is {@code safety} to the power of the order; the factor is kept within limits, and between {@code steadyFrom} and
 * {@code steadyTo} the length stays as it is. After a rejection the elementary controller takes over for one step, and
 * the step does not grow at once. An attempt that is not finite, or in which an inner iteration failed, is repeated with
 * the least factor. A method that varies its order chooses its lengths itself; the limits hold for it too.
 *
 * <p>First step: E. Hairer, S. P. Nørsett, G. Wanner, <em>Solving Ordinary Differential Equations I</em>, 2nd ed. 1993,
 * section II.4.
 *
 * @param tolerance what an error is measured by
 * @param filter how the next step follows from the last errors
 * @param safety below 1
 * @param shrink the least factor
 * @param grow the greatest factor
 * @param steadyFrom from this factor on the length stays as it is
 * @param steadyTo up to this factor the length stays as it is; 1 and 1 for never
 * @param limits the first, the least and the greatest length
 */
public record PidController(
        Tolerance tolerance,
        StepFilter filter,
        double safety,
        double shrink,
        double grow,
        double steadyFrom,
        double steadyTo,
        StepLimits limits)
        implements StepController {
    /** Checks the factors. */
    public PidController {
        boolean sound = safety > 0 && safety <= 1 && shrink > 0 && shrink < 1 && grow > 1;
        if (!sound || !(steadyFrom <= 1 && steadyTo >= 1)) {
            throw new IllegalArgumentException(
                    "step control needs 0 < safety <= 1, 0 < shrink < 1 < grow and steadyFrom <= 1 "
                            + "<= steadyTo, got safety " + safety + ", shrink " + shrink + ", grow " + grow
                            + ", steady "
                            + steadyFrom + " to " + steadyTo);
        }
    }

    /** The elementary controller with the usual limits. */
    public static PidController of(double rtol, double atol) {
        return of(Tolerance.of(rtol, atol));
    }

    /** The elementary controller with the usual limits. */
    public static PidController of(Tolerance tolerance) {
        return new PidController(tolerance, StepFilter.I, 0.9, 0.2, 10, 1, 1, StepLimits.NONE);
    }

    /** The same with another filter. */
    public PidController with(StepFilter other) {
        return new PidController(tolerance, other, safety, shrink, grow, steadyFrom, steadyTo, limits);
    }

    /** The same with other gains: proportional, integral and derivative. */
    public PidController withGains(double p, double i, double d) {
        return with(StepFilter.pid(p, i, d));
    }

    /** The same with other factors. */
    public PidController withFactors(double newSafety, double least, double greatest) {
        return new PidController(tolerance, filter, newSafety, least, greatest, steadyFrom, steadyTo, limits);
    }

    /** The same that keeps a length if it would change by a factor between these. */
    public PidController keepingBetween(double from, double to) {
        return new PidController(tolerance, filter, safety, shrink, grow, from, to, limits);
    }

    /** The same within other limits. */
    public PidController within(StepLimits others) {
        return new PidController(tolerance, filter, safety, shrink, grow, steadyFrom, steadyTo, others);
    }

    /** The same with a given first step. */
    public PidController withFirstStep(double length) {
        return within(limits.withFirst(length));
    }

    /** The same with steps of at most the given length. */
    public PidController withMaxStep(double length) {
        return within(limits.withGreatest(length));
    }

    /** The same that fails where it would need steps below the given length. */
    public PidController withMinStep(double length) {
        return within(limits.withLeast(length));
    }

    /** The same that takes steps of the given length where it would need shorter ones; they are counted. */
    public PidController forcingMinStep(double length) {
        return within(limits.forcing(length));
    }

    @Override
    public double minStep() {
        return limits.least();
    }

    @Override
    public Judge open() {
        return new Control();
    }

    private final class Control implements Judge {
        private final double aim = aim();
        private double lastError = 1;
        private double errorBefore = 1;
        private double lastRatio = 1;
        private double lastLength = Double.NaN;
        private boolean rejected;
        private int forced;
        private double next;

        @Override
        public boolean accepts(Stepper stepper, double length) {
            return stepper instanceof Stepper.Choosing choosing ? chosen(choosing, length) : judged(stepper, length);
        }

        private boolean chosen(Stepper.Choosing stepper, double length) {
            Verdict own = stepper.judge(tolerance, length);
            boolean accepted = own.accepted() || force(length);
            next = limits.clip(own.next());
            return accepted;
        }

        private boolean judged(Stepper stepper, double length) {
            double error = tolerance.norm(stepper.state(), stepper.next(), stepper.error(), stepper.state().length);
            if (!(error < Double.POSITIVE_INFINITY) || !Finite.all(stepper.next())) {
                rejected = true;
                next = limits.clip(length * shrink);
                return false;
            }
            double bounded = Math.max(error, 1e-10);
            boolean accepted = error <= 1 || force(length);
            double ratio = Double.isNaN(lastLength) ? 1 : length / lastLength;
            double factor = accepted ? filtered(bounded, ratio, stepper.order()) : plain(bounded, stepper.order());
            factor = Math.min(accepted && !rejected ? grow : 1, Math.max(shrink, factor));
            if (!accepted) {
                factor = Math.min(factor, safety);
            } else {
                remember(bounded, length, ratio);
                factor = factor >= steadyFrom && factor <= steadyTo ? 1 : factor;
            }
            rejected = !accepted;
            next = limits.clip(length * factor);
            return accepted;
        }

        private boolean force(double length) {
            boolean must = limits.forced() && Math.abs(length) <= limits.least() * (1 + 1e-12);
            forced += must ? 1 : 0;
            return must;
        }

        private double plain(double error, int order) {
            return safety * power(error, -1.0 / order);
        }

        private double filtered(double error, double ratio, int order) {
            if (rejected) {
                return plain(error, order);
            }
            double factor = aim * power(error, -filter.b1() / order);
            if (filter.b2() != 0) {
                factor *= power(lastError, -filter.b2() / order);
            }
            if (filter.b3() != 0) {
                factor *= power(errorBefore, -filter.b3() / order);
            }
            if (filter.a2() != 0) {
                factor *= power(ratio, -filter.a2());
            }
            if (filter.a3() != 0) {
                factor *= power(lastRatio, -filter.a3());
            }
            return filter.cautious() ? Math.min(factor, plain(error, order)) : factor;
        }

        private void remember(double error, double length, double ratio) {
            errorBefore = lastError;
            lastError = error;
            lastRatio = ratio;
            lastLength = length;
        }

        @Override
        public double next() {
            return next;
        }

        @Override
        public int forced() {
            return forced;
        }

        @Override
        public double[] memory() {
            return new double[] {lastError, errorBefore, lastRatio, lastLength, rejected ? 1 : 0};
        }

        @Override
        public void resume(double[] memory) {
            lastError = memory[0];
            errorBefore = memory[1];
            lastRatio = memory[2];
            lastLength = memory[3];
            rejected = memory[4] != 0;
        }
    }

    /* All filters aim at the error at which the elementary one does, safety^order. */
    private double aim() {
        double sum = filter.b1() + filter.b2() + filter.b3();
        return sum == 1 ? safety : power(safety, sum);
    }

    /* A few units in the last place off, which a step length does not mind, and many times faster than a rounded power. */
    private static double power(double x, double exponent) {
        return Elementary.exp(exponent * Elementary.log(x));
    }

    @Override
    public double first(Stepper stepper, double[] f, double start, double end, int order) {
        double sign = end < start ? -1 : 1;
        double most = Math.min(limits.greatest(), Math.abs(end - start));
        if (!Double.isNaN(limits.first())) {
            return sign * Math.min(most, limits.first());
        }
        double[] y = stepper.state();
        double d0 = tolerance.norm(y, y, y.length);
        double d1 = tolerance.norm(y, f, y.length);
        double h0 = d0 < 1e-5 || d1 < 1e-5 ? 1e-6 : 0.01 * (d0 / d1);
        h0 = Math.min(h0, most);
        double[] moved = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            moved[i] = Math.fma(sign * h0, f[i], y[i]);
        }
        double[] change = stepper.derivative(start + sign * h0, moved).clone();
        for (int i = 0; i < y.length; i++) {
            change[i] -= f[i];
        }
        double d2 = tolerance.norm(y, change, y.length) / h0;
        double steepest = Math.max(d1, d2);
        double h1 = steepest <= 1e-15 ? Math.max(1e-6, h0 * 1e-3) : Elementary.pow(0.01 / steepest, 1.0 / order);
        double h = Math.min(100 * h0, h1);
        return limits.clip(sign * Math.min(most, h > 0 ? h : h0));
    }
}
