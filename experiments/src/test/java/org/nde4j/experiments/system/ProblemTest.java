package org.nde4j.experiments.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.PidController;

/** Every key of a system file, on problems whose solutions are known. */
class ProblemTest {

    private static Solved solved(String system, String... changes) {
        return Problem.of(system, "s.yaml", List.of(changes)).solved();
    }

    private static double[] last(Solved solved) {
        double[][] rows = solved.table().rows();
        assertEquals(List.of(), solved.failure().stream().toList());
        return rows[rows.length - 1];
    }

    private static final String LAG = """
            states: {y: 1}
            parameters: {tau: 1}
            equations: {y: "-delay(y, tau)"}
            time: {to: 3, save: [1, 2, 3]}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Auto", "Tsit5", "Rodas5P", "Vern7"})
    void constantDelay_isSolvedStepByStep(String method) {
        double[] y = solved(LAG, "method=" + method).table().column(0);
        // y is -t + 1, then t^2/2 - 2t + 3/2, then a cubic.
        assertArrayEquals(new double[] {0, -0.5, -1.0 / 6}, y, 1e-7, "global error some ten times rtol = 1e-8");
    }

    @Test
    void historyAndItsBreaks_areRead() {
        String sine = LAG.replace("{y: 1}", "{y: 0}").replace("{tau: 1}", "{tau: 1.5707963267948966}");
        double[] y = solved(sine, "history.y=sin(t)").table().column(0);
        assertArrayEquals(
                new double[] {Math.sin(1), Math.sin(2), Math.sin(3)}, y, 1e-7, "sin' = -sin(t - pi/2), rtol 1e-8");
        // Before the start y is |t + 1/2|; y' = -y(t - 1) then gives y(1) = 1 - 1/4.
        double[] broken = solved(LAG, "history.y=abs(t + 0.5)", "historyBreaks=[-0.5]", "states.y=1")
                .table()
                .column(0);
        assertEquals(0.75, broken[0], 1e-9, "piecewise quadratic, and steps end at the break");
    }

    @Test
    void delayThatDependsOnTime_isSolved() {
        double sum = 0;
        double term = 1;
        for (int k = 0; k < 25; k++) {
            sum += term;
            term *= StrictMath.pow(0.5, k) / (k + 1);
        }
        double[] y = last(solved("""
                states: {y: 1}
                equations: {y: "delay(y, t/2)"}
                time: {to: 1}
                """));
        assertEquals(sum, y[0], 1e-7, "the series of the pantograph equation; rtol 1e-8");
    }

    @Test
    void delayThatDependsOnTheState_isSolved() {
        // K. W. Neves (1975): y = t up to e, then exp(t/e).
        double[] y = solved("""
                states: {y: 1}
                equations: {y: "y*delay(y, t - log(y))/t"}
                time: {from: 1, save: [2, 4, 6]}
                """).table().column(0);
        assertArrayEquals(
                new double[] {2, Math.exp(4 / Math.E), Math.exp(6 / Math.E)}, y, 1e-6, "values up to 9, rtol 1e-8");
    }

    private static final String ROBERTSON = """
            states: {a: 1, b: 0, c: 0}
            equations: {a: "-0.04*a + 1e4*b*c", b: "0.04*a - 1e4*b*c - 3e7*b^2", c: "a + b + c - 1"}
            mass: {c: 0}
            time: {to: 1e11, save: [0.4, 1e11]}
            atol: {b: 1e-14}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Auto", "Rodas5P", "RadauIIA5", "Bdf"})
    void algebraicEquation_isSolved(String method) {
        Solved solved = solved(ROBERTSON, "method=" + method);
        double[] early = solved.table().rows()[0];
        double[] end = last(solved);
        // Published to ten digits at 0.4 and at 1e11 for the equation without constraint.
        assertEquals(0.98517211386, early[0], 1e-6, "global error some hundred times rtol = 1e-8");
        assertEquals(0.2083340149701255e-7, end[0], 1e-10, "atol of a");
        assertEquals(0.8333360770334713e-13, end[1], 5e-3 * 8e-14, "b is a times a constant");
        assertEquals(1, end[0] + end[1] + end[2], 1e-9, "the algebraic equation holds to its tolerance");
    }

    @Test
    void massMatrixOfRows_isThatOfTheStates() {
        double[] y = last(solved("""
                states: {y: 1, z: 1}
                equations: {y: "-y - z", z: "y - z"}
                mass: [[1, 1], [0, 0]]
                time: {to: 1}
                """));
        assertArrayEquals(new double[] {Math.exp(-1), Math.exp(-1)}, y, 1e-7, "y = z, y' + z' = -y - z; rtol 1e-8");
    }

    private static final String RELAXED = """
            states: {y: 1, z: 5}
            equations: {y: "-z", z: "y - z"}
            mass: {z: 0}
            time: {to: 1}
            """;

    @Test
    void inconsistentStart_isCorrectedAndTheAnswerSaysSo() {
        Solved solved = solved(RELAXED);
        assertArrayEquals(new double[] {1, 1}, solved.table().rows()[0], 1e-12, "Newton ends at 1e-13");
        assertEquals(Math.exp(-1), last(solved)[0], 1e-7, "global error some ten times rtol = 1e-8");
        assertEquals(
                List.of("the start values were changed to satisfy the algebraic equations: z from 5 to 1"),
                solved.remarks());
        assertEquals(solved.remarks(), solved.json().get("remarks"));
        assertEquals(List.of(), solved(RELAXED, "states.z=1").remarks());
    }

    @Test
    void inconsistentStart_isInsistedOn() {
        Solved solved = solved(RELAXED, "consistent=false");
        assertTrue(solved.failure().orElseThrow().contains("state 'z' (value 5.0) would have to change by about -4"));
        assertTrue(solved.failure().orElseThrow().contains("leaving out  consistent: false"));
    }

    @Test
    void statesThatAnEventSets_areMadeConsistentToo() {
        Solved solved = solved(RELAXED, "states.z=1", "events=[{when: y < 0.5, set: {y: 2}}]");
        assertEquals(last(solved)[0], last(solved)[1], 1e-9, "z = y holds to its tolerance");
        assertEquals(4 * Math.exp(-1), last(solved)[0], 1e-6, "twice the half that was left; rtol 1e-8");
    }

    @Test
    void startThatNothingMakesConsistent_isSaidToBeOne() {
        Solved solved = solved(RELAXED, "equations.z=y + z^2 + 1");
        assertTrue(solved.failure().isPresent(), "z^2 = -1 - y has no solution");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "method=KenCarp5", "method=Sil3", "method=Rodas5P", "method=Auto"})
    void splitEquations_areTheSumOfTheirParts(String method) {
        Solved solved = solved("""
                states: {y: 1, w: 1}
                split:
                  explicit: {y: "50*cos(t) - sin(t)", w: "-w"}
                  implicit: {y: "-50*y"}
                time: {to: 2}
                rtol: 1e-6
                """, method.isEmpty() ? "rtol=1e-6" : method);
        assertArrayEquals(new double[] {Math.cos(2), Math.exp(-2)}, last(solved), 1e-4, "a hundred times rtol = 1e-6");
        if (method.isEmpty()) {
            assertTrue(solved.method().startsWith("KenCarp4 (the default for split equations)"), solved.method());
        }
    }

    private static final String PENDULUM = """
            states: {speed: 0, angle: 2}
            equations: {speed: "-sin(angle)", angle: speed}
            outputs: {energy: "speed^2/2 - cos(angle)"}
            method: Yoshida6
            step: 0.05
            time: {to: 100, save: 51}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"step=0.05", "positions=[angle]|momenta=[speed]"})
    void symplecticMethod_keepsTheEnergyAndThePeriod(String halves) {
        String[] changes = (halves + "|time.to=" + period(2)).split("\\|");
        Solved solved = solved(PENDULUM, changes);
        assertEquals(List.of("speed", "angle", "energy"), solved.columns());
        for (double energy : solved.table().column(2)) {
            // Seven stages, some of them longer than the step: their constants may be 100 times h^6 = 1.6e-8.
            assertEquals(-Math.cos(2), energy, 2e-6, "the energy swings by h^6 and does not drift");
        }
        assertArrayEquals(
                new double[] {0, 2}, Arrays.copyOf(last(solved), 2), 1e-5, "the error of the energy times the period");
    }

    /** The period of a pendulum, by the arithmetic-geometric mean. */
    private static double period(double amplitude) {
        double a = 1;
        double g = Math.cos(amplitude / 2);
        for (int i = 0; i < 8; i++) {
            double mean = (a + g) / 2;
            g = Math.sqrt(a * g);
            a = mean;
        }
        return 2 * Math.PI / a;
    }

    @Test
    void columns_keepTheOrderOfTheFile() {
        String kepler = """
                states: {x: 1, vx: 0, y: 0, vy: 1}
                equations: {x: vx, vx: "-x/(x^2+y^2)^1.5", y: vy, vy: "-y/(x^2+y^2)^1.5"}
                time: {to: 1, save: [1]}
                step: 0.01
                method: Dprkn6
                """;
        double c = Math.cos(1);
        double s = Math.sin(1);
        assertArrayEquals(new double[] {c, -s, s, c}, last(solved(kepler)), 1e-10, "order 6 at a hundredth");
        double[] atol = ((PidController)
                        Problem.of(kepler, "s.yaml", List.of("~step", "atol={y: 1e-3, x: 1e-1, vx: 1e-2}"))
                                .solve()
                                .controller())
                .tolerance()
                .atol();
        assertArrayEquals(new double[] {1e-1, 1e-3, 1e-2, 1e-10}, atol, "x, y, vx, vy: positions first");
    }

    private static final String BALL = """
            states: {x: 10, v: 0}
            parameters: {g: 9.81, e: 0.8}
            equations: {x: v, v: "-g"}
            events: [{name: bounce, when: x, direction: falling, set: {v: "-e*v"}}]
            time: {to: 6, save: [1, 6]}
            """;

    @Test
    void bounces_comeWhenTheClosedFormSays() {
        Solved solved = solved(BALL);
        double fall = Math.sqrt(2 * 10 / 9.81);
        double time = fall;
        double speed = 9.81 * fall;
        assertEquals(3, solved.events().size());
        for (int k = 0; k < 3; k++) {
            assertEquals(time, solved.events().get(k).time(), 1e-12, "parabolas are exact; times to rounding");
            assertEquals(0.8 * speed, solved.events().get(k).after()[1], 1e-10, "rounding of speeds near 10");
            speed *= 0.8;
            time += 2 * speed / 9.81;
        }
        List<String> lines = solved.csv().lines().toList();
        assertEquals("t,x,v,event", lines.get(0));
        assertEquals(1 + 2 + 2 * 3, lines.size(), "two saved times, three bounces before and after");
        assertTrue(lines.get(2).endsWith(",bounce") && lines.get(2).contains(",-14.00"), lines.get(2));
        assertTrue(lines.get(3).endsWith(",bounce") && lines.get(3).contains(",11.20"), lines.get(3));
    }

    @Test
    void comparisonThatBeginsToHold_endsTheSolve() {
        Solved solved = solved(BALL, "events=[{when: \"x < 5\", terminate: true}]");
        double time = Math.sqrt(2 * 5 / 9.81);
        assertEquals(time, solved.end().orElseThrow().time(), 1e-12, "a parabola is exact");
        assertTrue(solved.outcome() instanceof Outcome.Stopped);
        assertArrayEquals(new double[] {1, time}, solved.table().times(), 1e-12, "what was saved, and the end");
        assertEquals(5, last(solved)[0], 1e-11, "the end lies on the event");
        assertEquals("x < 5", solved.end().orElseThrow().name());
    }

    @Test
    void events_mayNameOutputs() {
        Solved solved = solved(BALL, "outputs={depth: 10 - x}", "events=[{when: \"depth > 5\", terminate: true}]");
        assertEquals(Math.sqrt(2 * 5 / 9.81), solved.end().orElseThrow().time(), 1e-12, "a parabola is exact");
    }

    @Test
    void conditionAtTheEndsOfSteps_seesWhatAnEventSet() {
        Solved solved = solved(
                BALL,
                "events=[{when: x, direction: falling, set: {v: '-e*v'}}, {name: slow, holds: 'v^2/2 + g*x < 60 and t > 3', terminate: true}]",
                "time.to=10");
        double second = Math.sqrt(2 * 10 / 9.81) * (1 + 2 * 0.8);
        double third = second + Math.sqrt(2 * 10 / 9.81) * 2 * 0.64;
        double end = solved.end().orElseThrow().time();
        assertEquals("slow", solved.end().orElseThrow().name());
        assertTrue(end >= second && end < third, "the second bounce leaves 0.8^4 of 98.1, at " + end);
    }

    @Test
    void eventsAtOneTime_happenInTheirOrder() {
        String still = """
                states: {x: 1}
                equations: {x: "0"}
                time: {to: 2}
                """;
        assertEquals(4, last(solved(still, "events=[{at: [1], set: {x: x + 1}}, {at: [1], set: {x: 2*x}}]"))[0]);
        assertEquals(3, last(solved(still, "events=[{at: [1], set: {x: 2*x}}, {at: [1], set: {x: x + 1}}]"))[0]);
        assertEquals(
                List.of(0.0, 0.5, 1.0, 1.5, 2.0),
                solved(still, "events=[{every: 0.5, from: 0, set: {x: x + t}}]").events().stream()
                        .map(e -> e.time())
                        .toList());
    }

    @Test
    void doses_addUp() {
        double[] c = solved("""
                states: {c: 0}
                equations: {c: "-c"}
                events: [{every: 2, from: 0, set: {c: "c + 1"}}]
                time: {to: 5, save: [1, 3, 5]}
                """).table().column(0);
        double q = Math.exp(-2);
        double one = Math.exp(-1);
        assertArrayEquals(new double[] {one, one * (1 + q), one * (1 + q + q * q)}, c, 1e-7, "rtol 1e-8");
    }

    @Test
    void steadyState_endsTheSolve() {
        Solved solved = solved("""
                states: {x: 1}
                equations: {x: "-x"}
                events: [{steady: 1e-3}]
                time: {to: 100, save: 5}
                """);
        assertTrue(solved.end().isPresent());
        assertTrue(last(solved)[0] < 1e-3 && last(solved)[0] > 1e-5, "the first step that ends below 1e-3");
    }

    private static final String JUMP = """
            states: {y: 0}
            equations: {y: "(t - 1)/abs(t - 1)"}
            time: {to: 2, save: {steps: 1}}
            jumps: [1]
            stops: [0.3]
            """;

    @Test
    void declaredJump_costsNoRejection() {
        Solved solved = solved(JUMP);
        assertEquals(0, solved.solution().statistics().rejected());
        List<Double> times = Arrays.stream(solved.table().times()).boxed().toList();
        assertTrue(times.contains(0.3) && times.contains(1.0), "steps end at stops and jumps: " + times);
        assertEquals(-1, solved.table().column(0)[times.indexOf(1.0)], 1e-12, "a line is exact");
        assertEquals(0, last(solved)[0], 1e-12, "a line is exact");
    }

    @Test
    void savedSteps_andTheirPieces_areOnTheSolution() {
        Solved every = solved(JUMP, "time.save={steps: 2}");
        assertTrue(every.table().times().length < solved(JUMP).table().times().length);
        Solved pieces = solved(JUMP, "time.save={dense: 4}");
        double[] t = pieces.table().times();
        double[] y = pieces.table().column(0);
        assertEquals(1 + 4 * pieces.solution().statistics().steps(), t.length);
        for (int i = 0; i < t.length; i++) {
            assertEquals(Math.abs(t[i] - 1) - 1, y[i], 1e-12, "lines are exact, at " + t[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I", "PI33", "PI34", "pi42", "H211PI", "H211b", "H312PID", "H312b", "H0321", "H321", "predictive"
            })
    void everyController_reachesTheEnd(String name) {
        Solved solved = solved("""
                states: {x: 1, v: 0}
                equations: {x: v, v: "-x"}
                time: {to: 6}
                """, "controller=" + name);
        assertArrayEquals(new double[] {Math.cos(6), -Math.sin(6)}, last(solved), 1e-6, "a hundred times rtol = 1e-8");
    }

    @Test
    void limitsOfSteps_areKept() {
        String decay = """
                states: {x: 1}
                equations: {x: "-x"}
                time: {to: 1, save: {steps: 1}}
                """;
        double[] t = solved(decay, "maxStep=0.01", "firstStep=0.001").table().times();
        assertEquals(0.001, t[1], 1e-15, "the first step is given");
        for (int i = 1; i < t.length; i++) {
            assertTrue(t[i] - t[i - 1] < 0.01 + 1e-12, "at " + t[i]);
        }
        String failure = solved(decay, "minStep=0.5").failure().orElseThrow();
        assertTrue(failure.contains("below the least length, 0.5") && failure.contains("state 'x'"), failure);
    }

    @Test
    void tooManySteps_areExplained() {
        Solved solved = solved("""
                states: {x: 1}
                equations: {x: "-1e4*(x - cos(t))"}
                method: Tsit5
                maxSteps: 500
                time: {to: 10, save: [0.01, 10]}
                """);
        String failure = solved.failure().orElseThrow();
        assertTrue(failure.contains("so the problem is stiff; use a stiff method such as Rodas5P"), failure);
        assertTrue(failure.contains("maxSteps is the key that allows more"), failure);
        assertEquals(1, solved.table().times().length, "what was saved before is there");
        assertEquals("failed", solved.json().get("status"));
    }

    @Test
    void outputs_areFunctionsOfStatesParametersAndTime() {
        Solved solved = solved("""
                states: {x: 3}
                parameters: {k: 2}
                equations: {x: "1"}
                outputs: {y: "k*x^2 + t", z: "log(-x)"}
                time: {to: 1, save: 2}
                """);
        assertArrayEquals(new double[] {18, 33}, solved.table().column(1), 1e-12, "x is exact");
        assertTrue(Double.isNaN(solved.table().column(2)[0]), "a function may be undefined");
    }

    @Test
    void gradientsWithoutMethod_useTsit5() {
        Solved solved = solved("""
                states: {x: 1}
                parameters: {k: 2}
                equations: {x: "-k*x"}
                gradient: {of: x}
                time: {to: 1}
                """, "gradient.mode=direct");
        assertTrue(solved.method().startsWith("Tsit5 (the default for gradients)"), solved.method());
        assertEquals(-Math.exp(-2), solved.gradient().get("k"), 1e-7, "global error some ten times rtol = 1e-8");
    }

    @Test
    void gradientsInForwardMode_takeAnyMethodAndTolerancesByState() {
        Solved solved = solved("""
                states: {x: 1, y: 0}
                parameters: {k: 2}
                equations: {x: "-k*x", y: x}
                gradient: {of: y, mode: forward, wrt: [k, x0]}
                atol: {x: 1e-12}
                method: Auto
                time: {to: 1}
                """);
        double e = Math.exp(-2);
        assertEquals((1 - e) / 2, solved.gradient().get("x0"), 1e-7, "global error some ten times rtol = 1e-8");
        assertEquals(e / 2 - (1 - e) / 4, solved.gradient().get("k"), 1e-7, "global error some ten times rtol = 1e-8");
    }
}
