package org.nde4j.experiments.problem;

import static org.nde4j.experiments.problem.Equations.field;

import java.util.List;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;

/** Electrical circuits, in volts, amperes, ohms, farads, henries and seconds. */
final class Circuits {
    private Circuits() {}

    static List<TestProblem> all() {
        return List.of(transistorAmplifier(), ringModulator());
    }

    /** Eight node voltages; the capacitors couple their derivatives in pairs, so that the mass matrix has rank 5. */
    private static TestProblem transistorAmplifier() {
        double supply = 6;
        double input = 1000; // the resistor R0
        double r = 9000; // R1 to R9
        Field field = field(8, s -> {
            Columns source = s.t().times(200 * Math.PI).sin().times(0.1);
            Columns first = transistor(s.y(2).minus(s.y(3)));
            Columns second = transistor(s.y(5).minus(s.y(6)));
            return List.of(
                    s.y(1).minus(source).times(1 / input),
                    s.y(2).times(2).minus(supply).times(1 / r).plus(first.times(0.01)),
                    s.y(3).times(1 / r).minus(first),
                    s.y(4).minus(supply).times(1 / r).plus(first.times(0.99)),
                    s.y(5).times(2).minus(supply).times(1 / r).plus(second.times(0.01)),
                    s.y(6).times(1 / r).minus(second),
                    s.y(7).minus(supply).times(1 / r).plus(second.times(0.99)),
                    s.y(8).times(1 / r));
        });
        double c1 = 1e-6;
        double c2 = 2e-6;
        double c3 = 3e-6;
        double c4 = 4e-6;
        double c5 = 5e-6;
        Array mass = Array.matrix(new double[][] {
            {-c1, c1, 0, 0, 0, 0, 0, 0},
            {c1, -c1, 0, 0, 0, 0, 0, 0},
            {0, 0, -c2, 0, 0, 0, 0, 0},
            {0, 0, 0, -c3, c3, 0, 0, 0},
            {0, 0, 0, c3, -c3, 0, 0, 0},
            {0, 0, 0, 0, 0, -c4, 0, 0},
            {0, 0, 0, 0, 0, 0, -c5, c5},
            {0, 0, 0, 0, 0, 0, c5, -c5}
        });
        return TestProblem.of(
                        "transistor-amplifier",
                        "Two transistors amplify a tone of 100 Hz, index 1; P. Rentrop 1989, Test Set for IVP Solvers",
                        new Dae(field, mass),
                        0.2,
                        0,
                        supply / 2,
                        supply / 2,
                        supply,
                        supply / 2,
                        supply / 2,
                        supply,
                        0)
                .ending(Reference.of(
                        2e-13,
                        "published; confirmed by Radau IIA to 1e-13",
                        -0.005562145012262709,
                        3.006522471903042,
                        2.849958788608128,
                        2.926422536206241,
                        2.704617865010554,
                        2.761837778393145,
                        4.770927631616772,
                        1.236995868091548))
                .scaled(0.1)
                .asStiff();
    }

    /** The current through a transistor at a voltage. */
    private static Columns transistor(Columns voltage) {
        return voltage.over(0.026).exp().minus(1).times(1e-6);
    }

    /** Two tones, of 1 and 10 kHz, are multiplied by a ring of four diodes. */
    private static TestProblem ringModulator() {
        return TestProblem.of(
                        "ring-modulator",
                        "Two tones multiplied by a ring of diodes, Cs = 2e-12; E. H. Horneber 1976, Test Set for IVP "
                                + "Solvers",
                        field(15, Circuits::ring),
                        1e-3,
                        new double[15])
                .ending(Reference.of(
                        1e-8,
                        "published; confirmed to 6e-9",
                        -0.02339057358486745,
                        -0.007367485485540825,
                        0.2582956709291169,
                        -0.4064465721283450,
                        -0.4039455665149794,
                        0.2607966765422943,
                        0.1106761861269975,
                        2.939904342435596e-7,
                        -2.840029933642329e-8,
                        7.267198267264553e-4,
                        7.929487196960840e-4,
                        -7.255283495698965e-4,
                        -7.941401968526521e-4,
                        7.088495416976114e-5,
                        2.390059075236570e-5))
                .scaled(1e-5)
                .asStiff();
    }

    private static List<Columns> ring(States s) {
        Columns modulator = s.t().times(2e3 * Math.PI).sin().times(0.5);
        Columns carrier = s.t().times(2e4 * Math.PI).sin().times(2);
        Columns bridge = s.y(7).plus(carrier);
        Columns d1 = diode(s.y(3).minus(s.y(5)).minus(bridge));
        Columns d2 = diode(s.y(6).minus(s.y(4)).minus(bridge));
        Columns d3 = diode(s.y(4).plus(s.y(5)).plus(bridge));
        Columns d4 = diode(bridge.minus(s.y(3)).minus(s.y(6)));
        double c = 1.6e-8;
        double cs = 2e-12;
        double cp = 1e-8;
        double lh = 4.45;
        double ls1 = 0.002;
        double ls2 = 5e-4;
        double ls3 = 5e-4;
        double r = 25000;
        return List.of(
                node(s, 8, 10, 11, 14).minus(s.y(1).times(1 / r)).times(1 / c),
                node(s, 9, 12, 13, 15).minus(s.y(2).times(1 / r)).times(1 / c),
                s.y(10).minus(d1).plus(d4).times(1 / cs),
                d2.minus(s.y(11)).minus(d3).times(1 / cs),
                s.y(12).plus(d1).minus(d3).times(1 / cs),
                d4.minus(s.y(13)).minus(d2).times(1 / cs),
                d1.plus(d2).minus(d3).minus(d4).minus(s.y(7).times(1.0 / 50)).times(1 / cp),
                s.y(1).times(-1 / lh),
                s.y(2).times(-1 / lh),
                s.y(1).times(0.5).minus(s.y(3)).minus(s.y(10).times(17.3)).times(1 / ls2),
                s.y(4).minus(s.y(1).times(0.5)).minus(s.y(11).times(17.3)).times(1 / ls3),
                s.y(2).times(0.5).minus(s.y(5)).minus(s.y(12).times(17.3)).times(1 / ls2),
                s.y(6).minus(s.y(2).times(0.5)).minus(s.y(13).times(17.3)).times(1 / ls3),
                modulator.minus(s.y(1)).minus(s.y(14).times(50 + 36.3)).times(1 / ls1),
                s.y(2).plus(s.y(15).times(600 + 36.3)).times(-1 / ls1));
    }

    /** Currents that meet at a node: a - b / 2 + c / 2 + d. */
    private static Columns node(States s, int a, int b, int c, int d) {
        return s.y(a).plus(s.y(c).minus(s.y(b)).times(0.5)).plus(s.y(d));
    }

    /** The current through a diode at a voltage. */
    private static Columns diode(Columns voltage) {
        return voltage.times(17.7493332).exp().minus(1).times(40.67286402e-9);
    }
}
