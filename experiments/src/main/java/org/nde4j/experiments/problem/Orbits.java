package org.nde4j.experiments.problem;

import static org.nde4j.experiments.problem.Equations.field;
import static org.nde4j.experiments.problem.Equations.secondOrder;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.equation.Field;

/** Bodies that draw each other, and other problems of mechanics. */
final class Orbits {
    /** A body in the plane of Newton's unit center: x, y, x', y'. */
    static final Field KEPLER = secondOrder(2, s -> {
        Columns cube = cubedLength(s.y(1), s.y(2));
        return List.of(s.y(1).over(cube).negated(), s.y(2).over(cube).negated());
    });

    private static final double MOON = 0.012277471;

    private Orbits() {}

    static List<TestProblem> all() {
        return List.of(arenstorf(), smallArenstorf(), pleiades(), kepler(), henonHeiles(), pendulum());
    }

    /** Where an orbit of the given eccentricity is nearest to the center, and how fast it is there. */
    static double[] nearest(double eccentricity) {
        return new double[] {1 - eccentricity, 0, 0, Math.sqrt((1 + eccentricity) / (1 - eccentricity))};
    }

    private static TestProblem arenstorf() {
        return arenstorf("arenstorf", "four loops", 17.0652165601579625588917206249, -2.00158510637908252240537862224)
                .allowing(100_000);
    }

    private static TestProblem smallArenstorf() {
        return arenstorf(
                        "arenstorf-small",
                        "three loops",
                        11.124340337266085134999734047,
                        -2.0317326295573368357302057924)
                .allowing(100_000);
    }

    private static TestProblem arenstorf(String name, String loops, double period, double speed) {
        double[] start = {0.994, 0, 0, speed};
        return TestProblem.of(
                        name,
                        "Arenstorf's closed orbit around earth and moon, " + loops
                                + "; Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I, 1993, II.0",
                        field(4, Orbits::restrictedThreeBodies),
                        period,
                        start)
                .ending(Reference.of(1e-10, "it returns to its start", start));
    }

    private static List<Columns> restrictedThreeBodies(States s) {
        Columns x = s.y(1);
        Columns y = s.y(2);
        Columns earth = x.plus(MOON);
        Columns moon = x.minus(1 - MOON);
        Columns toEarth = cubedLength(earth, y);
        Columns toMoon = cubedLength(moon, y);
        Columns ax = earth.over(toEarth).times(1 - MOON).plus(moon.over(toMoon).times(MOON));
        Columns ay = y.over(toEarth).times(1 - MOON).plus(y.over(toMoon).times(MOON));
        return List.of(
                s.y(3),
                s.y(4),
                x.plus(s.y(4).times(2)).minus(ax),
                y.minus(s.y(3).times(2)).minus(ay));
    }

    private static TestProblem pleiades() {
        double[] start = {
            3, 3, -1, -3, 2, -2, 2, 3, -3, 2, 0, 0, -4, 4, 0, 0, 0, 0, 0, 1.75, -1.5, 0, 0, 0, -1.25, 1, 0, 0
        };
        double[] end = {
            0.3706139143970518,
            3.237284092057233,
            -3.222559032418323,
            0.6597091455775308,
            0.3425581707156581,
            1.562172101400631,
            -0.7003092922212496,
            -3.943437585517392,
            -3.271380973972550,
            5.225081843456544,
            -2.590612434977469,
            1.198213693392275,
            -0.2429682344935823,
            1.091449240428980,
            3.417003806314316,
            1.354584501625501,
            -2.590065597810775,
            2.025053734714241,
            -1.155815100160449,
            -0.8072988170223022,
            0.5952396354208716,
            -3.741244961234008,
            0.3773459685750629,
            0.9386858869551080,
            0.3667922227200569,
            -0.3474046353808495,
            2.344915448180938,
            -1.947020434263293
        };
        return TestProblem.of(
                        "pleiades",
                        "Seven stars in a plane, with masses 1 to 7; Hairer, Norsett and Wanner 1993, II.10, and the Test "
                                + "Set for IVP Solvers, Bari and CWI",
                        secondOrder(14, Orbits::sevenStars),
                        3,
                        start)
                .ending(Reference.of(1e-14, "extrapolation in 30 digits; agrees with the published values", end))
                .allowing(2000);
    }

    /* Positions are x1 to x7 and then y1 to y7; every pair is written once. */
    private static List<Columns> sevenStars(States s) {
        Columns[] force = new Columns[14];
        for (int i = 0; i < 7; i++) {
            for (int j = i + 1; j < 7; j++) {
                Columns dx = s.y(j + 1).minus(s.y(i + 1));
                Columns dy = s.y(j + 8).minus(s.y(i + 8));
                Columns cube = cubedLength(dx, dy);
                attract(force, i, j, dx.over(cube));
                attract(force, 7 + i, 7 + j, dy.over(cube));
            }
        }
        return new ArrayList<>(List.of(force));
    }

    private static void attract(Columns[] force, int i, int j, Columns pull) {
        Columns onI = pull.times(j % 7 + 1);
        Columns onJ = pull.times(-(i % 7 + 1));
        force[i] = force[i] == null ? onI : force[i].plus(onI);
        force[j] = force[j] == null ? onJ : force[j].plus(onJ);
    }

    private static TestProblem kepler() {
        double e = 0.6;
        double[] start = nearest(e);
        return TestProblem.of(
                        "kepler",
                        "Ten turns of a planet, eccentricity 0.6; Hairer, Lubich and Wanner, Geometric Numerical "
                                + "Integration, 2006, I.2",
                        KEPLER,
                        20 * Math.PI,
                        start)
                .ending(Reference.of(1e-14, "it returns to its start", start))
                .allowing(100_000);
    }

    private static TestProblem henonHeiles() {
        Field field = secondOrder(2, s -> {
            Columns x = s.y(1);
            Columns y = s.y(2);
            return List.of(
                    x.plus(x.times(y).times(2)).negated(), y.squared().minus(y).minus(x.squared()));
        });
        return TestProblem.of(
                        "henon-heiles",
                        "A star in a galaxy, energy 0.121; M. Henon and C. Heiles 1964, doi:10.1086/109234",
                        field,
                        100,
                        0,
                        0.3,
                        0.4,
                        0.1)
                .ending(Reference.of(
                        1e-15,
                        "Taylor series in 25 digits",
                        -0.18706900345632841401,
                        0.40374323924953020953,
                        0.064349392998823478981,
                        0.23552844932305930347))
                .allowing(1000);
    }

    private static TestProblem pendulum() {
        return TestProblem.of(
                        "pendulum",
                        "A pendulum let go at 2 radians",
                        secondOrder(1, s -> List.of(s.y(1).sin().negated())),
                        50,
                        2,
                        0)
                .ending(Reference.of(
                        1e-15, "closed form in elliptic functions", 1.9955858288993815938, 0.089641906207646835873))
                .allowing(500);
    }

    private static Columns cubedLength(Columns x, Columns y) {
        Columns square = x.squared().plus(y.squared());
        return square.times(square.sqrt());
    }
}
