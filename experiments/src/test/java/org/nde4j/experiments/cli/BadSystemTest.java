package org.nde4j.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code nde solve} answers to systems that cannot be solved as they are. */
class BadSystemTest {

    private static final String OSCILLATOR = """
            states: {q: 1, p: 0}
            equations: {q: p, p: "-q"}
            time: {to: 1}
            """;
    private static final String LAG = """
            states: {y: 1}
            equations: {y: "-delay(y, 1)"}
            time: {to: 3}
            """;
    private static final String ALGEBRAIC = """
            states: {y: 1, z: 1}
            equations: {y: "-z", z: "y - z"}
            mass: {z: 0}
            time: {to: 1}
            """;
    private static final String SPLIT = """
            states: {y: 1}
            split: {explicit: {y: "cos(t)"}, implicit: {y: "-20*y"}}
            time: {to: 1}
            """;

    @TempDir
    Path folder;

    /** A system with changes, separated by bars, and what the message must contain. */
    private record Wrong(String system, String changes, List<String> words) {

        static Wrong of(String system, String changes, String... words) {
            return new Wrong(system, changes, List.of(words));
        }

        @Override
        public String toString() {
            return changes;
        }
    }

    private static Stream<Wrong> all() {
        return Stream.of(
                Wrong.of(OSCILLATOR, "method=Tsit6", "there is no method 'Tsit6'", "did you mean Tsit5"),
                Wrong.of(OSCILLATOR, "method=what_is_this", "no method 'what_is_this'", "nde solve --list-methods"),
                Wrong.of(OSCILLATOR, "method=Yoshida6", "does not estimate its error", "step: 0.01"),
                Wrong.of(
                        OSCILLATOR,
                        "method=Verlet|step=0.1|equations.p=-q - p",
                        "Verlet steps positions and momenta in turn",
                        "another method"),
                Wrong.of(OSCILLATOR, "positions=[q]", "positions are [q] and the momenta []", "one length"),
                Wrong.of(OSCILLATOR, "positions=[q]|momenta=[w]", "no state 'w'", "did you mean q or p?"),
                Wrong.of(
                        OSCILLATOR,
                        "positions=[q]|momenta=[p]|equations.p=-q - p",
                        "the equation for 'p' contains 'p'",
                        "only the positions q"),
                Wrong.of(LAG, "equations.y='-delay(z, 1)'", "'delay(z, 1)' looks back at 'z'", "did you mean y"),
                Wrong.of(LAG, "equations.y=-delay(y)", "'delay(y)' needs a state and how long ago", "delay(x, 0.5)"),
                Wrong.of(LAG, "equations.y='-delay(y, 0)'", "looks back by 0", "positive"),
                Wrong.of(LAG, "equations.y='-delay(y, 1 - 3)'", "looks back by -2", "positive"),
                Wrong.of(LAG, "equations.y='-delay(y, tau)'", "in 'delay(y, tau)'", "no variable \"tau\""),
                Wrong.of(LAG, "equations.y='-delay(y, delay(y, 1))'", "holds another delay"),
                Wrong.of(LAG, "equations.y='-delay(y, 1'", "never closed"),
                Wrong.of(LAG, "time.to=-1", "backwards", "an end after the start"),
                Wrong.of(LAG, "history.z=1", "no state 'z'", "did you mean y"),
                Wrong.of(LAG, "history.y=cos(y)", "in the history of 'y'", "no variable \"y\""),
                Wrong.of(LAG, "historyBreaks=[1]", "historyBreaks has 1", "up to the start"),
                Wrong.of(OSCILLATOR, "history.q=1", "no equation looks back", "delay(q, 0.5)"),
                Wrong.of(LAG, "mass.y=2", "has delays and a mass matrix", "leave out all but one"),
                Wrong.of(LAG, "method=Verlet|step=0.1", "Verlet", "has delays", "another method"),
                Wrong.of(LAG, "gradient.of=y", "no gradient of equations with delays"),
                Wrong.of(ALGEBRAIC, "mass.q=2", "no state 'q'", "did you mean y or z"),
                Wrong.of(ALGEBRAIC, "mass=[[1, 0]]", "rows of [2] numbers", "2 rows of 2", "y, z"),
                Wrong.of(ALGEBRAIC, "mass=[[1, 0], [0, x]]", "'mass[1][1]' needs a number, got 'x'"),
                Wrong.of(ALGEBRAIC, "mass.z=.inf", "element Infinity", "finite"),
                Wrong.of(ALGEBRAIC, "method=Tsit5", "Tsit5 cannot solve", "Rodas5P"),
                Wrong.of(ALGEBRAIC, "gradient.of=y", "no gradient of equations with a mass matrix"),
                Wrong.of(ALGEBRAIC, "consistent=maybe", "'consistent' needs true or false, got 'maybe'"),
                Wrong.of(SPLIT, "equations.y=3", "equations and a split", "move the equations"),
                Wrong.of(SPLIT, "split.explicit.z=3", "an equation for 'z' but no such state", "did you mean y"),
                Wrong.of(SPLIT, "~split.explicit|~split.implicit", "state 'y' has no equation"),
                Wrong.of(SPLIT, "split.implicit.y='-delay(y, 1)'", "the implicit part for 'y'", "only in equations"),
                Wrong.of(OSCILLATOR, "events=[{}]", "events[0] does not say when", "every: 0.5"),
                Wrong.of(OSCILLATOR, "events=[{when: q, at: [1]}]", "says when in several ways", "one of"),
                Wrong.of(OSCILLATOR, "events=[{wen: q}]", "unknown key 'events[0].wen'", "events.when"),
                Wrong.of(OSCILLATOR, "events=[{when: qq}]", "in events[0].when", "did you mean q"),
                Wrong.of(OSCILLATOR, "events=[{when: q < }]", "compare two formulas once", "x < 1"),
                Wrong.of(OSCILLATOR, "events=[{when: 0 < q < 1}]", "compare two formulas once"),
                Wrong.of(OSCILLATOR, "events=[{when: q < 1, direction: rising}]", "says the direction already"),
                Wrong.of(OSCILLATOR, "events=[{when: q, direction: up}]", "one of rising, falling, either"),
                Wrong.of(OSCILLATOR, "events=[{holds: q}]", "compare two formulas once"),
                Wrong.of(OSCILLATOR, "events=[{at: [1], direction: rising}]", "only go with  when"),
                Wrong.of(OSCILLATOR, "events=[{at: []}]", "empty list of times"),
                Wrong.of(OSCILLATOR, "events=[{every: -1}]", "positive, finite period", "-1"),
                Wrong.of(OSCILLATOR, "events=[{when: q, set: {z: 1}}]", "sets 'z'", "did you mean q or p"),
                Wrong.of(OSCILLATOR, "events=[{when: q, set: {p: 1 +}}]", "in events[0].set.p", "missing"),
                Wrong.of(OSCILLATOR, "events=[{at: [0.5]}]|gradient.of=q", "no gradient of a solve with events"),
                Wrong.of(OSCILLATOR, "jumps=[0.5]|gradient.of=q", "mode: forward"),
                Wrong.of(OSCILLATOR, "method=Bdf|gradient.of=q", "have no adjoint", "Tsit5"),
                Wrong.of(
                        OSCILLATOR, "method=Verlet|step=0.1|gradient={of: q, mode: forward}", "Verlet", "mode: direct"),
                Wrong.of(OSCILLATOR, "jumps=[.inf]", "jumps has the time Infinity", "finite"),
                Wrong.of(OSCILLATOR, "controller=PI43", "no controller 'PI43'", "PI42"),
                Wrong.of(OSCILLATOR, "minStep=1|maxStep=0.1", "least 1.0, greatest 0.1"),
                Wrong.of(OSCILLATOR, "firstStep=-1", "must be positive", "first -1"),
                Wrong.of(OSCILLATOR, "step=0.1|controller=PI42", "nothing for controller to say", "remove one"),
                Wrong.of(OSCILLATOR, "atol={q: 1e-9, z: 2}", "no state 'z'", "did you mean q or p"),
                Wrong.of(OSCILLATOR, "atol=tiny", "'atol' needs a number, got 'tiny'"),
                Wrong.of(OSCILLATOR, "atol={q: -1}", "not negative"),
                Wrong.of(OSCILLATOR, "time.save={stps: 3}", "unknown key 'time.save.stps'", "steps"),
                Wrong.of(OSCILLATOR, "time.save={steps: 0}", "time.save is {steps: 0, dense: 1}", "at least 1"),
                Wrong.of(OSCILLATOR, "outputs={q: 1}", "'q' is the name of a state", "rename"),
                Wrong.of(OSCILLATOR, "outputs={e: qq}", "in the output 'e'", "did you mean q"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_isWrong_isNamedWithWhatToDo(Wrong wrong) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), wrong.system());
        List<String> line = new ArrayList<>(List.of("solve", file.toString()));
        line.addAll(List.of(wrong.changes().split("\\|")));
        Typed typed = Typed.run(line.toArray(String[]::new));
        assertEquals(2, typed.exit(), typed.err());
        assertEquals("", typed.out());
        wrong.words().forEach(word -> assertTrue(typed.err().contains(word), typed::err));
        assertTrue(typed.err().contains("command line, '") || typed.err().contains("s.yaml, line"), typed.err());
        assertFalse(typed.err().contains("\tat "), typed.err());
        assertTrue(typed.err().length() < 500 + file.toString().length(), () -> "a long message: " + typed.err());
    }

    @Test
    void noSystem_isAskedFor() {
        Typed typed = Typed.run("solve");
        assertEquals(2, typed.exit());
        assertTrue(typed.err().contains("give a YAML file"), typed.err());
    }
}
