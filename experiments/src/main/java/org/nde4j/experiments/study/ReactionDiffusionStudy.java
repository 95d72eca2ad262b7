package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.methods.Methods;
import org.nde4j.experiments.config.Json;
import org.nde4j.experiments.config.Nearest;
import org.nde4j.experiments.problem.FisherWave;
import org.nde4j.experiments.problem.ReactionDiffusion;
import org.nde4j.experiments.run.RunFolder;

/**
 * Parabolic equations by the method of lines: a wave that is known in closed form, on finer and finer grids, and a pattern
 * of substances that react and spread on a torus, solved by methods that are meant for such equations.
 */
final class ReactionDiffusionStudy implements Study<ReactionDiffusionStudy.Configuration> {

    private static final double SLACK =
            1000; // steps are judged by the mean of errors, which gather at fronts and grow with them

    /** What reacts on the torus. */
    enum Model {
        GRAY_SCOTT {
            @Override
            ReactionDiffusion on(Configuration c) {
                return ReactionDiffusion.grayScott(c.size(), c.feed(), c.kill());
            }
        },
        BRUSSELATOR {
            @Override
            ReactionDiffusion on(Configuration c) {
                return ReactionDiffusion.brusselator(c.size());
            }
        },
        FISHER {
            @Override
            ReactionDiffusion on(Configuration c) {
                return ReactionDiffusion.fisher(c.size());
            }
        };

        abstract ReactionDiffusion on(Configuration configuration);
    }

    /**
     * What is solved, and how.
     *
     * @param model what reacts on the torus
     * @param size points a side of the torus, at least 4
     * @param method the methods to be compared, by name
     * @param tolerance their relative and absolute tolerance
     * @param cells of the finest grid of the wave, a multiple of 8 and at least 48
     * @param feed how fast substance flows in, in Gray and Scott's model
     * @param kill how fast the product decays there
     */
    record Configuration(
            Model model, int size, List<String> method, double tolerance, int cells, double feed, double kill) {
        /** Refuses what cannot be solved. */
        Configuration {
            require(size >= 4 && size <= 512, "size must be between 4 and 512, got " + size);
            require(
                    tolerance >= 1e-9 && tolerance <= 0.01,
                    "tolerance must be between 1e-9 and 0.01, got " + tolerance);
            require(cells >= 48 && cells % 8 == 0, "cells must be a multiple of 8 and at least 48, got " + cells);
            require(!method.isEmpty(), "method must name at least one, such as [Rock4]");
            for (String name : method) {
                require(
                        Methods.named(name).isPresent(),
                        "method '" + name + "' is not known" + Nearest.advice(name, Methods.adaptive()));
                require(
                        Methods.named(name).orElseThrow().estimatesError(),
                        "method '" + name + "' does not estimate its error; choose one that does, such as Rock4");
            }
        }

        List<Method> methods() {
            return method.stream()
                    .map(name -> Methods.named(name).orElseThrow())
                    .toList();
        }

        static Configuration defaults() {
            return new Configuration(
                    Model.GRAY_SCOTT, 64, List.of("Rock4", "Bdf", "KenCarp4", "Auto"), 1e-6, 384, 0.037, 0.06);
        }

        private static void require(boolean holds, String message) {
            if (!holds) {
                throw new IllegalArgumentException(message);
            }
        }
    }

    @Override
    public String name() {
        return "reaction-diffusion";
    }

    @Override
    public String summary() {
        return "a wave and a pattern by the method of lines, solved by methods for parabolic equations";
    }

    @Override
    public Class<Configuration> configuration() {
        return Configuration.class;
    }

    @Override
    public Conclusion run(Configuration configuration, StudyContext context) {
        ReactionDiffusion pattern = configuration.model().on(configuration);
        List<Callable<GridSolve>> tasks = new ArrayList<>(
                PatternSheet.tasks(pattern, configuration.methods(), configuration.tolerance(), context.journal()));
        int first = tasks.size();
        tasks.addAll(WaveSheet.tasks(configuration.cells(), context.journal()));
        List<GridSolve> solves = context.workers().all(tasks);
        WaveSheet wave = WaveSheet.of(configuration.cells(), solves.subList(first, solves.size()));
        PatternSheet sheet = PatternSheet.of(pattern, configuration.methods(), solves.subList(0, first));
        wave.write(context.folder());
        sheet.write(context.folder());
        StudyPage page = new StudyPage();
        wave.describe(page);
        sheet.describe(page);
        page.write(context.folder());
        return conclusion(configuration, wave, sheet, context.folder());
    }

    private static Conclusion conclusion(
            Configuration configuration, WaveSheet wave, PatternSheet sheet, RunFolder folder) {
        Map<String, Object> facts = new LinkedHashMap<>();
        wave.facts(facts);
        sheet.facts(facts);
        folder.write("summary.json", Json.pretty(facts));
        List<String> failures = sheet.failures();
        if (!failures.isEmpty()) {
            return Conclusion.missed(String.join("\n", failures), facts);
        }
        String text = String.format(
                Locale.ROOT,
                "The wave is off by %.1e, of order %.2f in the grid, with speed %.4f (exact: %.4f); the methods agree to %.1e.",
                wave.error(),
                wave.order(),
                wave.speed(),
                FisherWave.SPEED,
                sheet.error());
        boolean sound = Math.abs(wave.order() - 2) < 0.2 && sheet.error() < SLACK * configuration.tolerance();
        return sound ? Conclusion.reached(text, facts) : Conclusion.missed(text, facts);
    }
}
