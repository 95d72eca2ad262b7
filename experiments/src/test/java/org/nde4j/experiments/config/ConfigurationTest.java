package org.nde4j.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.core.array.Numbers;

class ConfigurationTest {

    enum Norm {
        MAX,
        ROOT_MEAN_SQUARE
    }

    record Optimizer(double rate, Optional<Double> clip, Norm norm) {
        Optimizer {
            if (rate <= 0) {
                throw new IllegalArgumentException("rate must be positive, got " + rate);
            }
        }
    }

    record Study(
            int steps,
            long budget,
            boolean verbose,
            String name,
            List<Integer> hidden,
            Map<String, Double> weights,
            Optimizer optimizer,
            Optional<Optimizer> second) {
        static Study defaults() {
            return new Study(
                    1000,
                    5_000_000_000L,
                    false,
                    "a: #1",
                    List.of(32, 32),
                    Map.of("x", 0.1),
                    new Optimizer(1e-3, Optional.of(1.0), Norm.ROOT_MEAN_SQUARE),
                    Optional.empty());
        }
    }

    record Required(int n, List<Double> times) {}

    @Test
    void defaults_standWhereNothingIsSaid() {
        assertEquals(Study.defaults(), Configuration.ofDefaults(Study.class).value());
        assertEquals(Study.defaults(), of("").value());
        assertEquals(Study.defaults(), of("# nothing\n").value());
    }

    @Test
    void file_thenCommandLine_overDefaults() {
        Study study = of(
                        "steps: 20\noptimizer:\n  rate: 1e-2\nhidden: [8]\nweights: {y: 2}\n",
                        "steps=3e1",
                        "optimizer.norm=max",
                        "~optimizer.clip",
                        "hidden=[4, 5]",
                        "name='x, y'",
                        "weights.z=3",
                        "+second={rate: 2, norm: root_mean_square}")
                .value();
        Study expected = new Study(
                30,
                5_000_000_000L,
                false,
                "x, y",
                List.of(4, 5),
                Map.of("y", 2.0, "z", 3.0),
                new Optimizer(0.01, Optional.empty(), Norm.MAX),
                Optional.of(new Optimizer(2, Optional.empty(), Norm.ROOT_MEAN_SQUARE)));
        assertEquals(expected, study);
    }

    @Test
    void dropping_givesTheDefaultBack() {
        assertEquals(1000, of("steps: 20", "~steps").value().steps());
        assertEquals(
                Optional.empty(), of("", "~optimizer.clip").value().optimizer().clip());
        assertEquals(Map.of(), of("weights: {y: 1}", "~weights.y").value().weights());
    }

    @Test
    void text_saysWhereEachValueComesFrom() {
        String text = of("optimizer:\n  rate: 1e-2\n", "steps=7").text();
        assertEquals("""
                steps: 7  # command line
                budget: 5000000000  # default
                verbose: false  # default
                name: "a: #1"  # default
                hidden: [32, 32]  # default
                weights:
                  x: 0.1  # default
                optimizer:
                  rate: 1e-2  # file, line 2
                  clip: 1.0  # default
                  norm: root-mean-square  # default
                second: null  # default
                """.replace("clip: 1.0", "clip: " + Numbers.text(1.0)), text);
    }

    @Test
    void text_bindsToTheSameRecordAgain() {
        Configuration<Study> first = of(
                "name: 'no'\nweights: {'a b': 1, '1': 2, true: 3, '': 4, \"q\\\"\": .5e0}\nhidden: []",
                "optimizer.rate=0.1",
                "+second={rate: inf, clip: 2, norm: max}",
                "budget=-9223372036854775808");
        Configuration<Study> again = of(first.text());
        assertEquals(first.value(), again.value());
        assertEquals(first.canonical(), again.canonical());
        assertEquals(first.value(), of(first.canonical()).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-", "+", "*", "/", "^", "&a", "!t", "%", "@", "?", "|", ">", "a: b", "a #b", "- 1", "1e5", "-1", "."
            })
    void wordOfTheCommandLine_isTheSameTextAgain(String word) {
        Configuration<Study> first = of("", "name=" + word);
        assertEquals(word, first.value().name());
        assertEquals(first.value(), of(first.text()).value());
    }

    @Test
    void canonical_doesNotDependOnHowItWasWritten() {
        assertEquals(
                of("steps: 10\noptimizer: {rate: 0.5}").canonical(),
                of("", "optimizer.rate=5e-1", "steps=1e1").canonical());
    }

    @Test
    void keysWithoutDefaults_mustBeGiven() {
        refused("key 'n' is missing; it needs a whole number", () -> Configuration.ofDefaults(Required.class));
        refused("key 'times' is missing", () -> Configuration.of(Required.class, Yaml.read("n: 1", "f"), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "stepz: 1|f.yaml, line 1, column 1: unknown key 'stepz'; did you mean steps?",
                "a: 1|unknown key 'a'; known are steps, budget",
                "optimizer: {lr: 1, rat: 2}|unknown key 'optimizer.lr'",
                "optimizer: {rat: 2}|unknown key 'optimizer.rat'; did you mean optimizer.rate",
                "rate: 2|unknown key 'rate'; did you mean optimizer.rate",
                "optmizer: {rate: 2}|unknown key 'optmizer'; did you mean optimizer",
                "steps: 1.5|f.yaml, line 1, column 1: key 'steps' needs a whole number, got '1.5'",
                "steps: 3000000000|key 'steps' needs a whole number, got '3000000000'",
                "steps: 1e999999999|key 'steps' needs a whole number",
                "steps: '1'|needs a whole number, got the text '1'",
                "steps: [1]|needs a whole number, got a list",
                "steps:|key 'steps' needs a whole number, but has no value",
                "verbose: yes|key 'verbose' needs true or false, got 'yes'",
                "hidden: 8|key 'hidden' needs a list such as [1, 2], got '8'",
                "hidden: [8, x]|key 'hidden[1]' needs a whole number, got 'x'",
                "hidden: [8, null]|key 'hidden[1]' needs a whole number, but has no value",
                "optimizer: 3|key 'optimizer' needs keys with values, got '3'",
                "optimizer: {norm: rms}|needs one of max, root-mean-square, got 'rms'",
                "optimizer: {norm: maxx}|got 'maxx'; did you mean max?",
                "optimizer: {rate: -1}|f.yaml, line 1, column 13: in 'optimizer', rate must be positive, got -1.0",
                "optimizer: {rate: 0x1p3}|needs a number, got '0x1p3'",
                "optimizer: {rate: '0,5'}|write decimals with a point",
                "optimizer: {rate: 1e999}|needs a number, got '1e999'",
                "optimizer: {rate: 1d}|needs a number, got '1d'",
                "- 1|expected keys with values",
                "7|expected keys with values"
            })
    void whatCannotBeBound_isRefusedWithItsPlace(String yaml, String part) {
        refused(part, () -> of(yaml));
    }

    @Test
    void twoKeysOfOneValue_areRefused() {
        refused("f.yaml, line 2, column 1: key 'steps' occurs twice", () -> of("steps: 1\nsteps: 2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "steps|expected a value after 'steps='",
                "=1|expected key.path=value",
                "a b=1|expected key.path=value",
                ".steps=1|expected key.path=value",
                "steps.=1|expected key.path=value",
                "steps=1,2|a list needs brackets",
                "hidden=[1,2|expected a comma or ]",
                "hidden=[1,,2]|expected an item",
                "hidden=[1 2,]|expected an item",
                "hidden=1]|did not expect ']'",
                "name='x|the quote ' is not closed",
                "name='x' y|did not expect 'y'",
                "+steps=1|key 'steps' is there already",
                "steps.x=1|'steps' is a value without keys",
                "stps=1|command line, 'stps=1': unknown key 'stps'; did you mean steps?",
                "weights={a: 1, a: 2}|key 'a' occurs twice",
                "weights={a}|expected key: value",
                "steps=|needs a whole number, got the text ''"
            })
    void changesThatCannotBeMade_areRefused(String change, String part) {
        refused(part, () -> of("steps: 5", change));
    }

    @Test
    void manyBrackets_areRefusedWithoutOverflow() {
        refused("levels of brackets", () -> of("", "hidden=" + "[".repeat(100_000)));
    }

    static Configuration<Study> of(String yaml, String... changes) {
        return Configuration.of(Study.class, Yaml.read(yaml, "f.yaml"), List.of(changes));
    }

    private static void refused(String part, Executable binding) {
        String message = assertThrows(BadConfig.class, binding).getMessage();
        assertTrue(message.contains(part), message);
    }
}
