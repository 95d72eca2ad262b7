package org.nde4j.core.solve.multistep;

import java.util.Arrays;
import org.nde4j.core.equation.Field;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.core.solve.FieldStepper;
import org.nde4j.core.solve.Interpolant;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.StepController.Verdict;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.Tolerance;
import org.nde4j.core.solve.stiff.StageMatrix;

/**
 * The bench of {@link Bdf}. Its memory: the Jacobian, the differences, then order, distance of the differences, number of
 * equal steps, and what the iteration knows.
 */
final class BdfStepper extends FieldStepper implements Stepper.Choosing {
    private static final Interpolant[] INTERPOLANTS = new Interpolant[Bdf.MOST + 1];
    private static final int NUMBERS = 6;
    private static final double SHORT = 0x1p-10;

    static {
        Arrays.setAll(INTERPOLANTS, BdfStepper::interpolant);
    }

    private final Bdf method;
    private final boolean hasMass;
    private final double[] memory;
    private final int orderAt;
    private final int distanceAt;
    private final int equalAt;
    private final Differences differences;
    private final Corrector corrector;
    private final double[] predicted;
    private final double[] psi;
    private final double[] change;
    private final double[] error;
    private final double[][] after;
    private final double[] neighbor;
    private boolean failed;
    private int failures;
    private int chosen;

    BdfStepper(Bdf method, Field field, int batch, Output output) {
        super(field, batch);
        StageMatrix matrix = StageMatrix.of(method.algebra(), field);
        int jacobian = batch * matrix.jacobianWidth();
        int numbers = jacobian + Differences.count(method.highest()) * size;
        this.method = method;
        this.hasMass = field.mass().isPresent();
        this.memory = new double[numbers + NUMBERS];
        this.orderAt = numbers;
        this.distanceAt = numbers + 1;
        this.equalAt = numbers + 2;
        this.differences = new Differences(memory, jacobian, size);
        this.corrector = new Corrector(matrix, batch, method.accuracy(), output.error(), memory, numbers + 3);
        this.predicted = new double[size];
        this.psi = new double[size];
        this.change = new double[size];
        this.error = new double[size];
        this.neighbor = new double[size];
        this.after = new double[Differences.count(method.highest()) + 1][size];
    }

    private static Interpolant interpolant(int order) {
        double[][] coefficients = new double[order + 1][];
        coefficients[0] = new double[] {1};
        for (int j = 1; j <= order; j++) {
            double[] c = new double[j + 1];
            for (int k = 0; k < j; k++) {
                c[k] += coefficients[j - 1][k] * (j - 2) / j;
                c[k + 1] += coefficients[j - 1][k] / j;
            }
            coefficients[j] = c;
        }
        return Interpolant.of(coefficients);
    }

    private int k() {
        return (int) memory[orderAt];
    }

    @Override
    public void parameters(double[]... values) {
        super.parameters(values);
        corrector.parameters(values);
    }

    @Override
    public void start(double start, double[] state) {
        stand(start, state);
        Arrays.fill(memory, 0);
        corrector.resume();
        memory[orderAt] = 1;
        failures = 0;
        failed = false;
    }

    @Override
    public void resume(double at, double[] state, double[] remembered) {
        stand(at, state);
        System.arraycopy(remembered, 0, memory, 0, memory.length);
        corrector.resume();
        failures = 0;
        failed = false;
    }

    @Override
    public double[] memory() {
        return memory;
    }

    @Override
    public void attempt(double length) {
        if (memory[distanceAt] == 0) {
            begin(length);
        } else if (memory[distanceAt] != length) {
            differences.rescale(k(), length / memory[distanceAt]);
            memory[equalAt] = 0;
        }
        memory[distanceAt] = length;
        chosen = k() < method.lowest() && memory[equalAt] >= k() ? k() + 1 : k();
        predict();
        double c = length / method.alpha(k());
        failed = !corrector.solve(time, y, time + length, c, psi, predicted, change, after[0]);
        if (failed) {
            Arrays.fill(error, Double.NaN);
        } else {
            update();
        }
    }

    /* The first difference, of the derivative; with a mass matrix it is that of a short implicit step. */
    private void begin(double length) {
        if (hasMass) {
            corrector.euler(time, y, SHORT * length, change);
        }
        double[] slope = hasMass ? change : derivative();
        double scale = hasMass ? 1 / SHORT : length;
        for (int i = 0; i < y.length; i++) {
            differences.set(1, i, scale * slope[i]);
        }
    }

    private void predict() {
        int k = k();
        double alpha = method.alpha(k);
        System.arraycopy(y, 0, predicted, 0, y.length);
        Arrays.fill(psi, 0);
        for (int j = 1; j <= k; j++) {
            double gamma = Bdf.gamma(j) / alpha;
            for (int i = 0; i < y.length; i++) {
                double difference = differences.get(j, i);
                predicted[i] += difference;
                psi[i] = Math.fma(gamma, difference, psi[i]);
            }
        }
    }

    /* The differences at the end of the attempt. */
    private void update() {
        int k = k();
        double constant = method.errorConstant(k);
        for (int i = 0; i < y.length; i++) {
            error[i] = constant * change[i];
            after[k + 2][i] = change[i] - differences.get(k + 1, i);
            after[k + 1][i] = change[i];
            for (int j = k; j >= 1; j--) {
                after[j][i] = differences.get(j, i) + after[j + 1][i];
            }
        }
    }

    @Override
    public Verdict judge(Tolerance tolerance, double length) {
        if (failed) {
            return new Verdict(false, 0.3 * length);
        }
        double size = tolerance.norm(y, next(), error, y.length);
        return size <= 1 ? accepted(tolerance, size, length) : rejected(tolerance, size, length);
    }

    private Verdict rejected(Tolerance tolerance, double size, double length) {
        if (!(size < Double.POSITIVE_INFINITY) || failures++ > 0) {
            return new Verdict(false, 0.5 * length);
        }
        int k = k();
        double factor = factor(1.2, size, k);
        if (k > method.lowest()) {
            double lower = factor(1.3, size(tolerance, k - 1), k - 1);
            if (lower > factor) {
                memory[orderAt] = k - 1;
                factor = Math.min(1, lower);
            }
        }
        return new Verdict(false, length * Math.max(0.1, factor));
    }

    private Verdict accepted(Tolerance tolerance, double size, double length) {
        int k = k();
        if (memory[equalAt] < k) {
            return new Verdict(true, length);
        }
        boolean free = k >= method.lowest();
        double same = factor(1.2, size, k);
        double lower = k > method.lowest() ? factor(1.3, size(tolerance, k - 1), k - 1) : 0;
        double higher = free && k < method.highest() ? factor(1.4, size(tolerance, k + 1), k + 1) : 0;
        double longest = Math.max(same, Math.max(lower, higher));
        if (free && longest > 1) {
            chosen = longest == same ? k : longest == lower ? k - 1 : k + 1;
        }
        return new Verdict(true, length * Math.max(1, longest));
    }

    /* The error, relative to the tolerance, had the order been a neighboring one. */
    private double size(Tolerance tolerance, int order) {
        double constant = method.errorConstant(order);
        for (int i = 0; i < y.length; i++) {
            neighbor[i] = constant * after[order + 1][i];
        }
        return tolerance.norm(y, next(), neighbor, y.length);
    }

    private static double factor(double safety, double size, int order) {
        return size == 0 ? 10 : Math.min(10, 1 / (safety * Elementary.exp(Elementary.log(size) / (order + 1))));
    }

    @Override
    public void accept(double to) {
        int k = k();
        time = to;
        System.arraycopy(after[0], 0, y, 0, y.length);
        for (int j = 1; j <= k + 2; j++) {
            differences.set(j, after[j]);
        }
        memory[equalAt] = chosen == k ? memory[equalAt] + 1 : 0;
        memory[orderAt] = chosen;
        corrector.accept();
        failures = 0;
        failed = false;
    }

    @Override
    public double[] derivative() {
        return derivative(time, y);
    }

    @Override
    public double[] next() {
        return failed ? error : after[0];
    }

    @Override
    public double[] error() {
        return error;
    }

    @Override
    public int order() {
        return k() + 1;
    }

    @Override
    public Interpolant interpolant() {
        return INTERPOLANTS[k()];
    }

    @Override
    public double[] piece(int i) {
        return after[i];
    }

    @Override
    public Work work() {
        return super.work().plus(corrector.work());
    }

    @Override
    public String trouble() {
        return failed ? corrector.trouble() : "";
    }

    @Override
    public String firstNonFinite() {
        return corrector.firstNonFinite();
    }
}
