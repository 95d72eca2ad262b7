package org.nde4j.core.solve.multistep;

import java.util.Arrays;
import org.nde4j.core.equation.Field;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.core.solve.FieldStepper;
import org.nde4j.core.solve.Interpolant;
import org.nde4j.core.solve.StepController.Verdict;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.Tolerance;

/**
 * The bench of {@link Adams}. Its memory: the modified divided differences of the derivative, the newest derivative first;
 * the ages of the points; then the number of terms k, of points, of equal steps, the last length, and whether it is still
 * starting.
 */
final class AdamsStepper extends FieldStepper implements Stepper.Choosing {
    private final Adams method;
    private final int points;
    private final double[] memory;
    private final int agesAt;
    private final int termsAt;
    private final int pointsAt;
    private final int equalAt;
    private final int lengthAt;
    private final int startingAt;
    private final AdamsWeights weights = new AdamsWeights();
    private final double[] next;
    private final double[] error;
    private final double[] sum;
    private final double[] neighbor;
    private final double[][] star;
    private final double[] newest;
    private Interpolant interpolant;
    private double tried;
    private int chosen;
    private int failures;
    private boolean starts;

    AdamsStepper(Adams method, Field field, int batch) {
        super(field, batch);
        this.method = method;
        this.points = method.highest();
        this.agesAt = points * size;
        this.termsAt = agesAt + points;
        this.pointsAt = termsAt + 1;
        this.equalAt = termsAt + 2;
        this.lengthAt = termsAt + 3;
        this.startingAt = termsAt + 4;
        this.memory = new double[termsAt + 5];
        this.next = new double[size];
        this.error = new double[size];
        this.sum = new double[size];
        this.neighbor = new double[size];
        this.star = new double[points][size];
        this.newest = new double[size];
    }

    private int k() {
        return (int) memory[termsAt];
    }

    private int known() {
        return (int) memory[pointsAt];
    }

    @Override
    public void start(double start, double[] state) {
        stand(start, state);
        Arrays.fill(memory, 0);
        System.arraycopy(derivative(time, y), 0, memory, 0, size);
        memory[termsAt] = 1;
        memory[pointsAt] = 1;
        memory[startingAt] = 1;
        failures = 0;
    }

    @Override
    public void resume(double at, double[] state, double[] remembered) {
        stand(at, state);
        System.arraycopy(remembered, 0, memory, 0, memory.length);
        failures = 0;
    }

    @Override
    public double[] memory() {
        return memory;
    }

    @Override
    public void attempt(double length) {
        int k = k();
        tried = length;
        interpolant = null;
        starts = memory[startingAt] == 1;
        chosen = k;
        weights.update(length, memory, agesAt, known());
        predict(k, length);
        double[] f = derivative(time + length, next);
        double corrector = length * weights.g(k);
        double constant = length * weights.error(k);
        for (int i = 0; i < size; i++) {
            newest[i] = f[i] - sum[i];
            next[i] = Math.fma(corrector, newest[i], next[i]);
            error[i] = constant * newest[i];
        }
    }

    private void predict(int k, double length) {
        Arrays.fill(sum, 0);
        Arrays.fill(next, 0);
        for (int j = known() - 1; j >= 0; j--) {
            double beta = weights.beta(j);
            double g = j < k ? weights.g(j) : 0;
            double counts = j < k ? 1 : 0;
            double[] s = star[j];
            int from = j * size;
            for (int i = 0; i < size; i++) {
                s[i] = beta * memory[from + i];
                sum[i] = Math.fma(counts, s[i], sum[i]);
                next[i] = Math.fma(g, s[i], next[i]);
            }
        }
        for (int i = 0; i < size; i++) {
            next[i] = Math.fma(length, next[i], y[i]);
        }
    }

    @Override
    public Verdict judge(Tolerance tolerance, double length) {
        int k = k();
        double same = size(tolerance, k);
        double lower = k > 1 ? size(tolerance, k - 1) : Double.POSITIVE_INFINITY;
        double lowest = k > 2 ? size(tolerance, k - 2) : 0;
        boolean lowers =
                k + 1 > method.lowest() && (k == 2 ? lower <= 0.5 * same : k > 2 && Math.max(lower, lowest) <= same);
        if (!(same <= 1)) {
            return rejected(same, lowers ? k - 1 : k, length);
        }
        boolean mayRise = k + 1 < method.highest();
        starts &= mayRise && !lowers;
        double best = same;
        if (lowers) {
            chosen = k - 1;
            best = lower;
        } else if (starts) {
            chosen = k + 1;
        } else if (mayRise && known() > k && memory[equalAt] >= k) {
            double higher = size(tolerance, k + 1);
            if (k + 1 > method.lowest() && lower <= Math.min(same, higher)) {
                chosen = k - 1;
                best = lower;
            } else if (higher < (k == 1 ? 0.5 : 1) * same) {
                chosen = k + 1;
                best = higher;
            }
        }
        return new Verdict(true, length * factor(best));
    }

    private double factor(double best) {
        if (starts || best * (1L << chosen + 1) <= 0.5) {
            return 2;
        }
        return best <= 0.5 ? 1 : Math.min(0.9, Math.max(0.5, root(0.5 / best, chosen + 1)));
    }

    private Verdict rejected(double size, int terms, double length) {
        memory[startingAt] = 0;
        if (!(size < Double.POSITIVE_INFINITY)) {
            return new Verdict(false, 0.2 * length);
        }
        failures++;
        if (failures < 3) {
            memory[termsAt] = terms;
            return new Verdict(false, 0.5 * length);
        }
        memory[termsAt] = 1;
        return new Verdict(false, length * Math.min(0.5, root(0.5 / size, 2)));
    }

    private static double root(double x, int n) {
        return Elementary.exp(Elementary.log(x) / n);
    }

    /* The error of a step with j terms, relative to the tolerance, for j from k - 2 to k + 1. */
    private double size(Tolerance tolerance, int j) {
        int k = k();
        double constant = tried * weights.error(j);
        for (int i = 0; i < size; i++) {
            double difference = newest[i];
            for (int m = k - 1; m >= j; m--) {
                difference += star[m][i];
            }
            neighbor[i] = constant * (j > k ? difference - star[k][i] : difference);
        }
        return tolerance.norm(y, next, neighbor, size);
    }

    @Override
    public void accept(double to) {
        int k = k();
        int count = Math.min(points, known() + 1);
        System.arraycopy(derivative(to, next), 0, memory, 0, size);
        for (int j = 1; j < count; j++) {
            double[] s = star[j - 1];
            for (int i = 0; i < size; i++) {
                memory[j * size + i] = memory[(j - 1) * size + i] - s[i];
            }
        }
        for (int j = count - 1; j >= 1; j--) {
            memory[agesAt + j] = memory[agesAt + j - 1] + tried;
        }
        if (k + 1 < method.lowest()) {
            chosen = k + 1;
        }
        memory[equalAt] = chosen == k && tried == memory[lengthAt] ? memory[equalAt] + 1 : 0;
        memory[lengthAt] = tried;
        memory[termsAt] = chosen;
        memory[pointsAt] = count;
        memory[startingAt] = starts ? 1 : 0;
        time = to;
        System.arraycopy(next, 0, y, 0, size);
        failures = 0;
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
        return k() + 1;
    }

    @Override
    public Interpolant interpolant() {
        if (interpolant == null) {
            interpolant = weights.interpolant(k());
        }
        return interpolant;
    }

    @Override
    public double[] piece(int i) {
        return i == 0 ? y : i <= k() ? star[i - 1] : newest;
    }

    @Override
    public String firstNonFinite() {
        return "the evaluation of the field at the end of the step";
    }
}
