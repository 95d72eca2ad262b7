package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.nde4j.core.equation.Field;
import org.nde4j.core.model.NeuralOde;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.random.Streams;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;
import org.nde4j.core.work.Codec;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;
import org.nde4j.symbolic.evolve.Search;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.front.Choice;
import org.nde4j.symbolic.front.ParetoFront;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.simplify.Simplifier;

/**
 * From measured trajectories to equations: networks are trained, their field is regressed state by state, the
 * expressions are put together to systems, the systems are fitted through the solver and compared by forecasts of
 * held-out data, and the constants of the best are rounded where the data allow it.
 *
 * <p>P. Kidger, <em>On Neural Differential Equations</em>, 2021, section 6.1, which distils the inner network and
 * chooses each equation alone by its pointwise loss; here the whole field is distilled and the system is chosen.
 */
public final class Distillation {
    private static final double RESOLVED = 2e-4; // of a state's deviation: errors below are as good as none

    private final DistillSettings settings;
    private final Split split;
    private final Smooth smooth;
    private final long seed;
    private final Workers workers;
    private final Journal journal;
    private final List<String> states;
    private final List<Expression> known;

    private Distillation(DistillSettings settings, TimeSeries series, long seed, Workers workers, Journal journal) {
        this.settings = settings;
        this.seed = seed;
        this.workers = workers;
        this.journal = journal;
        this.states = series.stateNames();
        this.split = Split.of(series, settings.holdout().validation(), settings.holdout().test(), seed);
        this.smooth = Smooth.of(split.training());
        this.known = states.stream().map(this::knownTerm).toList();
    }

    private Expression knownTerm(String state) {
        String text = settings.known().get(state);
        return text == null ? null : Expression.parse(text, states);
    }

    /**
     * Distils. The bits of the result are the same for any number of threads, and after any interruption from which the
     * journal has resumed.
     */
    public static Distilled run(
            DistillSettings settings, TimeSeries series, long seed, Workers workers, Journal journal) {
        return new Distillation(settings, series, seed, workers, journal).distill();
    }

    private Distilled distill() {
        Teacher teacher = Teacher.train(settings, smooth, knownField(), seed, workers, journal);
        List<ParetoFront> fronts = regress(teacher);
        double[] scale = scale();
        int substeps = substeps(teacher);
        Split small = split.atMost(settings.choice().trajectories(), settings.choice().trajectories());
        Judge judge = new Judge(
                small, small.fitted(), Smooth.of(small.series()), scale, substeps, settings.choice().window());
        List<EquationSystem> baselines = baselines();
        List<Candidate> systems = journal.once(
                "systems", Codec.list(Candidate.CODEC), () -> compare(judge, fronts, baselines));
        Candidate chosen = systems.get(0);
        Candidate baseline = journal.once(
                "baseline", Candidate.CODEC, () -> best(evaluate(judge, baselines)));
        Judge all = new Judge(
                split, split.chosen(), Smooth.of(split.series()), scale, substeps, settings.choice().window());
        TrajectoryFit.Fitted fitted = finish(all, chosen, small);
        Candidate equations = all.judge(fitted);
        Candidate ready = all.judge(all.again(baseline, small, settings.choice().iterations()));
        return conclude(teacher, fronts, systems, judge, all, fitted, equations, baseline, ready);
    }

    private Field knownField() {
        if (known.stream().allMatch(e -> e == null)) {
            return null;
        }
        List<Expression> terms =
                known.stream().map(e -> e == null ? Expression.constant(0) : e).toList();
        EquationSystem system = EquationSystem.of(states, terms);
        double[] constants = system.constants();
        return Field.of(states.size(), List.of(), (t, time, y, p) -> {
            var values = Arrays.stream(constants)
                    .mapToObj(c -> t.fill(c, org.nde4j.core.array.Shape.of(1)))
                    .toArray(org.nde4j.core.program.Value[]::new);
            return system.field().write(t, time, y, values.length == 0 ? List.of() : List.of(t.concat(0, values)));
        });
    }

    /* The standard deviation of the error of each state: the noise, and what solver and data resolve. */
    private double[] scale() {
        double[] noise = smooth.noise();
        double[] unit = smooth.deviation();
        return IntStream.range(0, noise.length)
                .mapToDouble(s -> Math.hypot(noise[s], RESOLVED * unit[s]))
                .toArray();
    }

    private int substeps(Teacher teacher) {
        NeuralOde.Trained first = teacher.members().get(0);
        return NeuralOde.substeps(split.series(), first.coordinates(), settings.network().shoot().resolution());
    }

    private List<ParetoFront> regress(Teacher teacher) {
        List<Callable<ParetoFront>> tasks = new ArrayList<>();
        for (int s = 0; s < states.size(); s++) {
            int state = s;
            if (settings.complete().contains(states.get(s))) {
                tasks.add(() -> null);
                continue;
            }
            tasks.add(() -> regress(teacher, state));
        }
        return workers.all(tasks);
    }

    private ParetoFront regress(Teacher teacher, int state) {
        double[][] columns = new double[states.size()][teacher.points().length];
        double[] target = new double[teacher.points().length];
        double[] base = knownSlopes(teacher.points(), state);
        for (int i = 0; i < target.length; i++) {
            for (int s = 0; s < columns.length; s++) {
                columns[s][i] = teacher.points()[i][s];
            }
            target[i] = teacher.slopes()[i][state] - base[i];
        }
        Dataset data = Dataset.of(states, columns, target, teacher.weights(state));
        long own = Streams.of(seed).stream("regress", state).nextLong();
        Journal part = journal.scoped("state-" + state);
        return Search.of(settings.regress().withSeed(own))
                .listener(p -> part.progress("regress " + states.get(state), p.round(), settings.regress().stop().rounds(), ""))
                .run(data, workers, part)
                .front();
    }

    private double[] knownSlopes(double[][] points, int state) {
        double[] slopes = new double[points.length];
        if (known.get(state) != null) {
            var evaluator = known.get(state).evaluator(states);
            Arrays.setAll(slopes, i -> evaluator.at(points[i]));
        }
        return slopes;
    }

    /* The derivative of a state out of what is known of it and what was found; the constants of the former stay. */
    private Expression derivative(int state, Expression found) {
        Expression term = known.get(state);
        return term == null ? found : found == null ? term : term.plus(found);
    }

    private List<List<Expression>> menus(List<ParetoFront> fronts, List<EquationSystem> baselines) {
        List<List<Expression>> menus = new ArrayList<>();
        for (int s = 0; s < states.size(); s++) {
            List<Expression> menu = new ArrayList<>();
            if (fronts.get(s) == null) {
                menu.add(derivative(s, null));
            } else {
                for (Expression e : Menu.of(fronts.get(s), settings.choice().perState())) {
                    menu.add(derivative(s, e));
                }
                for (EquationSystem baseline : baselines) {
                    menu.add(baseline.derivatives().get(s));
                }
            }
            menus.add(distinct(menu));
        }
        return menus;
    }

    private static List<Expression> distinct(List<Expression> all) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .map(Simplifier::simplify)
                .filter(e -> seen.add(form(e)))
                .toList();
    }

    /* The form of an expression without the values of its constants. */
    private static String form(Expression e) {
        double[] ones = e.constants();
        Arrays.fill(ones, 0.5);
        return e.withConstants(ones).text();
    }

    private List<Candidate> compare(Judge judge, List<ParetoFront> fronts, List<EquationSystem> baselines) {
        List<List<Expression>> menus = menus(fronts, baselines);
        List<Candidate> compared = new Contest(judge, states, menus, settings, workers, journal).run();
        List<Callable<Candidate>> finals = new ArrayList<>();
        for (Candidate candidate : compared.subList(0, Math.min(settings.choice().finalists(), compared.size()))) {
            finals.add(() -> finalist(judge, candidate));
        }
        List<Candidate> all = new ArrayList<>(workers.all(finals));
        all.addAll(compared);
        all.sort(Comparator.comparingDouble(Candidate::criterion));
        return all.subList(0, Math.min(30, all.size()));
    }

    private Candidate finalist(Judge judge, Candidate candidate) {
        if (!Double.isFinite(candidate.criterion())) {
            return candidate;
        }
        TrajectoryFit.Fitted fitted = judge.refine(candidate, 4 * settings.choice().iterations());
        return judge.judge(rounded(judge, fitted));
    }

    /* Rounds, and rounds again what simplification makes of it. */
    private TrajectoryFit.Fitted rounded(Judge judge, TrajectoryFit.Fitted fitted) {
        TrajectoryFit.Fitted now = fitted;
        for (int i = 0; i < 3; i++) {
            TrajectoryFit.Fitted once = new Rounding(judge).round(now);
            EquationSystem simple = once.system().simplified();
            boolean same = simple.derivatives().equals(once.system().derivatives());
            now = same ? once : judge.refine(simple, once.starts(), settings.choice().iterations());
            if (same) {
                break;
            }
        }
        return now;
    }

    private TrajectoryFit.Fitted finish(Judge all, Candidate chosen, Split small) {
        TrajectoryFit.Fitted fitted = all.again(chosen, small, 4 * settings.choice().iterations());
        return Double.isFinite(fitted.squares()) ? rounded(all, fitted) : fitted;
    }

    private List<EquationSystem> baselines() {
        List<double[]> rows = new ArrayList<>();
        List<double[]> slopes = new ArrayList<>();
        List<Trajectory> all = smooth.series().trajectories();
        for (int k = 0; k < all.size(); k++) {
            for (double time : all.get(k).times()) {
                rows.add(smooth.states(k, time));
                slopes.add(smooth.slopes(k, time));
            }
        }
        Sindy sindy = new Sindy(states, rows.toArray(double[][]::new), settings.choice().degree());
        List<EquationSystem> systems = new ArrayList<>();
        for (double threshold : new double[] {0.02, 0.05, 0.1, 0.2, 0.4}) {
            List<Expression> derivatives = new ArrayList<>();
            for (int s = 0; s < states.size(); s++) {
                int state = s;
                double[] slope = slopes.stream().mapToDouble(v -> v[state]).toArray();
                derivatives.add(sindy.fit(slope, threshold));
            }
            systems.add(EquationSystem.of(states, derivatives));
        }
        return systems;
    }

    private List<Candidate> evaluate(Judge judge, List<EquationSystem> systems) {
        List<Callable<Candidate>> tasks = new ArrayList<>();
        for (EquationSystem system : systems) {
            tasks.add(() -> judge.judge(judge.fit(system, settings.choice().iterations())));
        }
        return workers.all(tasks);
    }

    private static Candidate best(List<Candidate> candidates) {
        return candidates.stream()
                .min(Comparator.comparingDouble(Candidate::criterion))
                .orElseThrow();
    }

    private Distilled conclude(
            Teacher teacher,
            List<ParetoFront> fronts,
            List<Candidate> systems,
            Judge judge,
            Judge all,
            TrajectoryFit.Fitted fitted,
            Candidate equations,
            Candidate chosenBaseline,
            Candidate baseline) {
        Forecast ours = all.forecast(equations);
        Forecast theirs = all.forecast(baseline);
        NeuralOde.Trained net = teacher.members().get(0);
        Forecast network = new Forecast(
                net.field(), net.parameters().values(), all.smoothStarts(), split, smooth.deviation());
        Distilled.Scores scores = new Distilled.Scores(
                ours.r2("train", "validation"),
                judge.forecast(systems.get(0)).r2("validation"),
                ours.r2("test"),
                network.r2("test"),
                judge.forecast(chosenBaseline).r2("validation"),
                theirs.r2("test"),
                agreement(teacher, equations.system()));
        double[] errors = new double[equations.system().constants().length];
        int[] free = equations.system().free();
        double[] freeErrors = Rounding.standardErrors(fitted);
        for (int i = 0; i < free.length; i++) {
            errors[free[i]] = freeErrors[i];
        }
        int count = split.series().trajectories().size();
        Distilled.Forecasts forecasts =
                new Distilled.Forecasts(states(network, count), states(ours, count), states(theirs, count));
        List<String> warnings = new Warnings(split, fitted, systems, chosenBaseline, scores).all();
        return new Distilled(
                split, teacher.members(), fronts, systems, equations, errors, baseline, forecasts, scores, warnings);
    }

    private static double[][][] states(Forecast forecast, int count) {
        return IntStream.range(0, count).mapToObj(forecast::states).toArray(double[][][]::new);
    }

    /* The share of the variance of the network's field that the equations explain, least over the states. */
    private double agreement(Teacher teacher, EquationSystem system) {
        double[][] slopes = NeuralOde.slopes(system.field(), system.parameters(), teacher.points());
        double least = 1;
        for (int s = 0; s < states.size(); s++) {
            double mean = 0;
            for (double[] row : teacher.slopes()) {
                mean += row[s] / slopes.length;
            }
            double error = 0;
            double total = 0;
            for (int i = 0; i < slopes.length; i++) {
                double e = slopes[i][s] - teacher.slopes()[i][s];
                double d = teacher.slopes()[i][s] - mean;
                error += e * e;
                total += d * d;
            }
            least = Math.min(least, total > 0 ? 1 - error / total : 1);
        }
        return least;
    }
}
