package org.nde4j.experiments.problem;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.explicit.Heun;
import org.nde4j.core.solve.symplectic.Ruth3;
import org.nde4j.core.solve.symplectic.SemiImplicitEuler;
import org.nde4j.core.solve.symplectic.Verlet;
import org.nde4j.core.solve.symplectic.Yoshida4;
import org.nde4j.core.solve.symplectic.Yoshida6;

/** Symplectic methods keep the energy of the catalog's problems of mechanics as well in the end as in the beginning. */
class EnergyTest {
    private static final int STEPS = 4000;

    private static final Map<String, ToDoubleFunction<double[]>> ENERGIES = Map.of(
            "kepler", y -> (y[2] * y[2] + y[3] * y[3]) / 2 - 1 / Math.sqrt(y[0] * y[0] + y[1] * y[1]),
            "henon-heiles",
                    y -> (y[0] * y[0] + y[1] * y[1] + y[2] * y[2] + y[3] * y[3]) / 2
                            + y[0] * y[0] * y[1]
                            - y[1] * y[1] * y[1] / 3,
            "pendulum", y -> y[1] * y[1] / 2 - Math.cos(y[0]));

    static Stream<Arguments> cases() {
        List<Method> methods =
                List.of(new SemiImplicitEuler(), new Verlet(), new Ruth3(), new Yoshida4(), new Yoshida6());
        return ENERGIES.keySet().stream().sorted().flatMap(p -> methods.stream().map(m -> Arguments.of(p, m)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void energy_doesNotDrift(String problem, Method method) {
        double[] off = off(problem, method, STEPS);
        // What the last quarter is off at most is what the first is, but for where in its turns the motion is.
        assertTrue(most(off, 3) < 1.5 * most(off, 0) + 1e-12, most(off, 0) + " grows to " + most(off, 3));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void energy_isKeptToTheOrder(String problem, Method method) {
        double rough = Arrays.stream(off(problem, method, STEPS)).max().orElseThrow();
        double fine = Arrays.stream(off(problem, method, 2 * STEPS)).max().orElseThrow();
        double expected = Math.pow(2, method.order());
        // Half the order's gain at least: the next terms still count; below 1e-12 it is rounding.
        assertTrue(rough / fine > expected / 2 || fine < 1e-12, rough + " falls to " + fine);
    }

    /** So that the claims above can fail. */
    @ParameterizedTest
    @ValueSource(strings = {"henon-heiles", "kepler", "pendulum"})
    void energy_driftsWithOtherMethods(String problem) {
        double[] off = off(problem, new Heun(), STEPS / 4);
        assertTrue(most(off, 3) > 2 * most(off, 0), most(off, 0) + " stays " + most(off, 3));
    }

    private static double[] off(String name, Method method, int steps) {
        TestProblem p = TestProblems.named(name);
        ToDoubleFunction<double[]> energy = ENERGIES.get(name);
        double start = energy.applyAsDouble(p.start());
        double[][] states = Solve.with(method, new ConstantSteps((p.to() - p.from()) / steps))
                .saving(SaveAt.steps(1))
                .run(p.field(), p.from(), p.to(), new Array(Shape.of(1, p.start().length), p.start()))
                .orThrow()
                .states();
        return Arrays.stream(states)
                .mapToDouble(y -> Math.abs(energy.applyAsDouble(y) - start))
                .toArray();
    }

    private static double most(double[] off, int quarter) {
        int n = off.length / 4;
        return Arrays.stream(off, quarter * n, (quarter + 1) * n).max().orElseThrow();
    }
}
