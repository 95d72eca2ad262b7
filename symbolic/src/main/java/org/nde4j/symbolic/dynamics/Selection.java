package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;
import org.nde4j.symbolic.expression.Expression;

/**
 * From expressions for each state to systems in order of merit. Where the best system shows that the noise was
 * overestimated, its own errors take the place of the estimate and the best are compared again.
 */
final class Selection {
    private static final int SHARPENINGS = 4;
    private static final double OVERESTIMATED = 0.5;
    private static final int KEPT = 30;

    private final Known known;
    private final DistillSettings.Choice choice;
    private final double[] resolved;
    private final Workers workers;
    private final Journal journal;

    /**
     * A selection.
     *
     * @param known what is part of every system
     * @param choice how many are tried
     * @param resolved the least error of each state that counts
     * @param workers the threads
     * @param journal is told of the progress
     */
    Selection(Known known, DistillSettings.Choice choice, double[] resolved, Workers workers, Journal journal) {
        this.known = known;
        this.choice = choice;
        this.resolved = resolved;
        this.workers = workers;
        this.journal = journal;
    }

    /** Compares the systems that can be put together. */
    Compared of(Judge first, List<List<Expression>> menus) {
        Judge judge = first;
        List<Candidate> systems =
                best(new Contest(judge, menus, known::with, choice.iterations(), workers, journal).run());
        for (int i = 0; i < SHARPENINGS && Double.isFinite(systems.get(0).criterion()); i++) {
            double[] excess = judge.excess(systems.get(0));
            if (Arrays.stream(excess).allMatch(e -> e > OVERESTIMATED)) {
                break;
            }
            Judge sharper = judge.with(judge.noise().times(excess).atLeast(resolved));
            systems = best(each(systems, c -> sharper.judge(sharper.refine(c, choice.iterations()))));
            judge = sharper;
        }
        Judge last = judge;
        List<Candidate> all = new ArrayList<>(
                each(systems.subList(0, Math.min(choice.finalists(), systems.size())), c -> finalist(last, c)));
        all.addAll(systems);
        return new Compared(best(all), judge.noise());
    }

    /** Compares polynomial systems and takes the best. */
    Candidate best(Judge judge, List<EquationSystem> polynomials) {
        return best(each(polynomials, p -> judge.judge(judge.fit(p, choice.iterations()))))
                .get(0);
    }

    private <T> List<Candidate> each(List<T> all, Function<T, Candidate> task) {
        List<Callable<Candidate>> tasks = new ArrayList<>();
        all.forEach(one -> tasks.add(() -> task.apply(one)));
        return workers.all(tasks);
    }

    /* The best, best first, each system once. */
    private static List<Candidate> best(List<Candidate> all) {
        Map<String, Candidate> distinct = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparingDouble(Candidate::criterion))
                .forEach(c -> distinct.putIfAbsent(c.system().rounded(3), c));
        return distinct.values().stream().limit(KEPT).toList();
    }

    private Candidate finalist(Judge judge, Candidate candidate) {
        if (!Double.isFinite(candidate.criterion())) {
            return candidate;
        }
        return judge.judge(rounded(judge, judge.refine(candidate, 4 * choice.iterations())));
    }

    /** Rounds, and rounds again what simplification makes of it. */
    TrajectoryFit.Fitted rounded(Judge judge, TrajectoryFit.Fitted fitted) {
        TrajectoryFit.Fitted now = fitted;
        for (int i = 0; i < 3 && Double.isFinite(now.squares()); i++) {
            TrajectoryFit.Fitted once = new Rounding(judge).round(now);
            EquationSystem simple = once.system().simplified();
            if (simple.equals(once.system())) {
                return once;
            }
            now = judge.refine(simple, once.starts(), choice.iterations());
        }
        return now;
    }

    /**
     * Fits the chosen system to all that is not held out to the end, and rounds again.
     *
     * @param all judges by these data
     * @param chosen the system
     * @param seen the data by which it was chosen
     */
    TrajectoryFit.Fitted finish(Judge all, Candidate chosen, Split seen) {
        return rounded(all, all.again(chosen, seen, 4 * choice.iterations()));
    }
}
