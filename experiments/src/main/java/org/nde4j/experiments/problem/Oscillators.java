package org.nde4j.experiments.problem;

import static org.nde4j.experiments.problem.Equations.field;

import java.util.List;
import org.nde4j.core.equation.Field;

/** Small systems that swing: van der Pol, Lorenz, Lotka and Volterra, the Brusselator. */
final class Oscillators {
    private Oscillators() {}

    static List<TestProblem> all() {
        return List.of(lorenz(), lotkaVolterra(), brusselator(), limitCycle());
    }

    static List<TestProblem> stiff() {
        return List.of(relaxation(), relaxationInFastTime());
    }

    /** y'' = mu (1 - y^2) y' - y. */
    static Field vanDerPol(double mu) {
        return field(2, s -> vanDerPol(s, s.constant(mu)));
    }

    private static List<Columns> vanDerPol(States s, Columns mu) {
        Columns x = s.y(1);
        Columns v = s.y(2);
        return List.of(v, mu.times(x.squared().from(1).times(v)).minus(x));
    }

    private static TestProblem lorenz() {
        Field field = field(3, s -> {
            Columns x = s.y(1);
            Columns y = s.y(2);
            Columns z = s.y(3);
            return List.of(
                    y.minus(x).times(10),
                    x.times(z.from(28)).minus(y),
                    x.times(y).minus(z.times(8.0 / 3)));
        });
        return TestProblem.of(
                        "lorenz",
                        "Lorenz's attractor, sigma 10, rho 28, beta 8/3; E. N. Lorenz 1963, "
                                + "doi:10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2",
                        field,
                        10,
                        1,
                        1,
                        1)
                .ending(Reference.of(
                        1e-15,
                        "extrapolation in 30 digits",
                        -4.9026875411346457268,
                        -3.7438729218029196181,
                        24.690858102790555438))
                .allowing(1000);
    }

    private static TestProblem lotkaVolterra() {
        Field field = field(2, s -> {
            Columns met = s.y(1).times(s.y(2));
            return List.of(s.y(1).times(1.5).minus(met), met.minus(s.y(2).times(3)));
        });
        return TestProblem.of("lotka", "Predators and prey, Lotka 1925 and Volterra 1926", field, 15, 10, 5)
                .ending(Reference.of(
                        1e-15, "extrapolation in 30 digits", 0.7137513780977593911, 0.075407796240794685176));
    }

    private static TestProblem brusselator() {
        Field field = field(2, s -> {
            Columns grown = s.y(1).squared().times(s.y(2));
            return List.of(grown.minus(s.y(1).times(4)).plus(1), s.y(1).times(3).minus(grown));
        });
        return TestProblem.of(
                        "brusselator",
                        "The Brusselator, A = 1, B = 3; Hairer, Norsett and Wanner 1993, II.4",
                        field,
                        20,
                        1.5,
                        3)
                .ending(Detest.published(0.4986370712683478, 4.596780349452011));
    }

    private static TestProblem limitCycle() {
        double[] start = {2.0086198608748431, 0};
        return TestProblem.of(
                        "vdp-cycle",
                        "One turn of van der Pol's limit cycle, mu = 1",
                        vanDerPol(1),
                        6.663286859323130,
                        start)
                .ending(Reference.of(1e-14, "it returns to its start", start));
    }

    private static TestProblem relaxation() {
        return TestProblem.of(
                        "vdp1000",
                        "Van der Pol's equation, mu = 1000 (the parameter); Hairer and Wanner, Solving Ordinary "
                                + "Differential Equations II, 1996, IV.1",
                        field(2, 1, s -> vanDerPol(s, s.p(1))),
                        List.of(new double[] {1000}),
                        2000,
                        2,
                        0)
                .ending(Detest.published(1.706167732170469, -8.928097010248125e-4))
                .asStiff();
    }

    private static TestProblem relaxationInFastTime() {
        Field field = field(2, s -> {
            Columns pull = s.y(1).squared().from(1).times(s.y(2)).minus(s.y(1));
            return List.of(s.y(2), pull.times(1e6));
        });
        return TestProblem.of(
                        "vdp-1e-6",
                        "Van der Pol's equation in scaled time, epsilon = 1e-6; Hairer and Wanner 1996, IV.10",
                        field,
                        2,
                        2,
                        0)
                .ending(Detest.published(1.706167732170483, -0.8928097010247975))
                .asStiff();
    }
}
