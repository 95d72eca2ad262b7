package org.nde4j.core.solve;

/**
 * How the next step follows from the errors of the last three: a digital filter. With errors e relative to the tolerance,
 * h the lengths of the steps and k the order of the error, the next length is the last one times
 *
 * <pre>{@code
 * e_n^(-b1/k) e_(n-1)^(-b2/k) e_(n-2)^(-b3/k) (h_n/h_(n-1))^(-a2) (h_(n-1)/h_(n-2))^(-a3)
 * }</pre>
 *
 * Those whose names begin with H filter out errors that alternate from step to step; the PI ones damp what stability
 * does to the errors of explicit methods.
 *
 * <p>G. Söderlind, <em>Digital filters in adaptive time-stepping</em>, ACM Trans. Math. Softw. 29 (2003),
 * doi:10.1145/641876.641877.
 *
 * @param b1 weight of the last error
 * @param b2 weight of the one before
 * @param b3 weight of the one before that
 * @param a2 weight of the last ratio of lengths
 * @param a3 weight of the ratio before
 * @param cautious whether the length is also at most that of {@link #I}
 */
public record StepFilter(double b1, double b2, double b3, double a2, double a3, boolean cautious) {
    /** The elementary controller: the length at which the last error would have been just right. */
    public static final StepFilter I = of(1, 0, 0, 0, 0);

    /** PI.3.3. */
    public static final StepFilter PI33 = of(2.0 / 3, -1.0 / 3, 0, 0, 0);

    /** PI.3.4, for explicit methods whose steps are limited by stability. */
    public static final StepFilter PI34 = of(0.7, -0.4, 0, 0, 0);

    /** PI.4.2, the smoothest of the three. */
    public static final StepFilter PI42 = of(0.6, -0.2, 0, 0, 0);

    /** H211 PI: a first-order filter without ratios of lengths; for stiff methods. */
    public static final StepFilter H211PI = of(1.0 / 6, 1.0 / 6, 0, 0, 0);

    /** H211b with b = 4. */
    public static final StepFilter H211B = h211(4);

    /** H312 PID: a second-order filter without ratios of lengths, slow and smooth. */
    public static final StepFilter H312PID = of(1.0 / 18, 1.0 / 9, 1.0 / 18, 0, 0);

    /** H312b with b = 8. */
    public static final StepFilter H312B = h312(8);

    /** H0321: deadbeat, of second order of adaptivity. */
    public static final StepFilter H0321 = of(1.25, 0.5, -0.75, -0.25, -0.75);

    /** H321: the general-purpose one of second order of adaptivity. */
    public static final StepFilter H321 = of(1.0 / 3, 1.0 / 18, -5.0 / 18, -5.0 / 6, -1.0 / 6);

    /**
     * The predictive controller, for implicit methods: it follows the trend of the errors, and is never bolder than
     * {@link #I}.
     *
     * <p>K. Gustafsson, <em>Control-theoretic techniques for stepsize selection in implicit Runge-Kutta methods</em>, ACM
     * Trans. Math. Softw. 20 (1994), doi:10.1145/198429.198437.
     */
    public static final StepFilter PREDICTIVE = new StepFilter(2, -1, 0, -1, 0, true);

    private static StepFilter of(double b1, double b2, double b3, double a2, double a3) {
        return new StepFilter(b1, b2, b3, a2, a3, false);
    }

    /** A filter from proportional, integral and derivative gains. */
    public static StepFilter pid(double p, double i, double d) {
        return of(p + i + d, -(p + 2 * d), d, 0, 0);
    }

    /** H211b, smoother with greater b. */
    public static StepFilter h211(double b) {
        return of(1 / b, 1 / b, 0, 1 / b, 0);
    }

    /** H312b, smoother with greater b. */
    public static StepFilter h312(double b) {
        return of(1 / b, 2 / b, 1 / b, 3 / b, 1 / b);
    }
}
