package org.nde4j.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.report.SolutionPicture;
import org.nde4j.experiments.run.Exit;
import org.nde4j.experiments.system.Problem;
import org.nde4j.experiments.system.Solved;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Solves a system that is written down in a file. */
@Command(
        name = "solve",
        description = "Solves differential equations written as text.",
        footer = {
            "",
            "A system, of which states, equations and time are needed:",
            "  states: {x: 1.0, v: 0.0}          # with their start values",
            "  parameters: {k: 2}",
            "  equations: {x: v, v: \"-k*x\"}      # derivatives; t is the time",
            "  time: {from: 0, to: 10, save: 101}  # how many times, or a list of them, or",
            "                                    # {steps: 5}: every 5th step, or",
            "                                    # {dense: 5}: every step in 5 pieces",
            "  outputs: {energy: \"v^2/2 + k*x^2/2\"}",
            "  gradient: {of: x, wrt: [k, x0]}   # x at the end; x0: the start of x",
            "                                    # mode: direct (adjoint) or forward",
            "How it is solved:",
            "  method: Tsit5                     # see --list-methods; any equation is",
            "                                    # solved without it",
            "  rtol: 1e-8                        # or steps of one length: step: 0.01",
            "  atol: 1e-10                       # or {x: 1e-10, v: 1e-12}",
            "  controller: PI42                  # firstStep, minStep, maxStep, maxSteps",
            "  jumps: [3]                        # where equations are discontinuous",
            "  stops: [4]                        # where a step must end",
            "Equations of other kinds:",
            "  equations: {x: \"-delay(x, 0.5)\"}  # x a while ago; 0.5 may be a formula",
            "  history: {x: \"cos(t)\"}            # before the start; else the start value",
            "  mass: {x: 1, z: 0}                # 0: algebraic; or the rows of a matrix",
            "  consistent: false                 # to refuse wrong starts, not correct them",
            "  split: {explicit: {x: \"sin(t)\"}, implicit: {x: \"-50*x\"}}  # added",
            "  positions: [x]                    # for symplectic methods such as Yoshida6,",
            "  momenta: [v]                      # which find out themselves where they can",
            "Events, in order; one of the first five says when:",
            "  events:",
            "    - when: \"x < 0\"                 # or when: x, direction: falling",
            "      holds: \"x < 0 and v < 0\"      # looked at where steps end",
            "      at: [1, 2]",
            "      every: 0.5                    # from: 0",
            "      steady: 1e-6                  # the derivative is this small; the end",
            "      set: {v: \"-0.9*v\"}",
            "      terminate: true",
            "Any of it is changed by key.path=value, such as parameters.k=3"
        })
final class SolveCommand extends Verb {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SYSTEM.yaml",
            description = "States, equations and times, see below; - for standard input.")
    Path file;

    @Parameters(index = "1..*", paramLabel = "key=value", description = "Changes of the system.")
    List<String> changes = List.of();

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the saved states to this file, too.")
    Path csv;

    @Option(names = "--picture", paramLabel = "FILE", description = "Draw states against time in this SVG file, too.")
    Path picture;

    @Option(names = "--list-methods", description = "List all methods.")
    boolean listMethods;

    SolveCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        if (listMethods) {
            return new MethodTable().answer();
        }
        if (file == null) {
            throw new BadConfig(
                    "there is no system to solve; give a YAML file such as SYSTEM.yaml ('nde solve --help' shows one)");
        }
        Solved solved = problem().solved();
        if (csv != null) {
            write(csv, solved.csv());
        }
        if (picture != null) {
            write(picture, SolutionPicture.of(solved));
        }
        Exit exit = solved.failure().isEmpty() ? Exit.DONE : Exit.MISSED;
        return new Answer(exit, new SolutionText(solved).text(), solved.json());
    }

    private Problem problem() {
        if (!file.toString().equals("-")) {
            return Problem.read(file, changes);
        }
        try {
            return Problem.of(new String(System.in.readAllBytes(), StandardCharsets.UTF_8), "standard input", changes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
