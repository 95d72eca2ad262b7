package org.nde4j.symbolic.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nde4j.core.model.NeuralOde;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.front.ParetoFront;

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

    private static final double FINER = 0.5; // equations are solved with shorter steps than networks are trained with
    private static final int LEAST_TIMES = 3;
    private static final int MOST_TERMS = 5; // of the polynomials that are compared with what was searched

    private final DistillSettings settings;
    private final Split split;
    private final Smooth smooth;
    private final Known known;
    private final long seed;
    private final Workers workers;
    private final Journal journal;

    private Distillation(DistillSettings settings, TimeSeries series, long seed, Workers workers, Journal journal) {
        this.settings = settings;
        this.seed = seed;
        this.workers = workers;
        this.journal = journal;
        this.known = Known.of(settings, series);
        this.split = Split.of(
                series, settings.holdout().validation(), settings.holdout().test(), seed);
        requireEnough(split.training());
        this.smooth = Smooth.of(split.training());
    }

    private static void requireEnough(TimeSeries training) {
        int longest = training.trajectories().stream()
                .mapToInt(Trajectory::length)
                .max()
                .orElse(0);
        if (longest < LEAST_TIMES) {
            throw new IllegalArgumentException("the longest trajectory has " + longest
                    + " times to learn from, which say nothing about derivatives; give at least " + LEAST_TIMES
                    + " times of a trajectory, or hold out less");
        }
    }

    /**
     * Distils. The bits of the result are the same for any number of threads, and after any interruption from which the
     * journal has resumed.
     *
     * @throws IllegalArgumentException if the settings do not fit the series, or it is too short
     */
    public static Distilled run(
            DistillSettings settings, TimeSeries series, long seed, Workers workers, Journal journal) {
        return new Distillation(settings, series, seed, workers, journal).distill();
    }

    private Distilled distill() {
        DistillSettings.Choice choice = settings.choice();
        Teacher teacher = Teacher.train(settings, smooth, known, seed, workers, journal);
        Regression regression = new Regression(settings, known, teacher, seed, workers, journal);
        List<List<ParetoFront>> fronts = regression.fronts();
        List<EquationSystem> polynomials = Sindy.systems(smooth, choice.degree());
        Split seen = split.atMost(choice.trajectories(), choice.trajectories());
        double step = step(teacher);
        Judge first = new Judge(seen, seen.fitted(), smooth.noise().atLeast(resolved()), step, choice.window());
        Selection selection = new Selection(known, choice, resolved(), workers, journal);
        Compared compared =
                journal.once("systems", Compared.CODEC, () -> selection.of(first, regression.menus(fronts, sums())));
        Judge judge = first.with(compared.noise());
        Candidate polynomial = journal.once("baseline", Candidate.CODEC, () -> selection.best(judge, polynomials));
        Judge all = new Judge(split, split.chosen(), compared.noise(), step, choice.window());
        TrajectoryFit.Fitted fitted = selection.finish(all, compared.systems().get(0), seen);
        Candidate equations = all.judge(fitted);
        Candidate baseline = all.judge(all.again(polynomial, seen, choice.iterations()));
        Distilled.Scores scores =
                scores(teacher, judge, all, compared.systems().get(0), equations, polynomial, baseline);
        return new Distilled(
                split,
                teacher.members(),
                regression.together(fronts),
                compared.systems(),
                equations,
                errors(fitted),
                baseline,
                new Distilled.Forecasts(
                        states(network(teacher, all)), states(all.forecast(equations)), states(all.forecast(baseline))),
                scores,
                new Warnings(split, fitted, compared.systems(), polynomial, scores).all());
    }

    /* For each state polynomials of few terms, by slopes and by increments. */
    private List<List<Expression>> sums() {
        Increments increments = new Increments(smooth, smooth.noise().atLeast(resolved()));
        List<List<Expression>> bySlopes = Sindy.sums(smooth, MOST_TERMS);
        return IntStream.range(0, bySlopes.size())
                .mapToObj(s -> Stream.concat(bySlopes.get(s).stream(), increments.sums(s).stream())
                        .toList())
                .toList();
    }

    /* What solver and data resolve of each state. */
    private double[] resolved() {
        return Arrays.stream(smooth.deviation()).map(d -> RESOLVED * d).toArray();
    }

    /* The longest step with which a solver follows what the networks see. */
    private double step(Teacher teacher) {
        double[] rates = teacher.members().get(0).coordinates().rate();
        return FINER
                * settings.network().shoot().resolution()
                / Arrays.stream(rates).max().orElseThrow();
    }

    private Forecast network(Teacher teacher, Judge all) {
        NeuralOde.Trained net = teacher.members().get(0);
        return new Forecast(net.field(), net.parameters().values(), all.smoothStarts(), split, smooth.deviation());
    }

    private Distilled.Scores scores(
            Teacher teacher,
            Judge judge,
            Judge all,
            Candidate chosen,
            Candidate equations,
            Candidate polynomial,
            Candidate baseline) {
        Forecast ours = all.forecast(equations);
        return new Distilled.Scores(
                ours.r2("train", "validation"),
                judge.forecast(chosen).r2("validation"),
                ours.r2("test"),
                network(teacher, all).r2("test"),
                judge.forecast(polynomial).r2("validation"),
                all.forecast(baseline).r2("test"),
                teacher.agreement(equations.system()));
    }

    private static double[] errors(TrajectoryFit.Fitted fitted) {
        double[] errors = new double[fitted.system().constants().length];
        int[] free = fitted.system().free();
        double[] freeErrors = Covariance.of(fitted).errors();
        for (int i = 0; i < free.length; i++) {
            errors[free[i]] = freeErrors[i];
        }
        return errors;
    }

    private double[][][] states(Forecast forecast) {
        return IntStream.range(0, split.series().trajectories().size())
                .mapToObj(forecast::states)
                .toArray(double[][][]::new);
    }
}
