package org.nde4j.experiments.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.methods.Methods;
import org.nde4j.core.work.Codec;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.config.Nearest;
import org.nde4j.experiments.data.Table;

/**
 * What methods spend for an accuracy: problems with known ends, solved by each method that is meant for them, at tolerances
 * from rough to fine. Evaluations, steps and errors are the same bits on any machine and are in {@code work.csv}; what a clock
 * says is in files whose names begin with {@code seconds}.
 */
final class WorkPrecisionStudy implements Study<WorkPrecisionStudy.Configuration> {
    private static final List<String> EXPLICIT =
            List.of("Tsit5", "Dopri5", "BS5", "Vern6", "Vern7", "Vern8", "Vern9", "Dop853", "Dopri8", "Adams", "Auto");
    private static final List<String> STIFF = List.of(
            "Rosenbrock23", "Rodas4", "Rodas5P", "Kvaerno3", "Kvaerno5", "KenCarp4", "RadauIIA5", "Bdf", "Auto");

    /**
     * What is compared.
     *
     * @param problems of the catalog
     * @param methods by name; empty for those that are meant for a problem
     * @param tolerances relative, from rough to fine
     * @param attempts at steps before a solve is given up
     * @param warmUp seconds of processor time before a measurement
     * @param budget seconds of processor time of a measurement
     */
    record Configuration(
            List<String> problems,
            List<String> methods,
            List<Double> tolerances,
            int attempts,
            double warmUp,
            double budget) {
        static Configuration defaults() {
            return new Configuration(
                    List.of(
                            "lorenz",
                            "lotka",
                            "arenstorf",
                            "pleiades",
                            "robertson",
                            "vdp1000",
                            "hires",
                            "oregonator",
                            "pollution",
                            "chemical-akzo",
                            "brusselator-1d"),
                    List.of(),
                    List.of(1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12),
                    100_000,
                    0.5,
                    0.2);
        }
    }

    @Override
    public String name() {
        return "work-precision";
    }

    @Override
    public String summary() {
        return "compare methods by what they spend for an accuracy, beside other libraries";
    }

    @Override
    public Class<Configuration> configuration() {
        return Configuration.class;
    }

    @Override
    public Conclusion run(Configuration configuration, StudyContext context) {
        List<PrecisionProblem> problems = configuration.problems().stream()
                .map(WorkPrecisionStudy::problem)
                .toList();
        List<PrecisionPoint> points = new ArrayList<>();
        for (PrecisionProblem problem : problems) {
            List<Method> methods = methods(configuration, problem);
            for (int i = 0; i < methods.size(); i++) {
                context.journal().progress(problem.problem().name(), i, methods.size(), "");
                points.addAll(points(problem, methods.get(i), configuration, context));
            }
        }
        PrecisionSheet sheet = new PrecisionSheet(points, peers());
        sheet.write(context.folder());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("problems", problems.size());
        facts.put("solves", points.size());
        facts.put("failed", points.stream().filter(p -> !p.failure().isEmpty()).count());
        return Conclusion.reached(sheet.text(), facts);
    }

    private static PrecisionProblem problem(String name) {
        try {
            return PrecisionProblem.named(name);
        } catch (IllegalArgumentException e) {
            throw new BadConfig(e.getMessage());
        }
    }

    private static List<Method> methods(Configuration configuration, PrecisionProblem problem) {
        List<String> meant = problem.problem().stiff() ? STIFF : EXPLICIT;
        List<String> names = configuration.methods().isEmpty() ? meant : configuration.methods();
        return names.stream().map(WorkPrecisionStudy::method).toList();
    }

    private static Method method(String name) {
        return Methods.named(name)
                .orElseThrow(() -> new BadConfig("there is no method " + name + Nearest.advice(name, Methods.names())));
    }

    private static List<PrecisionPoint> points(
            PrecisionProblem problem, Method method, Configuration configuration, StudyContext context) {
        String piece = problem.problem().name() + "/" + PrecisionPoint.name(method);
        return context.journal()
                .once(
                        piece,
                        Codec.list(PrecisionPoint.CODEC),
                        () -> configuration.tolerances().stream()
                                .map(tolerance -> PrecisionPoint.of(problem, method, tolerance, configuration))
                                .toList());
    }

    /** What other libraries take, as measured elsewhere. */
    private static Table peers() {
        try (InputStream in = WorkPrecisionStudy.class.getResourceAsStream("peers.csv")) {
            return Table.parse("peers.csv", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the times of other libraries could not be read; rebuild the jar", e);
        }
    }
}
