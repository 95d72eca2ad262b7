package org.nde4j.core.solve.stabilized;

/**
 * A method with a given number of stages: a recurrence, g_j = h mu_j f(g_(j-1)) + (1 + kappa_j) g_(j-1) - kappa_j g_(j-2),
 * and an explicit Runge-Kutta method after it.
 *
 * <p>The polynomials of the recurrence are orthogonal on [-1, 1] with w(x)^2 / sqrt(1 - x^2), where w is a polynomial
 * given by its coefficients, and are 1 a little outside; they are computed by the procedure of Stieltjes. How far the
 * interval is stretched follows from the condition of order 1.
 */
final class RockFormula {
    private final int finishing;
    private final int stages;
    private final double[] numbers;
    private final double[] mu;
    private final double[] kappa;

    /**
     * Computes a recurrence.
     *
     * @param finishing the number k of stages after the recurrence
     * @param stretch half of about s^-2 times the length of the interval
     * @param numbers the stages s; the coefficients of w; where the polynomials are 1; then, of the method after it, the
     *     rows of the tableau, the weights, and the k + 1 weights of the embedded method
     */
    RockFormula(int finishing, double stretch, double[] numbers) {
        this.finishing = finishing;
        this.stages = (int) numbers[0];
        this.numbers = numbers;
        this.mu = new double[stages - finishing];
        this.kappa = new double[stages - finishing];
        orthogonalize(stretch * stages * stages);
        scale();
    }

    private void orthogonalize(double wide) {
        int nodes = stages + 1;
        double one = 1 + numbers[finishing + 1] / wide;
        double[] x = new double[nodes];
        double[] weight = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            x[i] = StrictMath.cos(Math.PI * (i + 0.5) / nodes);
            double w = w((x[i] - 1) * wide);
            weight[i] = w * w;
        }
        double[] before = new double[nodes];
        double[] p = new double[nodes];
        java.util.Arrays.fill(p, 1);
        double normBefore = 1;
        double valueBefore = 0;
        for (int j = 0; j < mu.length; j++) {
            double norm = 0;
            double mean = 0;
            for (int i = 0; i < nodes; i++) {
                double square = weight[i] * p[i] * p[i];
                norm += square;
                mean += x[i] * square;
            }
            double a = mean / norm;
            double b = j == 0 ? 0 : norm / normBefore;
            double value = one - a - b * valueBefore;
            mu[j] = 1 / value;
            kappa[j] = b * valueBefore / value;
            for (int i = 0; i < nodes; i++) {
                double next = ((x[i] - a) * p[i] - b * before[i]) / value;
                before[i] = p[i] / value;
                p[i] = next;
            }
            normBefore = norm / (value * value);
            valueBefore = 1 / value;
        }
    }

    private double w(double u) {
        double sum = 0;
        for (int i = finishing; i >= 1; i--) {
            sum = (sum + numbers[i]) * u;
        }
        return 1 + sum;
    }

    /* The derivatives at 0 of recurrence and method after it add up to 1. */
    private void scale() {
        double before = 0;
        double slope = mu[0];
        for (int j = 1; j < mu.length; j++) {
            double next = mu[j] + (1 + kappa[j]) * slope - kappa[j] * before;
            before = slope;
            slope = next;
        }
        double rest = 1;
        for (int i = 0; i < finishing; i++) {
            rest -= b(i);
        }
        for (int j = 0; j < mu.length; j++) {
            mu[j] *= rest / slope;
        }
    }

    /** The number of stages. */
    int stages() {
        return stages;
    }

    /** The number of steps of the recurrence. */
    int recurrence() {
        return mu.length;
    }

    /** The number of stages after the recurrence. */
    int finishing() {
        return finishing;
    }

    double mu(int j) {
        return mu[j];
    }

    double kappa(int j) {
        return kappa[j];
    }

    /** What stage j counts in stage i. */
    double a(int i, int j) {
        return numbers[finishing + 2 + i * (i - 1) / 2 + j];
    }

    /** What stage i counts in the result. */
    double b(int i) {
        return numbers[finishing + 2 + finishing * (finishing - 1) / 2 + i];
    }

    /** What stage i, or the derivative at the end, counts in the error. */
    double error(int i) {
        double embedded = numbers[finishing + 2 + finishing * (finishing + 1) / 2 + i];
        return i == finishing ? embedded : embedded - b(i);
    }
}
