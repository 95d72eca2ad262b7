package org.nde4j.experiments.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.experiments.report.SolutionPicture;

/** The systems that are shipped as examples. */
class ExamplesTest {

    static Stream<Path> examples() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("nde"))) {
            here = here.getParent();
        }
        List<Path> all;
        try (Stream<Path> files = Files.list(here.resolve("experiments/examples"))) {
            all = files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
        assertTrue(all.size() >= 8, "there are examples: " + all);
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_isSolvedAndDrawn(Path example) {
        Solved solved = Problem.read(example, List.of()).solved();
        assertEquals(Optional.empty(), solved.failure());
        assertTrue(solved.table().times().length > 1);
        assertTrue(SolutionPicture.of(solved).contains("</svg>"));
    }
}
