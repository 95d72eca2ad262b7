package org.nde4j.experiments.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nde4j.core.array.Array;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.SolveFailed;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.config.Configuration;
import org.nde4j.experiments.config.Yaml;

/**
 * An initial value problem, ready to be solved.
 *
 * @param equations what is solved; the parameters are those that the gradient is asked for, the others are numbers in it
 * @param start the start value of each state, in the order of the equations
 * @param parameters the values of the parameters of the field
 * @param from the time of the start
 * @param saved the end, and which times are kept
 * @param solve how it is solved
 * @param gradient the derivative that is asked for, if one is
 * @param columns what is shown of the solution
 * @param reason why it is solved by this method, in a few words; empty if that is plain
 */
public record Problem(
        Equations equations,
        double[] start,
        double[][] parameters,
        double from,
        SavedTimes saved,
        Solve solve,
        Optional<Gradient> gradient,
        Columns columns,
        String reason) {

    /**
     * The problem in a file.
     *
     * @param path the file
     * @param changes what the command line changes in it: {@code key.path=value}
     * @throws BadConfig if it is no such file; the message says where, what and what to do
     */
    public static Problem read(Path path, List<String> changes) {
        try {
            return of(Files.readString(path, StandardCharsets.UTF_8), path.toString(), changes);
        } catch (IOException e) {
            throw new BadConfig(
                    "cannot read " + path + (Files.exists(path) ? "" : ", it is not there")
                            + "; give a YAML file with states, equations and time ('nde solve --help' shows one)",
                    e);
        }
    }

    /** The problem in a text; the source is the name of its file, for messages. */
    public static Problem of(String text, String source, List<String> changes) {
        return new ProblemReader(Configuration.of(SystemFile.class, Yaml.read(text, source), changes)).read();
    }

    /** Where it ends, unless an event ends it before. */
    public double to() {
        return saved.end();
    }

    /** Solves it, and computes the gradient if the end was reached. */
    public Solved solved() {
        long began = System.nanoTime();
        Start corrected = Start.of(this);
        Outcome outcome =
                solve.run(equations.field(), from, to(), Array.matrix(new double[][] {corrected.values()}), parameters);
        double seconds = (System.nanoTime() - began) * 1e-9;
        Solved solved = new Solved(this, outcome, corrected.remarks(), seconds, Map.of(), Optional.empty());
        if (outcome instanceof Outcome.Failed failed) {
            return solved.failing(new FailureText(this, failed).text());
        }
        try {
            return solved.with(gradient.map(g -> g.of(this)).orElse(Map.of()));
        } catch (SolveFailed e) {
            return solved.failing("the states were solved, the gradient was not: " + e.getMessage());
        }
    }
}
