package org.nde4j.experiments.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.data.Table;
import org.nde4j.experiments.run.Difference;
import org.nde4j.experiments.run.RunFolder;

class WorkPrecisionStudyTest {
    private static final List<String> SHORT = List.of(
            "problems=[robertson,lotka]",
            "methods=[Rodas5P,Bdf]",
            "tolerances=[1e-3,1e-5,1e-7]",
            "warmUp=0",
            "budget=0");

    private static RunFolder run(Path folder, List<String> changes) {
        Request request = new Request("work-precision", Optional.empty(), changes, Optional.empty(), 1);
        return new Runner(Session.quiet(Studies.builtIn()))
                .runInto(request, folder)
                .folder();
    }

    private static Table table(RunFolder folder, String file) {
        return Table.parse(file, folder.text(file).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void work_isTheSameWhenDoneAgainAndErrorsFall(@TempDir Path temporary) {
        RunFolder first = run(temporary.resolve("first"), SHORT);
        RunFolder second = run(temporary.resolve("second"), SHORT);
        assertEquals(Optional.empty(), Difference.between(first, second));
        Table work = table(first, "work.csv");
        assertEquals(12, work.rows());
        double[] errors = work.numbers("error");
        double[] evaluations = work.numbers("evaluations");
        for (int curve = 0; curve < 12; curve += 3) {
            assertTrue(errors[curve + 2] < errors[curve] / 10); // the tolerance falls by 1e4
            assertTrue(evaluations[curve + 2] > evaluations[curve]);
        }
        double[] milliseconds = table(first, "seconds.csv").numbers("milliseconds");
        assertEquals(12, milliseconds.length);
        assertTrue(Arrays.stream(milliseconds).allMatch(ms -> ms > 0));
    }

    @Test
    void others_areThereForTheProblemsOfTheRun(@TempDir Path temporary) {
        RunFolder folder = run(
                temporary.resolve("run"),
                List.of("problems=[hires]", "methods=[Rodas5P]", "tolerances=[1e-4,1e-8]", "warmUp=0", "budget=0"));
        Table peers = table(folder, "peers.csv");
        for (int row = 0; row < peers.rows(); row++) {
            assertEquals("hires", peers.text(row, "problem"));
        }
        assertTrue(folder.text("seconds-at-equal-error.md").contains("SciPy LSODA"));
    }

    @Test
    void names_areChecked(@TempDir Path temporary) {
        Exception problem =
                assertThrows(BadConfig.class, () -> run(temporary.resolve("a"), List.of("problems=[hire]")));
        assertTrue(problem.getMessage().contains("hires"), problem.getMessage());
        Exception method =
                assertThrows(BadConfig.class, () -> run(temporary.resolve("b"), List.of("methods=[Rodas5Q]")));
        assertTrue(method.getMessage().contains("Rodas5P"), method.getMessage());
    }

    @Test
    void curve_isReadBetweenTolerances() {
        double[] errors = {1e-2, 1e-4, Double.NaN, 1e-6};
        double[] milliseconds = {1, 100, Double.NaN, 400};
        PrecisionCurve curve = new PrecisionCurve("x", errors, milliseconds);
        assertEquals(10, curve.at(1e-3), 1e-12); // rounding
        assertEquals(200, curve.at(1e-5), 1e-11); // rounding
        assertEquals(1, curve.at(1));
        assertEquals(Double.NaN, curve.at(1e-7));
    }
}
