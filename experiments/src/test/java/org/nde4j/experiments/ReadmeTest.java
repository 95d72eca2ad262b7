package org.nde4j.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.experiments.system.Problem;
import org.nde4j.experiments.system.Solved;

/** What the README shows compiles, and what it names is there. */
class ReadmeTest {
    private static final Path ROOT = root();
    private static final List<String> IMPORTS = List.of(
            "java.util.List",
            "org.nde4j.core.adjoint.DifferentiableSolve",
            "org.nde4j.core.array.Shape",
            "org.nde4j.core.equation.Field",
            "org.nde4j.core.model.NeuralOde",
            "org.nde4j.core.model.Smooth",
            "org.nde4j.core.solve.PidController",
            "org.nde4j.core.solve.SaveAt",
            "org.nde4j.core.solve.Solve",
            "org.nde4j.core.solve.explicit.Tsit5",
            "org.nde4j.core.train.TimeSeries",
            "org.nde4j.core.train.Trajectory",
            "org.nde4j.core.work.Journal",
            "org.nde4j.core.work.Workers",
            "org.nde4j.symbolic.dynamics.Distillation",
            "org.nde4j.symbolic.dynamics.DistillSettings",
            "org.nde4j.symbolic.dynamics.Distilled");

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("nde"))) {
            here = here.getParent();
        }
        return here;
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    static Stream<String> snippets() throws IOException {
        List<String> all = new ArrayList<>();
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme());
        while (block.find()) {
            all.add(block.group(1));
        }
        assertTrue(all.size() >= 2, "the README shows the library at work");
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void snippet_compiles(String snippet, @TempDir Path out) {
        StringBuilder source = new StringBuilder();
        IMPORTS.forEach(name -> source.append("import ").append(name).append(";\n"));
        source.append("class Snippet { void run() {\n").append(snippet).append("}}\n");
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignore) {
                        return source;
                    }
                };
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", out.toString(), "-cp", System.getProperty("java.class.path"));
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(file))
                .call();
        assertTrue(compiled, messages + "\n" + source);
    }

    static Stream<String> systems() throws IOException {
        List<String> all = new ArrayList<>();
        Matcher block = Pattern.compile("\\./nde solve - .*?<<'END'\n(.*?)END\n", Pattern.DOTALL)
                .matcher(readme());
        while (block.find()) {
            all.add(block.group(1));
        }
        assertTrue(all.size() >= 4, "the README shows equations of every kind");
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void system_isSolved(String system) {
        Solved solved = Problem.of(system, "README.md", List.of()).solved();
        assertEquals(Optional.empty(), solved.failure());
        assertEquals(
                system.contains("mass:"), !solved.remarks().isEmpty(), "only a start that is changed needs a remark");
        assertEquals(system.contains("events:"), !solved.events().isEmpty());
    }

    @Test
    void files_thatAreLinkedAreThere() throws IOException {
        List<String> missing = new ArrayList<>();
        Matcher link = Pattern.compile("]\\(([^)#:]+)\\)").matcher(readme());
        while (link.find()) {
            if (!Files.exists(ROOT.resolve(link.group(1)))) {
                missing.add(link.group(1));
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void dataOfTheFirstCommand_isShipped() throws IOException {
        Matcher command = Pattern.compile("\\./nde distill (\\S+\\.csv)").matcher(readme());
        assertTrue(command.find(), "the README begins with the main job");
        assertTrue(Files.exists(ROOT.resolve(command.group(1))), command.group(1));
    }
}
