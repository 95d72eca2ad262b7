package org.nde4j.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.core.solve.methods.Methods;

class SolveCommandTest {

    private static final String DECAY = """
            states: {x: 1.0}
            parameters: {a: 2}
            equations: {x: "-a*x"}
            time: {from: 0, to: 10, save: 101}
            gradient: {of: x, wrt: [a, x0], mode: direct}
            """;

    private static final String FORCED_PREY = """
            states:
              hare: 2.0
              lynx: 1.0
            parameters: {a: 1.1, b: 0.4, c: 0.1, n: 2}
            equations:
              hare: a*hare - b*hare*lynx + 0.1*sin(t)
              lynx: c*hare^n/(1 + hare) - a*lynx/3
            time: {to: 6, save: [1, 2.5, 6]}
            gradient: {of: lynx}
            """;

    @TempDir
    Path folder;

    private Typed solve(String system, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), system);
        List<String> line = new ArrayList<>(List.of("solve", file.toString()));
        line.addAll(List.of(arguments));
        return Typed.run(line.toArray(String[]::new));
    }

    @Test
    void json_holds_exactly_the_promised_keys() throws IOException {
        Typed typed = solve(DECAY, "--json");
        assertEquals(0, typed.exit());
        assertEquals("", typed.err());
        Map<String, Object> json = typed.json();
        assertEquals(List.of("status", "t", "states", "stats", "gradient"), List.copyOf(json.keySet()));
        assertEquals("completed", json.get("status"));
        assertEquals(List.of("steps", "rejected", "evaluations", "seconds"), keys(json, "stats"));
        assertEquals(List.of("x"), keys(json, "states"));
        assertEquals(List.of("a", "x0"), keys(json, "gradient"));
    }

    @Test
    void solution_is_that_of_the_equation() throws IOException {
        Map<String, Object> json = solve(DECAY, "--json").json();
        double[] t = numbers(json.get("t"));
        double[] x = numbers(map(json, "states").get("x"));
        assertEquals(101, t.length);
        assertEquals(0, t[0]);
        assertEquals(10, t[100]);
        for (int i = 0; i < t.length; i++) {
            assertEquals(i / 10.0, t[i], "evenly spaced, and as written");
            assertEquals(Math.exp(-2 * t[i]), x[i], 1e-8, "global error some ten times rtol = 1e-8 of values below 1");
        }
        assertEquals(-10 * Math.exp(-20), number(map(json, "gradient").get("a")), 1e-10, "exact up to atol");
        assertEquals(Math.exp(-20), number(map(json, "gradient").get("x0")), 1e-10, "exact up to atol");
    }

    @Test
    void both_modes_and_central_differences_give_one_gradient() throws IOException {
        Map<String, Double> direct = gradient("gradient.mode=direct");
        Map<String, Double> forward = gradient("gradient.mode=forward");
        assertEquals(List.of("a", "b", "c", "n", "hare0", "lynx0"), List.copyOf(direct.keySet()));
        assertEquals(direct.keySet(), forward.keySet());
        Map<String, Double> values =
                new LinkedHashMap<>(Map.of("a", 1.1, "b", 0.4, "c", 0.1, "n", 2.0, "hare0", 2.0, "lynx0", 1.0));
        for (String name : direct.keySet()) {
            double expected = difference(name, values.get(name));
            double scale = 1 + Math.abs(expected);
            // Steps of 1e-4 cost 1e-8 in the formula; errors of 1e-10 in the states cost 1e-6 in the quotient.
            assertEquals(expected, direct.get(name), 1e-5 * scale, name);
            assertEquals(direct.get(name), forward.get(name), 1e-6 * scale, name + ": both to 100 times the tolerance");
        }
    }

    private Map<String, Double> gradient(String mode) throws IOException {
        Map<String, Double> gradient = new LinkedHashMap<>();
        map(solve(FORCED_PREY, "--json", "rtol=1e-10", mode).json(), "gradient")
                .forEach((name, value) -> gradient.put((String) name, number(value)));
        return gradient;
    }

    private double difference(String name, double value) throws IOException {
        double h = 1e-4;
        return (lynxAtEnd(name, value + h) - lynxAtEnd(name, value - h)) / (2 * h);
    }

    private double lynxAtEnd(String name, double value) throws IOException {
        String key = name.endsWith("0") ? "states." + name.substring(0, 4) : "parameters." + name;
        Map<String, Object> json = solve(FORCED_PREY, "--json", "rtol=1e-11", "~gradient", key + "=" + value)
                .json();
        double[] lynx = numbers(map(json, "states").get("lynx"));
        return lynx[lynx.length - 1];
    }

    @Test
    void start_of_one_parameter_is_differentiated_without_the_others() throws IOException {
        Map<String, Object> json =
                solve(FORCED_PREY, "--json", "gradient.wrt=[lynx0]").json();
        assertEquals(List.of("lynx0"), keys(json, "gradient"));
    }

    @Test
    void listed_times_are_the_times_saved() throws IOException {
        Map<String, Object> json = solve(FORCED_PREY, "--json").json();
        assertEquals(
                List.of(1.0, 2.5, 6.0),
                Arrays.stream(numbers(json.get("t"))).boxed().toList());
        assertEquals(3, numbers(map(json, "states").get("hare")).length);
    }

    @Test
    void time_may_run_backwards() throws IOException {
        Map<String, Object> json =
                solve(DECAY, "--json", "time.to=-1", "time.save=2").json();
        assertEquals(Math.exp(2), numbers(map(json, "states").get("x"))[1], 1e-6, "global error near rtol = 1e-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Euler", "Heun", "Bosh3", "Rk4", "dopri5", "TSIT5"})
    void every_method_takes_steps_of_one_length(String method) throws IOException {
        Map<String, Object> json = solve(
                        DECAY, "--json", "method=" + method, "step=0.001", "time.to=1", "time.save=1", "~gradient")
                .json();
        assertEquals(1000, number(map(json, "stats").get("steps")), 1, "a last step of rounding length may follow");
        assertEquals(
                Math.exp(-2),
                numbers(map(json, "states").get("x"))[0],
                3e-4,
                "Euler's error is h/2 times t times x'' = 2.7e-4");
    }

    @Test
    void gradient_of_fixed_steps_is_that_of_the_steps_taken() throws IOException {
        Map<String, Object> json = solve(DECAY, "--json", "method=Euler", "step=0.25", "time.to=1", "time.save=1")
                .json();
        // Four steps of Euler: x = (1 - a/4)^4, so dx/da = -(1 - a/4)^3 = -1/8 at a = 2; exact in doubles but for
        // rounding.
        assertEquals(-0.125, number(map(json, "gradient").get("a")), 1e-15);
        assertEquals(0.0625, number(map(json, "gradient").get("x0")), 1e-15);
    }

    @Test
    void blow_up_ends_with_three_and_the_states_before_it() throws IOException {
        Typed typed = solve(DECAY, "--json", "equations.x=x^2", "~gradient", "time.save=[0.5, 0.9, 1.5]");
        assertEquals(3, typed.exit());
        Map<String, Object> json = typed.json();
        assertEquals("failed", json.get("status"));
        assertTrue(((String) json.get("message")).contains("state 'x'"), typed.out());
        double[] t = numbers(json.get("t"));
        assertEquals(2, t.length, "x = 1/(1 - t) ends at t = 1");
        assertEquals(10, numbers(map(json, "states").get("x"))[1], 1e-5, "errors of 1e-8 grow a hundredfold");
    }

    @Test
    void person_reads_states_gradient_and_work() throws IOException {
        Typed typed = solve(DECAY);
        assertEquals(0, typed.exit());
        assertTrue(typed.out().lines().count() < 30, "fits on a screen:\n" + typed.out());
        assertTrue(typed.out().contains("0.135335"), typed.out());
        assertTrue(typed.out().contains("x(10)"), typed.out());
        assertTrue(
                typed.out().contains("Tsit5 (the default for gradients) with rtol 1e-8 and atol 1e-10: "), typed.out());
    }

    @Test
    void csv_holds_all_saved_states() throws IOException {
        Path csv = folder.resolve("x.csv");
        assertEquals(0, solve(DECAY, "--csv", csv.toString()).exit());
        List<String> lines = Files.readAllLines(csv);
        assertEquals(102, lines.size());
        assertEquals("t,x", lines.get(0));
        assertEquals("0,1", lines.get(1));
    }

    private static final String FALL = """
            states: {x: 1, v: 0}
            equations: {x: v, v: "-2"}
            outputs: {energy: "v^2/2 + 2*x"}
            events: [{name: ground, when: x, direction: falling, terminate: true, set: {v: "0"}}]
            time: {to: 5, save: 6}
            """;

    @Test
    void events_areToldToPersonsAndPrograms() throws IOException {
        Typed typed = solve(FALL);
        assertEquals(0, typed.exit());
        assertTrue(typed.out().contains("ground  v: -2 -> 0"), typed.out());
        assertTrue(typed.out().contains("ended at t = 1 by 'ground'"), typed.out());
        assertTrue(typed.out().contains("energy"), typed.out());
        Map<String, Object> json = solve(FALL, "--json").json();
        assertEquals(
                List.of("status", "t", "states", "outputs", "events", "ended", "stats", "gradient"),
                List.copyOf(json.keySet()));
        Map<?, ?> event = (Map<?, ?>) ((List<?>) json.get("events")).get(0);
        assertEquals(1, number(event.get("t")), 1e-12, "x = 1 - t^2 is exact");
        assertEquals(-2, number(((Map<?, ?>) event.get("before")).get("v")), 1e-12, "v = -2t");
        assertEquals(0, number(((Map<?, ?>) event.get("after")).get("v")));
        assertEquals("ground", map(json, "ended").get("name"));
    }

    @Test
    void picture_showsStatesOutputsAndEvents() throws IOException {
        Path svg = folder.resolve("x.svg");
        assertEquals(0, solve(FALL, "--picture", svg.toString()).exit());
        String text = Files.readString(svg);
        for (String name : List.of(">x<", ">v<", ">energy<", ">event<")) {
            assertTrue(text.contains(name), name);
        }
        assertEquals(1 + 1 + 2 + 2, text.split("<circle").length - 1, "legend, x, and v and energy before and after");
    }

    @Test
    void failure_leavesWhatWasReached() throws IOException {
        Path csv = folder.resolve("x.csv");
        Typed typed = solve(DECAY, "--csv", csv.toString(), "~gradient", "maxSteps=60");
        assertEquals(3, typed.exit());
        assertTrue(typed.err().contains("not solved: not finished after 60 attempts"), typed.err());
        assertTrue(typed.err().contains("maxSteps is the key"), typed.err());
        int rows = Files.readAllLines(csv).size();
        assertTrue(rows > 2 && rows < 102, rows + " rows");
    }

    @Test
    void allMethods_areListed() {
        Typed typed = Typed.run("solve", "--list-methods");
        assertEquals(0, typed.exit());
        List<?> methods =
                (List<?>) Typed.run("solve", "--list-methods", "--json").json().get("methods");
        assertEquals(
                Methods.names(),
                methods.stream().map(m -> ((Map<?, ?>) m).get("name")).toList());
        Methods.names().forEach(name -> assertTrue(typed.out().contains("  " + name + " "), name));
        Map<?, ?> tsit5 = methods.stream()
                .map(m -> (Map<?, ?>) m)
                .filter(m -> m.get("name").equals("Tsit5"))
                .findFirst()
                .orElseThrow();
        assertEquals(5, number(tsit5.get("order")));
        assertEquals(4, number(tsit5.get("dense")));
        assertEquals(true, tsit5.get("error"));
        assertEquals("explicit", tsit5.get("family"));
    }

    static Stream<String> methodNames() {
        return Methods.names().stream();
    }

    @ParameterizedTest
    @MethodSource("methodNames")
    void everyMethod_solvesAnOscillator(String method) throws IOException {
        Map<String, Object> json =
                solve("""
                        states: {q: 1, p: 0}
                        equations: {q: p, p: "-q"}
                        time: {to: 1, save: [1]}
                        step: 0.001
                        """, "--json", "method='" + method + "'").json();
        assertEquals(
                Math.cos(1), numbers(map(json, "states").get("q"))[0], 1e-3, "order 1 errs by half a step of 0.001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "method=tsitt5|there is no method 'tsitt5'; did you mean Tsit5?",
                "method=Rk4|Rk4 does not estimate its error",
                "parameters.aa=3|no equation uses a parameter 'aa'; did you mean a?",
                "parameters.x=3|'x' is a state and a parameter",
                "parameters.t=3|t is the time",
                "equations.x=-b*x|in the equation for 'x', there is no variable \"b\"",
                "equations.xx=x|there is an equation for 'xx' but no such state; did you mean x?",
                "states.y=1|state 'y' has no equation",
                "states.x=.inf|give a finite number",
                "tiem.to=3|unknown key 'tiem'; did you mean time?",
                "rtol=tiny|key 'rtol' needs a number, got 'tiny'",
                "rtol=-1|tolerances must be finite, not negative",
                "step=0|a step needs a positive, finite length",
                "maxSteps=0|maxSteps is 0",
                "time.save=often|key 'time.save' needs a whole number, got 'often'",
                "time.save=0|time.save is 0",
                "time.save=[1, two]|key 'time.save[1]' needs a number, got 'two'",
                "time.save=[1, 0.5]|time.save[1] is 0.5; the times must go from 0 to 10",
                "time.save=[1, 11]|time.save[1] is 11; the times must go from 0 to 10",
                "time.to=0|there is nothing to solve in between",
                "~time.to|time.to is missing",
                "gradient.of=y|there is no state 'y'; did you mean x?",
                "gradient.wrt=[x1]|there is no parameter or start value 'x1'; did you mean x0",
                "gradient.mode=reverse|key 'gradient.mode' needs one of direct, forward",
            })
    void typing_error_is_refused_with_what_was_meant(String change, String message) throws IOException {
        Typed typed = solve(DECAY, change);
        assertEquals(2, typed.exit(), typed.err());
        assertTrue(typed.err().contains(message), typed.err());
        assertTrue(typed.err().contains("command line, '" + change + "'") || change.startsWith("~"), typed.err());
        assertEquals("", typed.out());
    }

    @Test
    void error_in_the_file_names_the_file_the_line_and_the_place_in_the_equation() throws IOException {
        Typed typed = solve(DECAY.replace("-a*x", "-a*xy"));
        assertEquals(2, typed.exit());
        assertTrue(typed.err().contains("s.yaml, line 3, column "), typed.err());
        assertTrue(typed.err().contains("-a*xy\n   ^"), typed.err());
    }

    @Test
    void file_without_states_or_no_file_at_all_is_refused() throws IOException {
        assertTrue(solve("").err().contains("there are no states"));
        assertTrue(solve("states: [x]").err().contains("key 'states' needs keys with values, got a list"));
        Typed none = Typed.run("solve", folder.resolve("none.yaml").toString());
        assertEquals(2, none.exit());
        assertTrue(none.err().contains("it is not there"), none.err());
        assertEquals(2, Typed.run("solve").exit());
    }

    @Test
    void parameter_named_like_a_start_value_is_not_guessed_about() throws IOException {
        Typed typed = solve(DECAY.replace("{a: 2}", "{a: 2, x0: 3}"));
        assertEquals(2, typed.exit());
        assertTrue(typed.err().contains("rename the parameter"), typed.err());
    }

    private static Map<?, ?> map(Map<String, Object> json, String key) {
        return (Map<?, ?>) json.get(key);
    }

    private static List<Object> keys(Map<String, Object> json, String key) {
        return List.copyOf(map(json, key).keySet());
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(SolveCommandTest::number).toArray();
    }
}
