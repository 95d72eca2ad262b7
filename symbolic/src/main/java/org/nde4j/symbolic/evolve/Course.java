package org.nde4j.symbolic.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.front.HallOfFame;
import org.nde4j.symbolic.front.ParetoFront;
import org.nde4j.symbolic.front.Point;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.ConstantFit;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.Fitted;
import org.nde4j.symbolic.simplify.Simplifier;

/** The course of one search: the benches of all islands, and what happens at the barriers between rounds. */
final class Course {
    private static final double ROUNDING = 1e-24;
    private static final double SAME = 1e-9;

    private final Search search;
    private final EvolutionSettings settings;
    private final Dataset data;
    private final Workers workers;
    private final Journal journal;
    private final double baseline;
    private final List<Island> islands;
    private final List<Code> guesses;
    private final Migration migration;
    private final Pruning pruning;

    Course(Search search, Dataset data, Workers workers, Journal journal) {
        this.search = search;
        this.settings = search.settings();
        this.data = data;
        this.workers = workers;
        this.journal = journal;
        this.baseline = bench().baseline();
        this.islands = IntStream.range(0, settings.islands().count())
                .mapToObj(i -> new Island(i, settings, data, search.loss()))
                .toList();
        this.guesses = search.guesses().stream()
                .map(guess -> Code.of(guess, data.variables()))
                .toList();
        this.migration = new Migration(settings, guesses);
        this.pruning = new Pruning(
                islands.get(0).primitives(), new ConstantFit(settings.fitting().iterations(), 0, 0.5, 1e-9));
    }

    private Evaluator bench() {
        return new Evaluator(data, search.loss());
    }

    /** The state before the first round. */
    SearchState start() {
        List<Code> first = new ArrayList<>(guesses);
        if (settings.seeds().use()) {
            first.addAll(new SparseGuesses(islands.get(0).primitives(), settings.seeds(), bench()).all());
        }
        List<Fitted> fitted = fitted(first, ConstantFit.defaults(), "guess");
        HallOfFame fame = new HallOfFame(fitted);
        prune(fame, List.of());
        List<List<Member>> members = new ArrayList<>();
        for (int i = 0; i < islands.size(); i++) {
            members.add(settlers(i, fitted));
        }
        SizeStatistics sizes = SizeStatistics.fresh(settings.limits().size()).with(codes(members));
        return settled(new SearchState(0, 0, members, fame.all(), sizes, -1, 0));
    }

    /** Seedlings, of which up to half give way to guesses: the n-th guess lands on the n-th island, round and round. */
    private List<Member> settlers(int index, List<Fitted> guessed) {
        List<Member> members = new ArrayList<>(islands.get(index).seedlings());
        int place = 0;
        for (int g = index; g < guessed.size() && place < members.size() / 2; g += islands.size()) {
            Member settler = islands.get(index).member(guessed.get(g).code(), place);
            if (settler.score().loss() < Double.POSITIVE_INFINITY) {
                members.set(place++, settler);
            }
        }
        return List.copyOf(members);
    }

    private static List<Code> codes(List<List<Member>> islands) {
        return islands.stream().flatMap(List::stream).map(Member::code).toList();
    }

    private List<Fitted> fitted(List<Code> codes, ConstantFit fit, String purpose) {
        return all(codes.size(), i -> fit.fit(codes.get(i), bench(), Streams.of(settings.seed()).stream(purpose, i)));
    }

    private <T> List<T> all(int count, java.util.function.IntFunction<T> task) {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            tasks.add(() -> task.apply(index));
        }
        return workers.all(tasks);
    }

    /** The state after one more round. */
    SearchState next(SearchState now) {
        HallOfFame fame = new HallOfFame(now.fame());
        double[] shares = now.sizes().shares();
        int round = now.round() + 1;
        List<Island.Round> rounds =
                all(islands.size(), i -> islands.get(i).round(now.islands().get(i), round, shares, fame));
        HallOfFame better = new HallOfFame(now.fame());
        rounds.forEach(done -> done.discoveries().forEach(better::offer));
        prune(better, now.fame());
        List<List<Member>> members = rounds.stream().map(Island.Round::members).toList();
        long births =
                now.births() + rounds.stream().mapToLong(Island.Round::births).sum();
        SearchState next = settled(new SearchState(
                round,
                births,
                migration.apply(members, better.front(), islands.get(0), round),
                better.all(),
                now.sizes().with(codes(members)),
                now.settled(),
                now.settledAt()));
        report(next);
        return next;
    }

    /** Offers the hall what remains of its new members when one operator is cut out. */
    private void prune(HallOfFame hall, List<Fitted> known) {
        List<Fitted> fresh =
                hall.front().stream().filter(fitted -> !known.contains(fitted)).toList();
        all(fresh.size(), i -> pruning.cuts(fresh.get(i).code(), bench())).forEach(cuts -> cuts.forEach(hall::offer));
    }

    private SearchState settled(SearchState state) {
        int smallest = state.fame().stream()
                .filter(fitted -> fitted.loss() <= settings.stop().loss() * baseline)
                .mapToInt(fitted -> fitted.code().size())
                .min()
                .orElse(-1);
        return smallest == state.settled()
                ? state
                : new SearchState(
                        state.round(),
                        state.births(),
                        state.islands(),
                        state.fame(),
                        state.sizes(),
                        smallest,
                        state.round());
    }

    private void report(SearchState state) {
        Progress progress = progress(state);
        search.listener().accept(progress);
        journal.progress(
                "search",
                state.round(),
                settings.stop().rounds(),
                state.births() + " births, loss " + (float) (progress.leastLoss() / baseline) + " of the baseline");
    }

    private Progress progress(SearchState state) {
        return new Progress(
                state.round(),
                settings.stop().rounds(),
                state.births(),
                baseline,
                new HallOfFame(state.fame()).front());
    }

    /** Whether the search has come to its end. */
    boolean finished(SearchState state) {
        EvolutionSettings.Stop stop = settings.stop();
        boolean patient = state.settled() < 0 || state.round() - state.settledAt() < stop.patience();
        return state.round() >= stop.rounds() || !patient || search.until().test(progress(state));
    }

    /** The front, with constants fitted to the end. */
    SearchResult result(SearchState state) {
        Primitives primitives = islands.get(0).primitives();
        List<Code> famous = new HallOfFame(state.fame())
                .front().stream()
                        .map(fitted -> primitives.simplified(fitted.code()))
                        .toList();
        List<Fitted> fitted = fitted(
                famous.isEmpty() ? List.of(Code.number(data.targetMean())) : famous, ConstantFit.thorough(), "result");
        List<Point> points = fitted.stream()
                .map(f -> point(f.code().expression(data.variables()), f.loss()))
                .toList();
        return new SearchResult(ParetoFront.of(points, ROUNDING * baseline), baseline, state.births(), state.round());
    }

    /** The point of an expression, simplified if that makes it no longer and no worse. */
    private Point point(Expression expression, double loss) {
        Expression simplified = Simplifier.simplify(expression);
        double same = bench().loss(Code.of(simplified, data.variables()));
        boolean better =
                simplified.complexity() <= expression.complexity() && same <= loss * (1 + SAME) + ROUNDING * baseline;
        return better ? Point.of(simplified, same) : Point.of(expression, loss);
    }
}
