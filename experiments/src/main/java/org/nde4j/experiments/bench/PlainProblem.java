package org.nde4j.experiments.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Solver;
import org.nde4j.experiments.problem.Measure;
import org.nde4j.experiments.problem.TestProblem;
import org.nde4j.experiments.problem.TestProblems;

/**
 * A problem whose end is known.
 *
 * @param name what it is called
 * @param field its right-hand side
 * @param start where it starts, at time 0
 * @param end when it ends
 * @param reference the states there, by extrapolation in 30 digits
 * @param parameters of the field
 */
record PlainProblem(String name, Field field, double[] start, double end, double[] reference, double[]... parameters) {
    /** The relative error of an end in the Euclidean norm. */
    double error(double[] states) {
        return Measure.EUCLIDEAN.of(states, reference);
    }

    Repeated repeated(Solver solver, double tolerance) {
        return new Repeated(Solve.with(solver, PidController.of(tolerance, tolerance)), field, end, start, parameters);
    }

    /** A problem of the catalog. */
    private static PlainProblem of(String name, double... end) {
        TestProblem known = TestProblems.named(name);
        return new PlainProblem(name, known.field(), known.start(), known.to(), end);
    }

    static List<PlainProblem> all() {
        return List.of(lorenz(), vanDerPol(), lotkaVolterra(), arenstorf(), pleiades());
    }

    private static PlainProblem lorenz() {
        return of("lorenz", -4.9026875411346457268, -3.7438729218029196181, 24.690858102790555438);
    }

    /** mu = 1. */
    private static PlainProblem vanDerPol() {
        Field field = states(2, (t, y) -> List.of(y[1], t.sub(t.mul(t.affine(t.mul(y[0], y[0]), -1, 1), y[1]), y[0])));
        double[] end = {2.0081497621749485876, -0.042508875273202168472};
        return new PlainProblem("vdp1", field, new double[] {2, 0}, 20, end);
    }

    private static PlainProblem lotkaVolterra() {
        return of("lotka", 0.7137513780977593911, 0.075407796240794685176);
    }

    /** One period; the start is where it would return to if it were known to more digits. */
    private static PlainProblem arenstorf() {
        return of(
                "arenstorf",
                0.99399999999990886736,
                -3.0307343490185308471e-13,
                -4.9281627696663928288e-11,
                -2.0015851063932660263);
    }

    /** Seven bodies in a plane, with masses 1 to 7. */
    private static PlainProblem pleiades() {
        int[] self = IntStream.range(0, 42).map(k -> k / 6).toArray();
        int[] other =
                IntStream.range(0, 42).map(k -> k % 6 + (k % 6 < k / 6 ? 0 : 1)).toArray();
        Field field = Field.of(28, List.of(Shape.of(42)), (t, time, y, p) -> {
            Value x = t.slice(y, 1, 0, 7);
            Value z = t.slice(y, 1, 7, 14);
            Value dx = t.sub(t.gather(x, 1, other), t.gather(x, 1, self));
            Value dz = t.sub(t.gather(z, 1, other), t.gather(z, 1, self));
            Value distance = cubed(t, t.add(t.mul(dx, dx), t.mul(dz, dz)));
            Value force = t.div(t.spread(p.get(0), dx.shape(), 1), distance);
            Shape pairs = Shape.of(y.shape().dim(0), 7, 6);
            return t.concat(
                    1,
                    t.slice(y, 1, 14, 28),
                    t.sum(t.reshape(t.mul(force, dx), pairs), 2),
                    t.sum(t.reshape(t.mul(force, dz), pairs), 2));
        });
        double[] start = {
            3, 3, -1, -3, 2, -2, 2, 3, -3, 2, 0, 0, -4, 4, 0, 0, 0, 0, 0, 1.75, -1.5, 0, 0, 0, -1.25, 1, 0, 0
        };
        double[] end = {
            0.37061391439705180963,
            3.2372840920572330865,
            -3.2225590324183233994,
            0.65970914557753078591,
            0.34255817071565803628,
            1.5621721014006310078,
            -0.70030929222124959376,
            -3.9434375855173919441,
            -3.2713809739725499363,
            5.2250818434565442614,
            -2.5906124349774694992,
            1.198213693392274567,
            -0.24296823449358233528,
            1.0914492404289797437,
            3.4170038063143158136,
            1.3545845016255012108,
            -2.5900655978107754572,
            2.0250537347142409014,
            -1.1558151001604487376,
            -0.80729881702230220227,
            0.59523963542087163317,
            -3.7412449612340079614,
            0.37734596857506289545,
            0.93868588695510796425,
            0.36679222272005691647,
            -0.34740463538084945353,
            2.3449154481809369381,
            -1.9470204342632919642
        };
        double[] masses = Arrays.stream(other).mapToDouble(j -> j + 1).toArray();
        return new PlainProblem("pleiades", field, start, 3, end, masses);
    }

    private static Value cubed(Trace t, Value square) {
        return t.mul(square, t.sqrt(square));
    }

    /** What a field of states that are written one by one says. */
    interface Equations {
        List<Value> write(Trace t, Value[] y);
    }

    /** A field without parameters, state by state. */
    static Field states(int n, Equations equations) {
        return Field.of(n, List.of(), (t, time, y, p) -> {
            Value[] states =
                    IntStream.range(0, n).mapToObj(i -> t.slice(y, 1, i, i + 1)).toArray(Value[]::new);
            return t.concat(1, equations.write(t, states).toArray(Value[]::new));
        });
    }
}
