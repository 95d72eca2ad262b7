package org.nde4j.core.solve;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * Stiff problems with known end values: E. Hairer, G. Wanner, Solving ODEs II; F. Mazzia, C. Magherini, Test Set for
 * Initial Value Problem Solvers, 2008.
 *
 * @param field the field
 * @param start the state at 0
 * @param end where it ends
 * @param reference the state there
 * @param parameters the parameters of the field
 */
public record StiffProblems(Field field, double[] start, double end, double[] reference, double[]... parameters) {
    /** The rates of {@link #robertson}. */
    public static final double[] ROBERTSON_RATES = {0.04, 3e7, 1e4};

    /** Robertson's reaction; its parameters are the three rates. */
    public static final Field ROBERTSON = written(3, 3, (t, y, k) -> {
        Value slow = t.mul(k[0], y[0]);
        Value fast = t.mul(k[1], t.mul(y[1], y[1]));
        Value back = t.mul(k[2], t.mul(y[1], y[2]));
        Value first = t.sub(back, slow);
        return List.of(first, t.sub(t.neg(first), fast), fast);
    });

    /** The van der Pol oscillator; its parameter is mu. */
    public static final Field VAN_DER_POL = written(2, 1, (t, y, p) -> {
        Value bent = t.mul(t.shift(t.neg(t.mul(y[0], y[0])), 1), y[1]);
        return List.of(y[1], t.sub(t.mul(p[0], bent), y[0]));
    });

    /** The same in the time in which it is singularly perturbed: x' = v, eps v' = (1 - x^2) v - x. */
    public static final Field VAN_DER_POL_FAST = written(2, 1, (t, y, eps) -> {
        Value bent = t.mul(t.shift(t.neg(t.mul(y[0], y[0])), 1), y[1]);
        return List.of(y[1], t.div(t.sub(bent, y[0]), eps[0]));
    });

    /** The high irradiance response of plants; its parameters are six rates. */
    public static final Field HIRES = written(8, 6, (t, y, a) -> {
        Value r = t.mul(a[4], t.mul(y[5], y[7]));
        return List.of(
                t.shift(sum(t, t.neg(t.mul(a[0], y[0])), t.mul(a[1], y[1]), t.mul(a[2], y[2])), 0.0007),
                t.sub(t.mul(a[0], y[0]), t.mul(a[3], y[1])),
                sum(t, t.scale(y[2], -10.03), t.mul(a[1], y[3]), t.scale(y[4], 0.035)),
                sum(t, t.mul(a[2], y[1]), t.mul(a[0], y[2]), t.scale(y[3], -1.12)),
                sum(t, t.scale(y[4], -1.745), t.mul(a[1], y[5]), t.mul(a[1], y[6])),
                sum(t, t.neg(r), t.scale(y[3], 0.69), t.mul(a[0], y[4]), t.neg(t.mul(a[1], y[5])), t.scale(y[6], 0.69)),
                t.sub(r, t.mul(a[5], y[6])),
                t.sub(t.mul(a[5], y[6]), r));
    });

    private static final double KS = 115.83;

    /** The chemical Akzo Nobel problem: five differential equations and an algebraic one. */
    public static final Field AKZO = Dae.diagonal(
            written(6, 0, (t, y, p) -> {
                Value root = t.sqrt(y[1]);
                Value r1 = t.scale(t.mul(t.power(y[0], 4), root), 18.7);
                Value r2 = t.scale(t.mul(y[2], y[3]), 0.58);
                Value r3 = t.scale(t.mul(y[0], y[4]), 0.58 / 34.4);
                Value r4 = t.scale(t.mul(y[0], t.mul(y[3], y[3])), 0.09);
                Value r5 = t.scale(t.mul(t.mul(y[5], y[5]), root), 0.42);
                Value in = t.affine(y[1], -3.3, 3.3 * 0.9 / 737);
                return List.of(
                        t.combine(new double[] {-2, 1, -1, -1}, r1, r2, r3, r4),
                        t.combine(new double[] {-0.5, -1, -0.5, 1}, r1, r4, r5, in),
                        t.combine(new double[] {1, -1, 1}, r1, r2, r3),
                        t.combine(new double[] {-1, 1, -2}, r2, r3, r4),
                        t.combine(new double[] {1, -1, 1}, r2, r3, r5),
                        t.sub(t.scale(t.mul(y[0], y[3]), KS), y[5]));
            }),
            1,
            1,
            1,
            1,
            1,
            0);

    /** Robertson's reaction to 1e11. */
    public static StiffProblems robertson() {
        return new StiffProblems(
                ROBERTSON,
                new double[] {1, 0, 0},
                1e11,
                new double[] {2.083340149701255e-8, 8.333360770334713e-14, 0.9999999791665050},
                ROBERTSON_RATES);
    }

    /** The van der Pol oscillator with mu = 1000 to 2000. */
    public static StiffProblems vanDerPol() {
        return new StiffProblems(
                VAN_DER_POL,
                new double[] {2, 0},
                2000,
                new double[] {1.706167732170469, -8.928097010248125e-4},
                new double[] {1000});
    }

    /** The singularly perturbed van der Pol oscillator with eps = 1e-6 to 2. */
    public static StiffProblems vanDerPolFast() {
        return new StiffProblems(
                VAN_DER_POL_FAST,
                new double[] {2, 0},
                2,
                new double[] {1.706167732170483, -0.8928097010247975},
                new double[] {1e-6});
    }

    /** HIRES to 321.8122. */
    public static StiffProblems hires() {
        return new StiffProblems(
                HIRES,
                new double[] {1, 0, 0, 0, 0, 0, 0, 0.0057},
                321.8122,
                new double[] {
                    7.371312573325668e-4,
                    1.442485726316185e-4,
                    5.888729740967575e-5,
                    1.175651343283149e-3,
                    2.386356198831331e-3,
                    6.238968252742796e-3,
                    2.849998395185769e-3,
                    2.850001604814231e-3
                },
                new double[] {1.71, 0.43, 8.32, 8.75, 280, 1.81});
    }

    /** The chemical Akzo Nobel problem to 180. */
    public static StiffProblems akzo() {
        return new StiffProblems(
                AKZO, new double[] {0.444, 0.00123, 0, 0.007, 0, KS * 0.444 * 0.007}, 180, new double[] {
                    .1150794920661702,
                    1.203831471567715e-3,
                    .1611562887407974,
                    3.656156421249283e-4,
                    .01708010885264404,
                    4.873531310307455e-3
                });
    }

    /** The greatest error of a component relative to its reference. */
    public double error(double[] last) {
        double worst = 0;
        for (int i = 0; i < reference.length; i++) {
            worst = Math.max(worst, Math.abs(last[i] / reference[i] - 1));
        }
        return worst;
    }

    private interface Body {
        List<Value> write(Trace t, Value[] y, Value[] p);
    }

    private static Field written(int states, int parameters, Body body) {
        List<Shape> shapes = parameters == 0 ? List.of() : List.of(Shape.of(parameters));
        return Field.of(states, shapes, (t, time, y, p) -> {
            Value[] c = columns(states, t::column, y);
            Value[] k = columns(
                    parameters, (all, i) -> t.like(t.slice(all, 0, i, i + 1), c[0]), p.isEmpty() ? y : p.get(0));
            return t.columns(body.write(t, c, k));
        });
    }

    private static Value[] columns(int n, BiFunction<Value, Integer, Value> pick, Value from) {
        Value[] all = new Value[n];
        Arrays.setAll(all, i -> pick.apply(from, i));
        return all;
    }

    private static Value sum(Trace t, Value... terms) {
        double[] ones = new double[terms.length];
        Arrays.fill(ones, 1);
        return t.combine(ones, terms);
    }
}
