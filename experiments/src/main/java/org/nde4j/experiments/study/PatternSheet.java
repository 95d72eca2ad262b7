package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.explicit.Vern7;
import org.nde4j.core.work.Journal;
import org.nde4j.experiments.problem.ReactionDiffusion;
import org.nde4j.experiments.problem.TestProblem;
import org.nde4j.experiments.run.RunFolder;

/** A pattern on a torus, as several methods compute it, against a tight solve by an explicit method. */
final class PatternSheet {
    private static final double[] SHOWN = {0.05, 0.125, 0.25, 0.375, 0.5, 1};

    private final ReactionDiffusion pattern;
    private final List<Method> methods;
    private final GridSolve tight;
    private final List<GridSolve> solves;

    private PatternSheet(ReactionDiffusion pattern, List<Method> methods, List<GridSolve> solves) {
        this.pattern = pattern;
        this.methods = methods;
        this.tight = solves.get(0);
        this.solves = solves.subList(1, solves.size());
    }

    /** The tight solve, and one by each method. */
    static List<Callable<GridSolve>> tasks(
            ReactionDiffusion pattern, List<Method> methods, double tolerance, Journal journal) {
        TestProblem problem = pattern.problem();
        List<Callable<GridSolve>> tasks = new ArrayList<>();
        tasks.add(() -> GridSolve.of(
                problem, new Vern7(), Math.min(1e-9, tolerance * 1e-3), times(problem), journal.scoped("tight")));
        for (Method method : methods) {
            tasks.add(() -> GridSolve.of(problem, method, tolerance, new double[] {problem.to()}, journal));
        }
        return tasks;
    }

    static PatternSheet of(ReactionDiffusion pattern, List<Method> methods, List<GridSolve> solves) {
        return new PatternSheet(pattern, methods, solves);
    }

    private static double[] times(TestProblem problem) {
        return DoubleStream.of(SHOWN).map(share -> share * problem.to()).toArray();
    }

    /** The greatest error of a method; NaN if one of them, or the tight solve, did not come to the end. */
    double error() {
        return solves.stream()
                .mapToDouble(s -> tight.reached() ? s.error(tight) : Double.NaN)
                .max()
                .orElse(Double.NaN);
    }

    /** Why methods did not come to the end, a line each. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        if (!tight.reached()) {
            failures.add("the tight solve failed: " + tight.failure());
        }
        for (int m = 0; m < methods.size(); m++) {
            if (!solves.get(m).reached()) {
                failures.add(methods.get(m).name() + " failed: " + solves.get(m).failure());
            }
        }
        return failures;
    }

    void facts(Map<String, Object> facts) {
        facts.put("pattern", pattern.problem().name());
        facts.put("states", pattern.problem().field().size());
        for (int m = 0; m < methods.size(); m++) {
            facts.put("error_" + methods.get(m).name(), solves.get(m).error(tight));
        }
    }

    void write(RunFolder folder) {
        Csv csv = new Csv()
                .row("method", "error", "steps", "rejected", "evaluations", "Jacobians", "factorizations", "failure");
        for (int m = 0; m < methods.size(); m++) {
            GridSolve s = solves.get(m);
            csv.row(
                    methods.get(m).name(),
                    s.error(tight),
                    s.steps(),
                    s.rejected(),
                    s.evaluations(),
                    s.jacobians(),
                    s.factorizations(),
                    s.failure());
        }
        folder.write("methods.csv", csv.toString());
        for (int i = 0; i < tight.states().length; i++) {
            folder.write(file(i), snapshot(tight.states()[i]));
        }
    }

    private static String file(int number) {
        return "pattern-" + (number + 1) + ".csv";
    }

    /** The last substance: a row for each y and a column for each x. */
    private String snapshot(double[] states) {
        int n = pattern.side();
        double[] values = shown(states);
        List<Object> head = new ArrayList<>(List.of("y"));
        IntStream.range(0, n).forEach(i -> head.add(i / (double) n));
        Csv csv = new Csv().row(head);
        for (int j = 0; j < n; j++) {
            List<Object> row = new ArrayList<>(List.of(j / (double) n));
            for (int i = 0; i < n; i++) {
                row.add(values[j * n + i]);
            }
            csv.row(row);
        }
        return csv.toString();
    }

    private double[] shown(double[] states) {
        int all = pattern.side() * pattern.side();
        return Arrays.copyOfRange(states, states.length - all, states.length);
    }

    void describe(StudyPage page) {
        TestProblem problem = pattern.problem();
        page.section(
                "A pattern on a torus",
                problem.source() + ", " + problem.field().size() + " states, as a tight solve gives it.");
        double least = tight().min().orElse(0);
        double high = tight().max().orElse(1);
        double low = Math.abs(least) < 0.02 * high ? 0 : least;
        String substance = pattern.substances().get(pattern.substances().size() - 1);
        for (int i = 0; i < tight.states().length; i++) {
            String time = Numbers.text(times(problem)[i]).replaceFirst("\\.0$", "");
            page.map(file(i), "t = " + time, "x", "y", substance, low, high);
        }
        page.section(
                        "Methods compared",
                        "Error: the greatest |y - r| / (1 + |r|) at the end, against a tight solve by Vern7. Implicit methods "
                                + "choose their linear algebra by the pattern of the Jacobian: on large grids it is sparse. "
                                + "KenCarp4 and its kin step the reactions explicitly and solve for diffusion alone; "
                                + "stabilized methods such as Rock4 factor nothing.")
                .table("methods.csv");
    }

    private DoubleStream tight() {
        return Arrays.stream(tight.states()).flatMapToDouble(s -> DoubleStream.of(shown(s)));
    }
}
