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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nde4j.experiments.config.Json;
import org.nde4j.experiments.study.Studies;

class NdeTest {

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void run_printsItsResultAndEndsWith0() {
        assertEquals(0, nde("run", "chains", "steps=4", "--out", folder("a")));
        assertEquals("the chains ended", out().strip());
        assertTrue(err().contains("writing into " + folder("a")), err());
    }

    @Test
    void json_isOneObjectOnOneLine() {
        assertEquals(0, nde("run", "chains", "--json", "--out", folder("a")));
        Map<String, Object> answer = only();
        assertEquals("completed", answer.get("status"));
        assertEquals(0L, answer.get("code"));
        assertEquals(folder("a"), answer.get("folder"));
        assertEquals(3, ((List<?>) answer.get("last")).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2|run chain|there is no study 'chain'; did you mean chains?",
                "2|rum chains|did you mean run",
                "2|resme x|did you mean resume",
                "2|run chains --sed 3|did you mean --seed",
                "2|run chains --threads 0|--threads is 0",
                "2|run chains --threads many|many",
                "2|run chains --time-limit soon|'soon' is not a span of time",
                "2|run chains stepz=3|unknown key 'stepz'; did you mean steps?",
                "2|run chains steps|expected a value",
                "2|run chains steps=x|needs a whole number, got 'x'",
                "2|run chains --config no.yaml|cannot read the configuration no.yaml",
                "2|run|NAME",
                "2|resume /nowhere|is not a run folder",
                "2|verify /nowhere|is not a run folder",
                "2|list chain|did you mean chains?",
                "1|run chains goal=fail|asked to fail",
                "1|run chains goal=exhaust|out of memory",
                "3|run chains goal=miss|the chains missed",
                "4|run chains --data no.csv|no.csv does not exist",
                "75|run chains pause=30 steps=1000 --time-limit 1s|go on with: nde resume"
            })
    void failures_haveTheirCodeAndMessage_alsoInJson(int code, String line, String part) {
        boolean runs = line.startsWith("run chains");
        String[] plain =
                (line + (runs ? " --out " + folder("plain") : "")).strip().split(" ");
        assertEquals(code, nde(plain));
        assertTrue(err().contains(part), err());
        assertEquals("", out());
        assertFalse(err().contains("\tat "), "a stack trace: " + err());
        String[] json = (line + " --json" + (runs ? " --out " + folder("json") : ""))
                .strip()
                .split(" ");
        assertEquals(code, nde(json));
        Map<String, Object> answer = only();
        assertEquals((long) code, answer.get("code"));
        assertTrue(answer.get("message").toString().contains(part), answer.toString());
        assertEquals(code == 75 ? "stopped" : code == 3 ? "missed" : "failed", answer.get("status"));
    }

    @Test
    void noCommand_isRefused() {
        assertEquals(2, nde());
        assertTrue(err().contains("name a command"), err());
    }

    @Test
    void badData_endsWith4AndNamesTheLine() throws IOException {
        Path file = Files.writeString(root.resolve("d.csv"), "t,x\n0,1\n1,oops\n2,3\n3,4\n");
        assertEquals(4, nde("run", "chains", "--data", file.toString(), "--json", "--out", folder("a")));
        assertTrue(only().get("message").toString().startsWith("d.csv, line 3, column 'x'"), out());
    }

    @Test
    void verify_tellsCompleteFromChangedFromUnfinished() throws IOException {
        nde("run", "chains", "--out", folder("a"));
        assertEquals(0, nde("verify", folder("a")));
        Files.writeString(root.resolve("a/summary.json"), "{}");
        assertEquals(6, nde("verify", folder("a"), "--json"));
        assertEquals(List.of("summary.json was changed after the run"), only().get("problems"));
        nde("run", "chains", "--out", folder("b"), "goal=fail");
        assertEquals(3, nde("verify", folder("b")));
        assertTrue(err().contains("FAILED"), err());
    }

    @Test
    void rerun_findsTheSameBytesOrTheFirstThatDiffers() throws IOException {
        Path data = Files.writeString(root.resolve("d.csv"), "t,x\n0,1\n1,2\n");
        nde("run", "chains", "--out", folder("a"), "--data", data.toString(), "--seed", "7");
        assertEquals(0, nde("rerun", folder("a")));
        assertTrue(out().contains("files of results are the same to the byte"), out());
        assertFalse(Files.list(root).anyMatch(f -> f.toString().contains(".rerun-")), "the second run is still there");
        String table = Files.readString(root.resolve("a/chains.csv"));
        Files.writeString(root.resolve("a/chains.csv"), table.replaceFirst("chain,step", "chain,stop"));
        assertEquals(3, nde("rerun", folder("a"), "--json"));
        assertEquals("chains.csv", only().get("file"));
        assertTrue(out().contains("differs from byte 9"), out());
    }

    @Test
    void resume_ofACompleteRun_answersAgain() {
        nde("run", "chains", "--json", "--out", folder("a"));
        Map<String, Object> first = answerBesidesTime();
        assertEquals(0, nde("resume", folder("a"), "--json"));
        assertEquals(first, answerBesidesTime());
    }

    @Test
    void report_keepsTheManifestTrue() {
        nde("run", "chains", "--out", folder("a"));
        assertEquals(0, nde("report", folder("a")));
        assertEquals(0, nde("verify", folder("a")));
    }

    @Test
    void list_showsStudiesAndTheirKeys() {
        assertEquals(0, nde("list"));
        assertEquals("chains  Random walks beside each other.", out().strip());
        assertEquals(0, nde("list", "chains"));
        assertTrue(out().contains("steps: 20  # default"), out());
    }

    @Test
    void commandsOfStudies_areThereWithTheirStudies() {
        Desk desk = Desk.of(Terminal.plain(print(out), print(err)), new Studies(List.of()));
        assertEquals(2, Nde.execute(desk, "distill", "d.csv"));
        assertEquals(2, nde("distill", "d.csv"));
    }

    @Test
    void versionAndHelp_endWith0() {
        assertEquals(0, nde("--version"));
        assertTrue(out().startsWith("NDE4J "), out());
        assertEquals(0, nde("--help"));
        assertTrue(out().contains("75 stopped"), out());
        assertEquals(0, nde("run", "--help"));
        assertTrue(out().contains("--time-limit"), out());
    }

    @Test
    void quiet_saysNothingButTheResult() {
        assertEquals(0, nde("run", "chains", "--quiet", "--out", folder("a")));
        assertEquals("", err());
    }

    @Test
    void columnsAsOptions_becomeChanges() {
        assertEquals(List.of(), StudyVerb.change("data.time", (String) null));
        assertEquals(List.of("data.time='it\\'s a \\\\ time'"), StudyVerb.change("data.time", "it's a \\ time"));
        assertEquals(List.of("data.states=['x','y, z']"), StudyVerb.change("data.states", List.of("x ", "y, z")));
    }

    @ParameterizedTest
    @CsvSource({"90,90", "90s,90", "15m,900", "1h30m,5400", "2d,172800", "1d1h1m1s,90061"})
    void spansOfTime_areRead(String text, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), TimeSpan.of(text));
    }

    @Test
    void liveProgress_isDrawnOverOneLine() {
        ProgressLine line = new ProgressLine(new Terminal(print(out), print(err), true, false));
        line.at("fit", 5, 10, "loss 0.1");
        assertEquals("\r\u001b[2Kfit  5/10  50%  loss 0.1", err());
        line.clear();
        line.clear();
        assertTrue(err().endsWith("loss 0.1\r\u001b[2K"), err());
    }

    private int nde(String... arguments) {
        out.reset();
        err.reset();
        return Nde.execute(Desk.of(Terminal.plain(print(out), print(err)), Toy.STUDIES), arguments);
    }

    /** The one object on standard output. */
    private Map<String, Object> only() {
        assertEquals(1, out().lines().count(), out());
        return Json.object(out().strip());
    }

    private String folder(String name) {
        return root.resolve(name).toString();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private Map<String, Object> answerBesidesTime() {
        Map<String, Object> answer = new LinkedHashMap<>(only());
        assertTrue(answer.remove("seconds") instanceof Double);
        return answer;
    }
}
