package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;
import org.nde4j.symbolic.evolve.EvolutionSettings;
import org.nde4j.symbolic.evolve.Search;
import org.nde4j.symbolic.expression.Evaluator;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.front.ParetoFront;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.simplify.Simplifier;

/** The symbolic regression of what the teacher says about each state, less what is known of it. */
final class Regression {
    private final DistillSettings settings;
    private final Known known;
    private final Teacher teacher;
    private final long seed;
    private final Workers workers;
    private final Journal journal;

    Regression(DistillSettings settings, Known known, Teacher teacher, long seed, Workers workers, Journal journal) {
        this.settings = settings;
        this.known = known;
        this.teacher = teacher;
        this.seed = seed;
        this.workers = workers;
        this.journal = journal;
    }

    /** For each state the fronts of its searches; none if its derivative is known completely. */
    List<List<ParetoFront>> fronts() {
        EvolutionSettings functions = settings.withFunctions();
        List<Callable<ParetoFront>> tasks = new ArrayList<>();
        for (int s = 0; s < known.states().size(); s++) {
            int state = s;
            if (!known.complete(s)) {
                tasks.add(() -> front(state, settings.regress(), "arithmetic"));
            }
            if (!known.complete(s) && functions != null) {
                tasks.add(() -> front(state, functions, "functions"));
            }
        }
        Iterator<ParetoFront> found = workers.all(tasks).iterator();
        List<List<ParetoFront>> fronts = new ArrayList<>();
        for (int s = 0; s < known.states().size(); s++) {
            int searches = known.complete(s) ? 0 : functions == null ? 1 : 2;
            fronts.add(Stream.generate(found::next).limit(searches).toList());
        }
        return fronts;
    }

    private ParetoFront front(int state, EvolutionSettings search, String purpose) {
        String name = known.states().get(state);
        double[] target = teacher.slopes(state);
        Evaluator given = known.terms().get(state).evaluator(known.states());
        Arrays.setAll(target, i -> target[i] - given.at(teacher.points()[i]));
        Dataset data = Dataset.of(known.states(), teacher.columns(), target, teacher.weights(state));
        Journal part = journal.scoped("state-" + state).scoped(purpose);
        return Search.of(search.withSeed(Streams.of(seed).stream(purpose, state).nextLong()))
                .listener(p -> part.progress(
                        "regress " + name, p.round(), search.stop().rounds(), ""))
                .run(data, workers, part)
                .front();
    }

    /** The fronts of each state in one. */
    List<ParetoFront> together(List<List<ParetoFront>> fronts) {
        List<ParetoFront> all = new ArrayList<>();
        for (int s = 0; s < fronts.size(); s++) {
            List<ParetoFront> own = fronts.get(s);
            all.add(
                    own.isEmpty()
                            ? null
                            : ParetoFront.of(
                                    own.stream()
                                            .flatMap(f -> f.points().stream())
                                            .toList(),
                                    own.get(0).floor()));
        }
        return all;
    }

    /**
     * For each state the expressions to try for what is not known of it.
     *
     * @param polynomials for each state more expressions for its whole derivative
     */
    List<List<Expression>> menus(List<List<ParetoFront>> fronts, List<List<Expression>> polynomials) {
        List<List<Expression>> menus = new ArrayList<>();
        for (int s = 0; s < fronts.size(); s++) {
            List<Expression> menu = new ArrayList<>();
            for (ParetoFront front : fronts.get(s)) {
                menu.addAll(Menu.of(front, settings.choice().perState()));
            }
            for (Expression polynomial : polynomials.get(s)) {
                menu.add(Simplifier.simplify(polynomial.minus(known.terms().get(s))));
            }
            menus.add(known.complete(s) ? List.of(Known.NOTHING) : Menu.distinct(menu));
        }
        return menus;
    }
}
