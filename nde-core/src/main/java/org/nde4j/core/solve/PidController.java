package org.nde4j.core.solve;

import org.nde4j.core.kernel.Elementary;

/**
 * Adaptive steps: proportional, integral and derivative control of the error per step, in the root mean square norm
 * over all trajectories and states, relative to {@code atol + rtol max(|y0|, |y1|)}.
 *
 * <p>With errors e (relative to the tolerance) and k the order of the method, the next length is the last one times
 * {@code safety * (1/e_n)^((P+I+D)/k) * e_(n-1)^((P+2D)/k) * (1/e_(n-2))^(D/k)}, within limits. P = D = 0, I = 1 is the
 * elementary controller. After a rejection it does not grow at once.
 *
 * <p>G. Söderlind, <em>Digital filters in adaptive time-stepping</em>, ACM Trans. Math. Softw. 29 (2003),
 * doi:10.1145/641876.641877. First step: E. Hairer, S. P. Nørsett, G. Wanner, <em>Solving Ordinary Differential Equations
 * I</em>, 2nd ed. 1993, section II.4.
 *
 * @param tolerance what an error is measured by
 * @param proportional P
 * @param integral I
 * @param derivative D
 * @param safety below 1
 * @param shrink the least factor
 * @param grow the greatest factor
 * @param firstStep the length of the first step; NaN to find one
 * @param maxStep the greatest length
 */
public record PidController(
        Tolerance tolerance,
        double proportional,
        double integral,
        double derivative,
        double safety,
        double shrink,
        double grow,
        double firstStep,
        double maxStep)
        implements StepController {

    /** The elementary controller with the usual limits. */
    public static PidController of(double rtol, double atol) {
        return of(Tolerance.of(rtol, atol));
    }

    /** The elementary controller with the usual limits. */
    public static PidController of(Tolerance tolerance) {
        return new PidController(tolerance, 0, 1, 0, 0.9, 0.2, 10, Double.NaN, Double.POSITIVE_INFINITY);
    }

    /** The same with other gains. */
    public PidController withGains(double p, double i, double d) {
        return new PidController(tolerance, p, i, d, safety, shrink, grow, firstStep, maxStep);
    }

    /** The same with a given first step. */
    public PidController withFirstStep(double length) {
        return new PidController(tolerance, proportional, integral, derivative, safety, shrink, grow, length, maxStep);
    }

    /** The same with steps of at most the given length. */
    public PidController withMaxStep(double length) {
        return new PidController(
                tolerance, proportional, integral, derivative, safety, shrink, grow, firstStep, length);
    }

    @Override
    public Judge open() {
        return new Control();
    }

    private final class Control implements Judge {
        private double lastError = 1;
        private double errorBefore = 1;
        private boolean rejected;

        @Override
        public Verdict judge(Stepper stepper, double length) {
            if (stepper instanceof Stepper.Choosing choosing) {
                Verdict own = choosing.judge(tolerance, length);
                return new Verdict(own.accepted(), limited(own.next()));
            }
            int order = stepper.order();
            double error = tolerance.norm(stepper.state(), stepper.next(), stepper.error(), stepper.state().length);
            if (!(error < Double.POSITIVE_INFINITY)) {
                rejected = true;
                return new Verdict(false, length * shrink);
            }
            double bounded = Math.max(error, 1e-10);
            double factor = safety * power(bounded, -(proportional + integral + derivative) / order);
            if (proportional != 0 || derivative != 0) {
                factor *= power(lastError, (proportional + 2 * derivative) / order);
            }
            if (derivative != 0) {
                factor *= power(errorBefore, -derivative / order);
            }
            boolean accepted = error <= 1;
            double most = accepted && !rejected ? grow : 1;
            factor = Math.min(most, Math.max(shrink, factor));
            if (!accepted) {
                factor = Math.min(factor, safety);
            } else {
                errorBefore = lastError;
                lastError = bounded;
            }
            rejected = !accepted;
            double next = length * factor;
            return new Verdict(accepted, limited(next));
        }

        private double limited(double length) {
            return Math.abs(length) > maxStep ? Math.copySign(maxStep, length) : length;
        }
    }

    /* A few units in the last place off, which a step length does not mind, and many times faster than a rounded power. */
    private static double power(double x, double exponent) {
        return Elementary.exp(exponent * Elementary.log(x));
    }

    @Override
    public double first(Stepper stepper, double[] f, double start, double end, int order) {
        double sign = end < start ? -1 : 1;
        double most = Math.min(maxStep, Math.abs(end - start));
        if (!Double.isNaN(firstStep)) {
            return sign * Math.min(most, firstStep);
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
        return sign * Math.min(most, h > 0 ? h : h0);
    }
}
