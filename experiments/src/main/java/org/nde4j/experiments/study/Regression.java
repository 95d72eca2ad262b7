package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.evolve.Search;
import org.nde4j.symbolic.evolve.SearchResult;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.front.ParetoFront;
import org.nde4j.symbolic.front.Point;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.ConstantFit;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.Fitted;
import org.nde4j.symbolic.score.Loss;

/**
 * A formula for the target: searched for on the training rows, chosen by the validation rows, its constants fitted to
 * both.
 *
 * @param sample all rows
 * @param parts to what each row belongs
 * @param front the expressions of growing complexity, constants fitted to training and validation rows
 * @param chosen the place of the one that is taken
 */
record Regression(Sample sample, Sample.Part[] parts, ParetoFront front, int chosen) {

    /** Searches, chooses, and fits again. */
    static Regression run(RegressSettings settings, Sample sample, StudyContext context) {
        Sample.Part[] parts = sample.split(settings.holdout(), context.seed());
        long seed = Streams.of(context.seed()).stream(
                        "regress", settings.search().seed())
                .nextLong();
        Dataset training = data(sample, parts, part -> part == Sample.Part.TRAIN);
        SearchResult found =
                Search.of(settings.search().withSeed(seed)).run(training, context.workers(), context.journal());
        Point taken = taken(settings, sample, parts, found.front());
        Dataset known = data(sample, parts, part -> part != Sample.Part.TEST);
        List<Point> points = fitted(found.front(), known, seed, context);
        Point end = points.get(found.front().points().indexOf(taken));
        ParetoFront front = ParetoFront.of(points, found.front().floor());
        return new Regression(sample, parts, front, place(front, end));
    }

    /** The expression that is taken. */
    Expression expression() {
        return front.points().get(chosen).expression();
    }

    /** The values of the expression in all rows of the sample. */
    double[] predicted() {
        double[] values = new double[sample.rows().length];
        new Evaluator(sample.data(), Loss.squared())
                .values(Code.of(expression(), sample.data().variables()), values);
        return values;
    }

    /** The share of the variance that the expression explains in the rows of a part; NaN if there are none. */
    double r2(Sample.Part part) {
        double[] predicted = predicted();
        int[] rows =
                IntStream.range(0, parts.length).filter(i -> parts[i] == part).toArray();
        double mean = Arrays.stream(rows).mapToDouble(sample.data()::target).sum() / rows.length;
        double error = 0;
        double total = 0;
        for (int row : rows) {
            double e = sample.data().target(row) - predicted[row];
            double d = sample.data().target(row) - mean;
            error = Math.fma(e, e, error);
            total = Math.fma(d, d, total);
        }
        return total > 0 ? 1 - error / total : Double.NaN;
    }

    private static Dataset data(Sample sample, Sample.Part[] parts, Predicate<Sample.Part> which) {
        return sample.data()
                .rows(IntStream.range(0, parts.length)
                        .filter(i -> which.test(parts[i]))
                        .toArray());
    }

    /** What the rule takes by the losses on the validation rows; by those of the search, if there are none. */
    private static Point taken(RegressSettings settings, Sample sample, Sample.Part[] parts, ParetoFront found) {
        if (settings.holdout().validation() == 0) {
            return found.choose(settings.choice());
        }
        Dataset validation = data(sample, parts, part -> part == Sample.Part.VALIDATION);
        Evaluator bench = new Evaluator(validation, Loss.squared());
        List<Point> judged = found.points().stream()
                .map(p -> new Point(
                        p.expression(), p.complexity(), bench.loss(Code.of(p.expression(), validation.variables()))))
                .toList();
        Expression taken =
                ParetoFront.of(judged, found.floor()).choose(settings.choice()).expression();
        return found.points().stream()
                .filter(p -> p.expression().equals(taken))
                .findFirst()
                .orElseThrow();
    }

    private static List<Point> fitted(ParetoFront found, Dataset known, long seed, StudyContext context) {
        List<Callable<Point>> tasks = new ArrayList<>();
        for (int i = 0; i < found.points().size(); i++) {
            int place = i;
            tasks.add(() -> {
                Evaluator bench = new Evaluator(known, Loss.squared());
                Code code = Code.of(found.points().get(place).expression(), known.variables());
                Fitted best = ConstantFit.thorough().fit(code, bench, Streams.of(seed).stream("refit", place));
                return new ShortConstants(bench, found.floor()).of(best.code().expression(known.variables()));
            });
        }
        return context.workers().all(tasks);
    }

    /** The place of a point, or of the simpler one that is as good. */
    private static int place(ParetoFront front, Point point) {
        int place = 0;
        for (int i = 0; i < front.points().size(); i++) {
            place = front.points().get(i).complexity() <= point.complexity() ? i : place;
        }
        return place;
    }
}
