package org.nde4j.core.solve.methods;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.adjoint.DifferentiableSolve;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Partitioned;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.DenseOutput;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.ProgramStepper;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.StepController;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.explicit.ExplicitRungeKutta;
import org.nde4j.core.solve.explicit.Vern9;

/** What every method in the list promises, on a driven pendulum, which all of them can solve. */
class MethodsTest {
    /** q'' = -k sin q + cos(2t) / 4. */
    private static final Partitioned PENDULUM = Partitioned.secondOrder(
            1,
            List.of(Shape.of(1)),
            (t, time, q, p) ->
                    t.sub(t.scale(t.cos(t.scale(time, 2)), 0.25), t.mul(t.spread(p.get(0), q.shape(), 1), t.sin(q))));

    private static final double[] START = {1.1, -0.3};
    private static final double[] K = {1.3};
    private static final double END = 2;
    private static final double LENGTH = 1.0 / 128; // times are exact
    private static final double[] EXACT = Solve.with(new Vern9(), PidController.of(1e-13, 1e-13))
            .run(PENDULUM, 0, END, Array.matrix(new double[][] {START}), K)
            .orThrow()
            .last();

    static Stream<Method> all() {
        return Methods.all().stream().map(Methods.Entry::method);
    }

    static Stream<Solver> solvers() {
        return all().filter(Solver.class::isInstance).map(Solver.class::cast);
    }

    private static StepController steps(Method method, double rtol) {
        return method.estimatesError() ? PidController.of(rtol, rtol) : new ConstantSteps(0.005);
    }

    private static Solution solve(Method method, SaveAt saveAt) {
        return Solve.with(method, steps(method, 1e-6))
                .saving(saveAt)
                .run(PENDULUM, 0, END, Array.matrix(new double[][] {START}), K)
                .orThrow();
    }

    @Test
    void list_hasEveryMethodThereIs() {
        Set<String> there = new ClassFileImporter()
                .importPackages("org.nde4j.core.solve").stream()
                        .filter(c -> c.isAssignableTo(Method.class) && !c.isInterface())
                        .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(c -> !c.isEquivalentTo(ExplicitRungeKutta.class))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("MethodOfSteps")) // needs another method and a delay equation
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Methods.names().stream()
                .map(name -> name.replaceAll("\\(.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, listed);
        assertEquals(Methods.all().size(), new TreeSet<>(Methods.names()).size());
    }

    @Test
    void names_areFoundHoweverTheyAreWritten() {
        assertEquals("Tsit5", Methods.named(" tsit5 ").orElseThrow().name());
        assertEquals(new Auto(), Methods.named("auto").orElseThrow());
        assertEquals(new Auto(), Methods.named("auto(tsit5,rodas5p)").orElseThrow());
        assertTrue(Methods.named("Tsit6").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void end_isReachedThereAndBack(Method method) {
        double[] there = solve(method, SaveAt.end()).last();
        double[] back = Solve.with(method, steps(method, 1e-6))
                .run(PENDULUM, END, 0, Array.matrix(new double[][] {EXACT}), K)
                .orThrow()
                .last();
        // 100 x the tolerance; methods of order 1 and 2 have an error of their constant steps, or of thousands of
        // steps.
        double tolerance = method.order() == 1 ? 2e-2 : method.order() == 2 ? 1e-3 : 1e-4;
        assertArrayEquals(EXACT, there, tolerance);
        assertArrayEquals(START, back, tolerance);
    }

    @ParameterizedTest
    @MethodSource("all")
    void denseOutput_meetsTheStatesAtTheEndsOfTheSteps(Method method) {
        Solution steps = solve(method, SaveAt.steps(1));
        DenseOutput dense = solve(method, SaveAt.dense()).dense();
        assertEquals(0, dense.from());
        for (int i = 0; i < steps.times().length; i += 1 + steps.times().length / 20) {
            double[] within = dense.at(Math.min(steps.times()[i], dense.to()));
            assertArrayEquals(steps.states()[i], within, 1e-9); // sums of a dozen pieces, some with large weights
        }
        double time = 0.737 * END;
        double h = 1e-5;
        for (int i = 0; i < 2; i++) {
            double difference = (dense.at(time + h)[i] - dense.at(time - h)[i]) / (2 * h);
            // Differences of values of order 1 to rounding; a corner between two steps may lie between.
            assertEquals(difference, dense.derivative(time)[i], method.order() == 1 ? 0.1 : 1e-3);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void benches_canBeUsedAgainToTheSameBits(Method method) {
        Solve.Bench bench = Solve.with(method, steps(method, 1e-6)).open(PENDULUM, 1);
        double[] first = bench.run(0, END, START, new Ledger(0), K).orThrow().last();
        bench.run(0, END / 3, EXACT, new Ledger(0), new double[] {0.3}).orThrow();
        assertArrayEquals(
                first, bench.run(0, END, START, new Ledger(0), K).orThrow().last());
    }

    @ParameterizedTest
    @MethodSource("all")
    void memory_isAllThatAnotherBenchNeeds(Method method) {
        Output output = new Output(method.estimatesError(), false, true);
        Stepper one = method.open(PENDULUM, 1, output);
        Stepper other = method.open(PENDULUM, 1, output);
        one.parameters(K);
        other.parameters(K);
        one.start(0, START);
        for (int i = 0; i < 7; i++) {
            step(one, i);
        }
        other.resume(7 * LENGTH, one.state().clone(), one.memory().clone());
        for (int i = 7; i < 12; i++) {
            step(one, i);
            step(other, i);
            assertArrayEquals(one.state(), other.state(), "step " + i);
        }
    }

    private static void step(Stepper stepper, int i) {
        stepper.attempt(LENGTH);
        stepper.accept((i + 1) * LENGTH);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void rows_doNotKnowOfEachOther(Solver solver) {
        Output output = new Output(solver.estimatesError(), false, true);
        double[] times = {0.3, 1, 2};
        double[] lengths = {0.05, 0, -0.02};
        double[] states = {1.1, -0.3, 0.2, 0.5, -2, 0.1};
        ProgramStepper all = new ProgramStepper(solver, PENDULUM, 3, output);
        all.parameters(K);
        all.start(times, states);
        all.attempt(lengths);
        for (int row = 0; row < 3; row++) {
            ProgramStepper alone = new ProgramStepper(solver, PENDULUM, 1, output);
            alone.parameters(K);
            alone.start(times[row], Arrays.copyOfRange(states, 2 * row, 2 * row + 2));
            alone.attempt(lengths[row]);
            assertArrayEquals(alone.next(), Arrays.copyOfRange(all.next(), 2 * row, 2 * row + 2), "row " + row);
            if (solver.estimatesError()) {
                assertArrayEquals(alone.error(), Arrays.copyOfRange(all.error(), 2 * row, 2 * row + 2), "row " + row);
            }
        }
        assertArrayEquals(Arrays.copyOfRange(states, 2, 4), Arrays.copyOfRange(all.next(), 2, 4)); // h = 0 stays
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void gradient_agreesWithCentralDifferences(Solver solver) {
        double[] times = {0.35, 1};
        Solve solve = Solve.with(solver, new ConstantSteps(0.1)).saving(SaveAt.times(times));
        DifferentiableSolve whole = DifferentiableSolve.of(solve, PENDULUM, 1, 0, 1);
        double[] weights = {0.7, -1.1, 0.4, 0.9};
        double[][] gradient = whole.at(new double[][] {START, K}).pull(new double[][] {weights});
        double[] direction = {0.6, -0.8, 1.2};
        double h = 1e-4;
        double differences = (along(whole, weights, direction, h) - along(whole, weights, direction, -h)) / (2 * h);
        double exact = gradient[0][0] * direction[0] + gradient[0][1] * direction[1] + gradient[1][0] * direction[2];
        // Differences have an error of h^2; implicit methods add that of their iteration, 1e-10 over h.
        assertEquals(differences, exact, 2e-6);
    }

    private static double along(DifferentiableSolve whole, double[] weights, double[] direction, double h) {
        double[] start = {START[0] + h * direction[0], START[1] + h * direction[1]};
        double[] out =
                whole.at(new double[][] {start, {K[0] + h * direction[2]}}).outputs()[0];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * out[i];
        }
        return sum;
    }
}
