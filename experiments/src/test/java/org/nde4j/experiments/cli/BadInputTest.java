package org.nde4j.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.experiments.config.Json;
import org.nde4j.experiments.study.Studies;

/** What {@code nde distill} answers to data and arguments that cannot be used. */
class BadInputTest {

    private static final String GOOD = "t,x,y\n0,1,2\n1,2,3\n2,3,5\n3,5,4\n";

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /**
     * One thing that is wrong.
     *
     * @param about what is wrong, to name the test
     * @param data the content of {@code data.csv}
     * @param arguments more arguments; FILE and DIR stand for a file and a folder that are not empty
     * @param code the exit code
     * @param words what the message must contain
     */
    private record Wrong(String about, String data, String arguments, int code, List<String> words) {

        static Wrong data(String about, String data, String... words) {
            return new Wrong(about, data, "", 4, List.of(words));
        }

        static Wrong column(String arguments, String... words) {
            return new Wrong(arguments, GOOD, arguments, 4, List.of(words));
        }

        static Wrong usage(String arguments, String... words) {
            return new Wrong(arguments, GOOD, arguments, 2, List.of(words));
        }

        @Override
        public String toString() {
            return about;
        }
    }

    private static Stream<Wrong> all() {
        return Stream.of(
                Wrong.data("an empty file", "", "data.csv is empty", "header"),
                Wrong.data("comments only", "# nothing\n", "data.csv is empty"),
                Wrong.data("a header only", "t,x\n", "no rows", "add the measurements"),
                Wrong.data("no header", "0,1\n1,2\n2,3\n", "line 1", "add a header line such as t,x,y"),
                Wrong.data("text among numbers", "t,x\n0,1\n1,abc\n2,3\n", "line 3", "'x'", "'abc'", "correct it"),
                Wrong.data("text for a time", "t,x\n0,1\nnoon,2\n2,3\n", "line 3", "'t'", "'noon'"),
                Wrong.data("text only", "t,name\n0,a\n1,b\n", "no column with numbers", "t, name"),
                Wrong.data("decimal commas", "t;x\n0;1,5\n1;2,5\n2;3,5\n", "line 2", "'1,5'", "as in 1.5"),
                Wrong.data("one row", "t,x\n0,1\n", "one row only", "at least two"),
                Wrong.data("a repeated time", "t,x\n0,1\n1,2\n1,3\n", "time 1 on line 4 repeats", "--trajectory"),
                Wrong.data("a decreasing time", "t,x\n0,1\n2,2\n1,3\n", "time 1 on line 4", "later time 2 on line 3"),
                Wrong.data("a missing time", "t,x\n0,1\n,2\n2,3\n", "line 3", "'t'", "needs its time"),
                Wrong.data("NaN only", "t,x,y\n0,1,NaN\n1,2,\n2,3,NA\n", "'y' holds no number", "--states"),
                Wrong.data("NaN everywhere", "t,x\n0,NaN\n1,NaN\n", "'x' holds no number"),
                Wrong.data("infinity", "t,x\n0,1\n1,inf\n2,3\n", "line 3", "only finite numbers"),
                Wrong.data("too large for a double", "t,x\n0,1\n1,1e400\n", "line 3", "1e400", "too large"),
                Wrong.data("too large to square twice", "t,x\n0,1\n1,1e300\n", "'x' is 1e300", "another unit"),
                Wrong.data("too small", "t,x\n0,1e-310\n1,2e-310\n", "'x' is 2e-310", "another unit"),
                Wrong.data("nothing that changes", "t,x\n0,5\n1,5\n2,5\n", "no state ever changes (x)"),
                Wrong.data("a row with too many cells", "t,x\n0,1\n1,2,3\n", "line 3 has 3 cells", "2 columns"),
                Wrong.data("a row with too few cells", "t,x\n0,1\n1\n", "line 3 has 1 cells"),
                Wrong.data("two columns of one name", "t,x,x\n0,1,2\n1,2,3\n", "two columns are named 'x'"),
                Wrong.data("a nameless column", "t,,x\n0,1,2\n1,2,3\n", "column 2 has no name"),
                Wrong.data("zero bytes", "t,x\n0,\0\n", "not a text file"),
                Wrong.data("not UTF-8", "t,x\n0,\u00ff\n", "is not UTF-8 text"),
                Wrong.data("an open quote", "t,x\n0,\"1\n1,2\n", "check the quotes"),
                Wrong.data(
                        "a huge cell", "t,x\n0," + "1".repeat(2_000_000) + "\n1,2\n", "1048576 characters", "line 2"),
                Wrong.column("--time tt", "no column 'tt'", "did you mean t?"),
                Wrong.column("--states x,z", "no column 'z'"),
                Wrong.column("--trajectory run", "no column 'run'", "t, x, y"),
                Wrong.column("--time x --states x", "'x' is named as time and as a state"),
                Wrong.usage("regres.samples=3", "unknown key 'regres'; did you mean regress?"),
                Wrong.usage("member=3", "unknown key 'member'; did you mean members?"),
                Wrong.usage("members=three", "members", "whole number", "'three'"),
                Wrong.usage("members=0", "members must be at least 1, got 0"),
                Wrong.usage("network.width=0", "width must be at least 1, got 0"),
                Wrong.usage("network.smooth.rate=-1", "rate must be positive, got -1"),
                Wrong.usage("network.shoot.points=[5,1]", "points must be at least 2, got 1"),
                Wrong.usage("choice.finalists=0", "finalists must be at least 1, got 0"),
                Wrong.usage("holdout.test=2", "test must be a share from 0 to below 1, got 2"),
                Wrong.usage("holdout.test=0.9", "at most 0.8 together"),
                Wrong.usage("+known.z=x", "no state is named z", "x, y"),
                Wrong.usage("+known.x=frob(y)", "frob"),
                Wrong.usage("complete=[x]", "x is declared complete"),
                Wrong.usage("regress.operators=[+,frob]", "frob"),
                Wrong.usage("network.activation=tan", "did you mean tanh?"),
                Wrong.usage("members", "members"),
                Wrong.usage("--sed 3", "did you mean --seed"),
                Wrong.usage("--seed x", "--seed", "'x'"),
                Wrong.usage("--seed 1.5", "--seed", "'1.5'"),
                Wrong.usage("--seed", "--seed"),
                Wrong.usage("--threads 0", "--threads is 0; give 1 to 4096"),
                Wrong.usage("--threads -1", "--threads"),
                Wrong.usage("--time-limit never", "'never' is not a span of time"),
                Wrong.usage("--time-limit 0", "longer"),
                Wrong.usage("--config no.yaml", "cannot read the configuration no.yaml"),
                Wrong.usage("--out FILE", "is a file"),
                Wrong.usage("--out DIR", "is not empty", "give another one"),
                new Wrong("--out in a file", GOOD, "--out FILE/out", 5, List.of("FILE")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_isWrong_isNamedWithItsCode(Wrong wrong) throws IOException {
        Path data = root.resolve("data.csv");
        Files.write(data, wrong.data().getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(root.resolve("FILE"), "a file in the way");
        Files.createFile(Files.createDirectory(root.resolve("DIR")).resolve("of-another"));
        List<String> arguments = new ArrayList<>(List.of("distill", data.toString()));
        if (!wrong.arguments().contains("--out")) {
            arguments.addAll(List.of("--out", root.resolve("out").toString()));
        }
        for (String word : wrong.arguments().split(" ")) {
            arguments.add(word.matches("(FILE|DIR).*") ? root.resolve(word).toString() : word);
        }
        arguments.removeIf(String::isEmpty);
        assertRefused(wrong, arguments);
    }

    private void assertRefused(Wrong wrong, List<String> arguments) {
        assertEquals(wrong.code(), nde(arguments), err::toString);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        wrong.words()
                .forEach(word -> assertTrue(err.toString(StandardCharsets.UTF_8).contains(word), err::toString));
        assertFalse(err.toString(StandardCharsets.UTF_8).contains("\tat "), err::toString);
        assertTrue(err.size() < 400, () -> "a long message: " + err);
        arguments.add("--json");
        assertEquals(wrong.code(), nde(arguments), out::toString);
        Map<String, Object> answer = Json.object(out.toString(StandardCharsets.UTF_8));
        assertEquals("failed", answer.get("status"));
        assertEquals((long) wrong.code(), answer.get("code"));
        wrong.words()
                .forEach(word -> assertTrue(answer.get("message").toString().contains(word), answer::toString));
        assertFalse(Files.exists(root.resolve("out")), "a folder is left");
    }

    @Test
    void aFileThatIsNotThere_isNamed() {
        assertEquals(4, nde(List.of("distill", root.resolve("no.csv").toString())));
        assertTrue(err.toString().contains("no.csv does not exist; check the path"), err::toString);
        assertEquals(4, nde(List.of("distill", root.toString())));
        assertTrue(err.toString().contains("is not a file; check the path"), err::toString);
        assertEquals(2, nde(List.of("distill")));
        assertTrue(err.toString().contains("DATA.csv"), err::toString);
        assertEquals(2, nde(List.of("distil", "d.csv")));
        assertTrue(err.toString().contains("did you mean distill"), err::toString);
    }

    private int nde(List<String> arguments) {
        out.reset();
        err.reset();
        PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream remarks = new PrintStream(err, true, StandardCharsets.UTF_8);
        Desk desk = Desk.of(Terminal.plain(results, remarks), Studies.builtIn());
        return Nde.execute(desk, arguments.toArray(String[]::new));
    }
}
