package org.nde4j.core.solve.stabilized;

import java.util.Arrays;
import org.nde4j.core.equation.Field;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.core.solve.FieldStepper;
import org.nde4j.core.solve.Interpolant;
import org.nde4j.core.solve.StepController.Verdict;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.Tolerance;

/**
 * The bench of {@link Rock2} and {@link Rock4}. Its memory: the derivative where it stands, the eigenvectors, the greatest
 * eigenvalue, how many steps ago it was estimated (-1: never), error and length of the last step,
 * and whether an attempt was rejected since.
 */
final class RockStepper extends FieldStepper implements Stepper.Choosing {
    private static final int LASTING = 25;

    private final RockFamily family;
    private final RockFormula[] formulas;
    private final double bound;
    private final double[] memory;
    private final int radiusAt;
    private final int ageAt;
    private final int errorAt;
    private final int lengthAt;
    private final int rejectedAt;
    private final Spectrum spectrum;
    private double[] before;
    private double[] current;
    private final double[] error;
    private final double[][] stage;
    private final double[] next;
    private final double[] last;
    private final double[] scaledFirst;
    private final double[] scaledLast;
    private double tried;
    private double needed;
    private boolean failed;
    private boolean evaluated;
    private double errorTried;

    RockStepper(RockFamily family, double bound, Field field, int batch) {
        super(field, batch);
        this.family = family;
        this.formulas = new RockFormula[family.size()];
        this.bound = bound;
        this.radiusAt = 2 * size;
        this.ageAt = radiusAt + 1;
        this.errorAt = radiusAt + 2;
        this.lengthAt = radiusAt + 3;
        this.rejectedAt = radiusAt + 4;
        this.memory = new double[radiusAt + 5];
        this.spectrum = new Spectrum(batch, field.size());
        this.before = new double[size];
        this.current = new double[size];
        this.error = new double[size];
        this.stage = new double[family.finishing()][size];
        this.next = new double[size];
        this.last = new double[size];
        this.scaledFirst = new double[size];
        this.scaledLast = new double[size];
    }

    @Override
    public void start(double start, double[] state) {
        stand(start, state);
        Arrays.fill(memory, 0);
        System.arraycopy(derivative(time, y), 0, memory, 0, size);
        System.arraycopy(memory, 0, memory, size, size);
        memory[ageAt] = -1;
    }

    @Override
    public void resume(double at, double[] state, double[] remembered) {
        stand(at, state);
        System.arraycopy(remembered, 0, memory, 0, memory.length);
    }

    @Override
    public double[] memory() {
        return memory;
    }

    @Override
    public void attempt(double length) {
        tried = length;
        evaluated = false;
        needed = radius() * Math.abs(length);
        failed = !(needed <= family.greatest());
        if (failed) {
            Arrays.fill(next, Double.NaN);
            Arrays.fill(error, Double.NaN);
        } else {
            RockFormula formula = formula(family.index(needed));
            finish(formula, recur(formula));
        }
    }

    private double radius() {
        if (!Double.isNaN(bound)) {
            return bound;
        }
        if (memory[ageAt] < 0 || memory[ageAt] >= LASTING) {
            memory[radiusAt] = spectrum.estimate(this, time, y, memory, memory, size);
            memory[ageAt] = 0;
        }
        return memory[radiusAt];
    }

    private RockFormula formula(int index) {
        if (formulas[index] == null) {
            formulas[index] = family.formula(index);
        }
        return formulas[index];
    }

    /* The recurrence; gives how far in time it went, in lengths of the step. The states are then the current ones. */
    private double recur(RockFormula formula) {
        double tauBefore = 0;
        double tau = formula.mu(0);
        System.arraycopy(y, 0, before, 0, size);
        double first = tried * tau;
        for (int i = 0; i < size; i++) {
            current[i] = Math.fma(first, memory[i], y[i]);
        }
        for (int j = 1; j < formula.recurrence(); j++) {
            double kappa = formula.kappa(j);
            double mu = formula.mu(j);
            double[] f = derivative(time + tau * tried, current);
            for (int i = 0; i < size; i++) {
                double turned = Math.fma(kappa, current[i] - before[i], current[i]);
                before[i] = Math.fma(tried * mu, f[i], turned);
            }
            double[] swapped = before;
            before = current;
            current = swapped;
            double later = mu + Math.fma(kappa, tau - tauBefore, tau);
            tauBefore = tau;
            tau = later;
        }
        return tau;
    }

    /* The stages after the recurrence. */
    private void finish(RockFormula formula, double tau) {
        int count = formula.finishing();
        System.arraycopy(current, 0, next, 0, size);
        Arrays.fill(error, 0);
        for (int k = 0; k < count; k++) {
            System.arraycopy(current, 0, before, 0, size);
            double c = 0;
            for (int j = 0; j < k; j++) {
                c += formula.a(k, j);
                add(tried * formula.a(k, j), stage[j], before);
            }
            System.arraycopy(derivative(time + (tau + c) * tried, before), 0, stage[k], 0, size);
            add(tried * formula.b(k), stage[k], next);
            add(tried * formula.error(k), stage[k], error);
        }
        if (formula.error(count) != 0) {
            add(tried * formula.error(count), end(), error);
        }
    }

    private static void add(double factor, double[] x, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(factor, x[i], to[i]);
        }
    }

    /* The derivative at the end of the attempt. */
    private double[] end() {
        if (!evaluated) {
            System.arraycopy(derivative(time + tried, next), 0, last, 0, size);
            evaluated = true;
        }
        return last;
    }

    /* Elementary control, and from the second step on no longer than the trend of the errors promises. */
    @Override
    public Verdict judge(Tolerance tolerance, double length) {
        double longest = 0.9 * family.greatest() / radius();
        if (failed) {
            return refuse(Math.copySign(longest, length));
        }
        errorTried = Math.max(tolerance.norm(y, next, error, size), 1e-10);
        if (!(errorTried < Double.POSITIVE_INFINITY)) {
            return refuse(0.2 * length);
        }
        double factor = root(1 / errorTried);
        if (errorTried > 1) {
            return refuse(length * Math.max(0.1, 0.8 * factor));
        }
        if (memory[errorAt] > 0) {
            double trend = root(memory[errorAt] / errorTried) * (length / memory[lengthAt]);
            factor *= Math.min(1, trend);
        }
        double most = memory[rejectedAt] == 1 ? 1 : 2;
        double next = Math.abs(length) * Math.min(most, Math.max(0.1, 0.8 * factor));
        return new Verdict(true, Math.copySign(Math.min(longest, next), length));
    }

    private Verdict refuse(double length) {
        memory[rejectedAt] = 1;
        memory[ageAt] = memory[ageAt] > 0 ? LASTING : memory[ageAt];
        return new Verdict(false, length);
    }

    private double root(double x) {
        return Elementary.exp(Elementary.log(x) / family.order());
    }

    @Override
    public void accept(double to) {
        System.arraycopy(end(), 0, memory, 0, size);
        System.arraycopy(next, 0, y, 0, size);
        time = to;
        memory[ageAt]++;
        memory[errorAt] = errorTried;
        memory[lengthAt] = tried;
        memory[rejectedAt] = 0;
    }

    @Override
    public double[] derivative() {
        return memory;
    }

    @Override
    public double[] next() {
        return next;
    }

    @Override
    public double[] error() {
        return error;
    }

    @Override
    public int order() {
        return family.order();
    }

    @Override
    public double stiffness() {
        return Double.isNaN(bound) ? memory[radiusAt] : bound;
    }

    @Override
    public Interpolant interpolant() {
        return Interpolant.HERMITE;
    }

    @Override
    public double[] piece(int i) {
        return switch (i) {
            case 0 -> y;
            case 1 -> next;
            case 2 -> scaled(memory, scaledFirst);
            default -> scaled(end(), scaledLast);
        };
    }

    private double[] scaled(double[] f, double[] to) {
        for (int i = 0; i < size; i++) {
            to[i] = tried * f[i];
        }
        return to;
    }

    @Override
    public String firstNonFinite() {
        return failed
                ? "the step itself, because the greatest eigenvalue, about " + needed / Math.abs(tried)
                        + ", asks for more than " + family.stages(family.size() - 1)
                        + " stages: take shorter steps, or an implicit method such as Bdf"
                : "an evaluation of the field in one of the stages";
    }
}
