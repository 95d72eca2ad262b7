package org.nde4j.experiments.problem;

import static org.nde4j.experiments.problem.Equations.field;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.equation.Field;

/** Parabolic partial differential equations on a grid, by the method of lines. */
final class Diffusion {
    private Diffusion() {}

    static List<TestProblem> all() {
        return List.of(medicalAkzo(200), heat(50), heatOnSquare(16), brusselator(40), brusselatorOnTorus(16));
    }

    /**
     * Antibodies enter tissue, until t = 5, and bind: u and v at n places in turn, u1 v1 u2 v2 ... Of their 400 values
     * for n = 200 eight are published.
     */
    static TestProblem medicalAkzo(int n) {
        atLeast(3, n);
        double[] start = IntStream.range(0, 2 * n).mapToDouble(i -> i % 2).toArray();
        TestProblem problem = TestProblem.of(
                        named("medical-akzo", n, 200),
                        "Antibodies enter tissue and bind, " + n + " places; R. van der Hout 1994, Test Set for IVP "
                                + "Solvers",
                        field(2 * n, s -> antibodies(s, n)),
                        20,
                        start)
                .scaled(1e-4)
                .asStiff()
                .jumpingAt(5);
        int[] states = {78, 148, 198, 199, 207, 209, 211, 217};
        double[] values = {
            2.339942217046434e-4,
            3.595616017506735e-4,
            1.173741304462833e-4,
            6.190822732534586e-6,
            0.1548747348410801,
            0.4026980529594953,
            0.6649744834198490,
            0.9720896201631835
        };
        return n == 200 ? problem.ending(new Reference(states, values, 1e-8, "published; good to 1e-8")) : problem;
    }

    /* The tissue's depth, from 0 to infinity, is mapped to zeta in [0, 1]; at zeta = 1 nothing flows. */
    private static List<Columns> antibodies(States s, int n) {
        double step = 1.0 / n;
        Columns entering = s.t().below(5, s.constant(2), s.constant(0));
        List<Columns> rates = new ArrayList<>();
        for (int j = 1; j <= n; j++) {
            Columns u = s.y(2 * j - 1);
            Columns bound = u.times(s.y(2 * j)).times(100);
            double root = (j * step - 1) * (j * step - 1) / 4;
            double beta = root * root / (step * step);
            double alpha = 2 * (j * step - 1) * root / 4 / (2 * step);
            if (j < n) {
                Columns left = j == 1 ? entering : s.y(2 * j - 3);
                Columns right = s.y(2 * j + 1);
                double[] weights = {beta - alpha, -2 * beta, beta + alpha, -1};
                rates.add(Columns.combine(weights, left, u, right, bound));
            } else {
                rates.add(bound.negated());
            }
            rates.add(bound.negated());
        }
        return rates;
    }

    /** u_t = u_xx on [0, 1] between cold ends, at n inner points, from sin(pi x) + sin(3 pi x). */
    static TestProblem heat(int n) {
        atLeast(1, n);
        double end = 0.1;
        double cells = n + 1;
        double slow = StrictMath.exp(end * eigenvalue(1, cells));
        double fast = StrictMath.exp(end * eigenvalue(3, cells));
        double[] start = new double[n];
        double[] known = new double[n];
        for (int i = 0; i < n; i++) {
            double x = Math.PI * (i + 1) / cells;
            start[i] = StrictMath.sin(x) + StrictMath.sin(3 * x);
            known[i] = slow * StrictMath.sin(x) + fast * StrictMath.sin(3 * x);
        }
        Grid rod = Grid.rod(n);
        Field field = field(n, s -> {
            Columns cold = s.constant(0);
            return List.of(s.all().differences(rod, cold, cold).times(cells * cells));
        });
        return TestProblem.of(named("heat-1d", n, 50), "Heat in a rod, " + n + " points", field, end, start)
                .ending(Reference.of(1e-13, "closed form of the equations on the grid", known))
                .asStiff();
    }

    /** u_t = u_xx + u_yy on a square with cold sides, at n x n inner points, row by row, from sin(pi x) sin(2 pi y). */
    static TestProblem heatOnSquare(int n) {
        atLeast(1, n);
        double end = 0.05;
        double cells = n + 1;
        double factor = StrictMath.exp(end * (eigenvalue(1, cells) + eigenvalue(2, cells)));
        double[] start = new double[n * n];
        double[] known = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            start[i] =
                    StrictMath.sin(Math.PI * (i % n + 1) / cells) * StrictMath.sin(2 * Math.PI * (i / n + 1) / cells);
            known[i] = factor * start[i];
        }
        Grid square = Grid.square(n);
        Field field = field(
                n * n, s -> List.of(s.all().differences(square, s.constant(0)).times(cells * cells)));
        return TestProblem.of(
                        named("heat-2d", n, 16), "Heat in a square, " + n + " x " + n + " points", field, end, start)
                .ending(Reference.of(1e-13, "closed form of the equations on the grid", known))
                .asStiff();
    }

    /** The growth rate of sin(k pi x) on a grid of so many cells. */
    private static double eigenvalue(int k, double cells) {
        double s = StrictMath.sin(k * Math.PI / (2 * cells));
        return -4 * cells * cells * s * s;
    }

    /** The Brusselator with diffusion 1/50 on [0, 1], ends held at u = 1, v = 3: u at n inner points, and then v. */
    static TestProblem brusselator(int n) {
        atLeast(1, n);
        Grid rod = Grid.rod(n);
        double diffusion = (n + 1.0) * (n + 1.0) / 50;
        Field field = field(2 * n, s -> {
            Columns u = s.all().slice(0, n);
            Columns v = s.all().slice(n, 2 * n);
            Columns grown = u.squared().times(v);
            return List.of(
                    grown.minus(u.times(4)).plus(1).plus(spread(u, rod, diffusion, s.constant(1))),
                    u.times(3).minus(grown).plus(spread(v, rod, diffusion, s.constant(3))));
        });
        double[] start = new double[2 * n];
        for (int i = 0; i < n; i++) {
            start[i] = 1 + StrictMath.sin(2 * Math.PI * (i + 1) / (n + 1));
            start[n + i] = 3;
        }
        TestProblem problem = TestProblem.of(
                        named("brusselator-1d", n, 40),
                        "The Brusselator with diffusion, " + n + " points; Hairer and Wanner 1996, IV.1",
                        field,
                        10,
                        start)
                .asStiff();
        int[] states = {9, 19, 49, 59};
        double[] values = {0.53318878985147, 0.43006072969390, 3.57832380086617, 3.68814582843081};
        return n == 40 ? problem.ending(computed(states, values)) : problem;
    }

    /**
     * The Brusselator with diffusion 1/10 on a torus, with an inflow into a disk from t = 1.1 on: u at n x n points (x
     * runs fastest), and then v.
     */
    static TestProblem brusselatorOnTorus(int n) {
        TestProblem problem = ReactionDiffusion.brusselator(n).problem().joined();
        int[] states = {0, 100, 256, 356};
        double[] values = {2.0267316170426, 2.9918081816601, 3.5689310681834, 2.5439838447278};
        return n == 16 ? problem.ending(computed(states, values)) : problem;
    }

    private static Reference computed(int[] states, double[] values) {
        return new Reference(states, values, 1e-12, "computed: order 8 of Dormand and Prince, tolerance 1e-13");
    }

    private static Columns spread(Columns u, Grid rod, double diffusion, Columns ends) {
        return u.differences(rod, ends, ends).times(diffusion);
    }

    static String named(String name, int n, int usual) {
        return n == usual ? name : name + "-" + n;
    }

    static void atLeast(int least, int n) {
        if (n < least) {
            throw new IllegalArgumentException("a grid with " + n + " points a side; give at least " + least);
        }
    }
}
