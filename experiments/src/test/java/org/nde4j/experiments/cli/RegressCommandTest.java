package org.nde4j.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;

class RegressCommandTest {

    private static final List<String> SMALL = List.of(
            "search.stop.rounds=4", "search.islands.count=4", "search.islands.cycles=60", "search.stop.patience=1");

    @TempDir
    Path folder;

    private Path data;

    /** y = 3 + 2.5 a b/(1 + a) with some noise, and columns that say nothing. */
    @BeforeEach
    void write_data() throws IOException {
        Stream random = Streams.of(5).stream("test");
        StringBuilder csv = new StringBuilder("a,b,name,same,y\n");
        for (int i = 0; i < 60; i++) {
            double a = random.uniform(0.3, 10);
            double b = random.uniform(1, 5);
            double y = 3 + 2.5 * a * b / (1 + a) + 0.01 * random.normal();
            csv.append("%s,%s,n%d,7,%s\n".formatted(a, b, i, y));
        }
        data = Files.writeString(folder.resolve("d.csv"), csv);
    }

    private Typed regress(Path out, String... arguments) {
        List<String> line = new ArrayList<>(List.of("regress", data.toString(), "--out", out.toString()));
        line.addAll(List.of(arguments));
        line.addAll(SMALL);
        return Typed.run(line.toArray(String[]::new));
    }

    @Test
    void formula_is_found_and_everything_is_in_the_answer_and_the_folder() throws IOException {
        Path out = folder.resolve("run");
        Typed typed = regress(out, "--target", "y", "--json", "--quiet");
        assertEquals(0, typed.exit(), typed.out());
        assertEquals("", typed.err());
        Map<String, Object> json = typed.json();
        assertEquals("completed", json.get("status"));
        assertEquals(out.toString(), json.get("folder"));
        assertEquals(1L, json.get("seed"));
        assertTrue(json.get("seconds") instanceof Double);
        Map<?, ?> equation = (Map<?, ?>) ((List<?>) json.get("equations")).get(0);
        assertEquals(List.of("state", "expression", "sympy", "latex", "complexity"), List.copyOf(equation.keySet()));
        assertEquals("y", equation.get("state"));
        Map<?, ?> point = (Map<?, ?>) ((List<?>) json.get("front")).get(0);
        assertEquals(
                List.of("complexity", "loss", "score", "expression", "sympy", "latex"), List.copyOf(point.keySet()));
        // The noise leaves 1e-5 of the variance unexplained; a thousandth tells the true form from its neighbors.
        assertTrue((Double) json.get("test_r2") > 0.999, typed.out());
        for (String file : List.of(
                "equations.json",
                "front.csv",
                "prediction.csv",
                "summary.json",
                "config.resolved.yaml",
                "report.html",
                "manifest.json")) {
            assertTrue(Files.isRegularFile(out.resolve(file)), file);
        }
        assertEquals(0, Typed.run("verify", out.toString()).exit());
        assertTrue(Files.readString(out.resolve("report.html")).contains("R² on unseen data"));
        assertEquals((Double) json.get("test_r2"), r2(out, "test"), 1e-12, "computed again, to rounding");
        assertEquals((Double) json.get("train_r2"), r2(out, "train"), 1e-12, "computed again, to rounding");
    }

    /** From the predictions as written. */
    private static double r2(Path out, String split) throws IOException {
        List<double[]> rows = Files.readAllLines(out.resolve("prediction.csv")).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[3].equals(split))
                .map(cells -> new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])})
                .toList();
        double mean = rows.stream().mapToDouble(r -> r[0]).average().orElseThrow();
        double error =
                rows.stream().mapToDouble(r -> (r[0] - r[1]) * (r[0] - r[1])).sum();
        double total =
                rows.stream().mapToDouble(r -> (r[0] - mean) * (r[0] - mean)).sum();
        return 1 - error / total;
    }

    @Test
    void threads_change_no_bit_and_the_seed_does() throws IOException {
        for (String threads : List.of("1", "2")) {
            assertEquals(
                    0,
                    regress(folder.resolve("t" + threads), "--target", "y", "--threads", threads)
                            .exit());
        }
        for (String file : List.of("equations.json", "front.csv", "prediction.csv", "summary.json")) {
            assertEquals(
                    Files.readString(folder.resolve("t1").resolve(file)),
                    Files.readString(folder.resolve("t2").resolve(file)),
                    file);
        }
        assertEquals(
                0,
                regress(folder.resolve("other"), "--target", "y", "--seed", "2").exit());
        assertFalse(Files.readString(folder.resolve("t1/prediction.csv"))
                .equals(Files.readString(folder.resolve("other/prediction.csv"))));
    }

    @Test
    void person_reads_the_formula_its_worth_and_what_was_left_out() {
        Typed typed = regress(folder.resolve("run"), "--target", "y");
        assertTrue(typed.out().contains("\n  y = "), typed.out());
        assertTrue(typed.out().contains("held-out data: R2 > 0.9999"), typed.out());
        assertTrue(typed.out().contains("  *"), typed.out());
        assertTrue(typed.out().contains("column 'name' holds text and is left out"), typed.out());
        assertTrue(typed.out().contains("column 'same' is 7 in every row and is left out"), typed.out());
    }

    @Test
    void only_the_features_named_are_used() {
        Typed typed = regress(folder.resolve("run"), "--target", "y", "--features", "b", "--json");
        assertEquals(0, typed.exit());
        Map<?, ?> equation = (Map<?, ?>) ((List<?>) typed.json().get("equations")).get(0);
        assertTrue(((String) equation.get("expression")).contains("b"), typed.out());
        assertFalse(((String) equation.get("expression")).contains("a"), typed.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--target yy|4|has no column 'yy'; did you mean y",
                "--target name|4|line 2, column 'name': expected a number, found 'n0'",
                "--target same|4|the target 'same' is 7 in every row; there is nothing to explain",
                "--target y --features a,c|4|has no column 'c'; did you mean",
                "--target y --features name|4|column 'name': expected a number",
                "--target y --features same|4|has no column that could explain 'y'",
                "--target y --features a,y|2|features names the target 'y'",
                "--target y --features a,a|2|features names a column twice",
                "--target y search.operators=[+,sine]|2|sine",
                "--target y search.stop.round=3|2|unknown key 'search.stop.round'; did you mean search.stop.rounds",
                "--target y choice=bets|2|key 'choice' needs one of best, accuracy, score, halving, got 'bets'",
                "--target y holdout.test=0.9|2|at most 0.8 together",
                "a=b|2|Missing required option: '--target=COL'",
            })
    void bad_request_is_refused_and_leaves_no_folder(String arguments, int exit, String message) {
        Typed typed = regress(folder.resolve("run"), arguments.split(" "));
        assertEquals(exit, typed.exit(), typed.err());
        assertTrue(typed.err().contains(message), typed.err());
        assertFalse(Files.exists(folder.resolve("run")));
    }

    @Test
    void too_few_rows_are_refused() throws IOException {
        data = Files.writeString(folder.resolve("few.csv"), "x,y\n1,2\n2,3\n3,\n");
        Typed typed = regress(folder.resolve("run"), "--target", "y");
        assertEquals(4, typed.exit());
        assertTrue(typed.err().contains("few.csv has 2 rows without missing values, of 3 in all"), typed.err());
        assertTrue(typed.err().contains("at least 10"), typed.err());
    }

    @Test
    void missing_file_is_bad_data_as_json_too() {
        data = folder.resolve("none.csv");
        Typed typed = regress(folder.resolve("run"), "--target", "y", "--json");
        assertEquals(4, typed.exit());
        assertEquals("failed", typed.json().get("status"));
        assertTrue(((String) typed.json().get("message")).contains("does not exist"), typed.out());
    }
}
