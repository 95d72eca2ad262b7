package org.nde4j.experiments.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.run.Difference;
import org.nde4j.experiments.run.Disk;
import org.nde4j.experiments.run.Progress;
import org.nde4j.experiments.run.StopRequest;

class ReactionDiffusionStudyTest {
    @TempDir
    Path root;

    /*
     * Steps are judged by the mean of their errors; at the worst place of the end they were up to 70 times as great, and 700
     * times for Fisher's equation, where what is off far ahead of the front grows until the front is there.
     */
    @ParameterizedTest
    @CsvSource({"gray-scott, 12, 1e-6, 2e-4", "brusselator, 8, 1e-6, 2e-4", "fisher, 12, 1e-8, 2e-5"})
    void methods_agreeOnEveryModel(String model, int size, double tolerance, double bound) {
        Runner.Ended ended = run(
                1,
                "model=" + model,
                "size=" + size,
                "tolerance=" + tolerance,
                "cells=48",
                "method=[Rock4,Bdf,KenCarp4,Rodas5P]");
        assertTrue(ended.conclusion().reached(), ended.conclusion().message());
        for (String method : List.of("Rock4", "Bdf", "KenCarp4", "Rodas5P")) {
            double error = (double) ended.conclusion().facts().get("error_" + method);
            assertTrue(error > 0 && error < bound, method + " is off by " + error);
        }
        assertEquals(2, (double) ended.conclusion().facts().get("wave_order"), 0.1); // cells of 0.94 and 1.9
    }

    @Test
    void results_areTheSameOnAnyNumberOfThreads() {
        String[] small = {"size=8", "cells=48", "tolerance=1e-4"};
        Runner.Ended one = run(1, small);
        Runner.Ended two = run(2, small);
        assertEquals(Optional.empty(), Difference.between(one.folder(), two.folder()));
        assertTrue(one.folder().files().containsAll(List.of("methods.csv", "wave.csv", "pattern-6.csv", "page.json")));
    }

    @Test
    void method_thatCannotDoItIsRefused() {
        assertRefused("did you mean Rock4", "method=[Rok4]");
        assertRefused("does not estimate its error", "method=[Euler]");
        assertRefused("multiple of 8", "cells=50");
    }

    private void assertRefused(String part, String change) {
        Exception e = assertThrows(BadConfig.class, () -> run(1, change));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    private Runner.Ended run(int threads, String... changes) {
        Request request = new Request("reaction-diffusion", Optional.empty(), List.of(changes), Optional.empty(), 1);
        return new Runner(new Session(
                        Studies.builtIn(),
                        Disk.local(),
                        threads,
                        Duration.ofSeconds(5),
                        new StopRequest(),
                        Progress.SILENT,
                        folder -> {},
                        folder -> {},
                        List.of("test")))
                .run(request, root);
    }
}
