package org.nde4j.symbolic.evolve;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.score.Loss;

/**
 * Symbolic regression by age-regularized evolution on islands, after M. Cranmer's SymbolicRegression.jl (2023,
 * doi:10.48550/arXiv.2305.01582), with three changes: first guesses come from sparse regression, constants are fitted by
 * damped Gauss-Newton steps with exact derivatives, and the bits of the result depend on the seed and the data alone,
 * not on threads or interruptions.
 *
 * @param settings what decides the course
 * @param loss what a residual costs
 * @param guesses expressions to start from; they are offered again and again, so that they cannot die out
 * @param until ends the search after a round; must depend on its argument alone
 * @param listener is told after each round
 */
public record Search(
        EvolutionSettings settings,
        Loss loss,
        List<Expression> guesses,
        Predicate<Progress> until,
        Consumer<Progress> listener) {

    public Search {
        guesses = List.copyOf(guesses);
    }

    /** Arithmetic, the squared loss, no guesses. */
    public static Search defaults() {
        return of(EvolutionSettings.defaults());
    }

    /** A search with these settings, the squared loss, no guesses. */
    public static Search of(EvolutionSettings settings) {
        return new Search(settings, Loss.squared(), List.of(), progress -> false, progress -> {});
    }

    /** The same with other settings. */
    public Search settings(EvolutionSettings other) {
        return new Search(other, loss, guesses, until, listener);
    }

    /** The same with these operators, for instance {@code "+", "*", "sin"}. */
    public Search operators(String... operators) {
        return settings(settings.withOperators(List.of(operators)));
    }

    /** The same with another seed. */
    public Search seed(long seed) {
        return settings(settings.withSeed(seed));
    }

    /** The same with another loss. */
    public Search loss(Loss other) {
        return new Search(settings, other, guesses, until, listener);
    }

    /** The same with other guesses. */
    public Search guesses(List<? extends Expression> other) {
        return new Search(settings, loss, List.copyOf(other), until, listener);
    }

    /** The same with another end. */
    public Search until(Predicate<Progress> end) {
        return new Search(settings, loss, guesses, end, listener);
    }

    /** The same with another listener. */
    public Search listener(Consumer<Progress> other) {
        return new Search(settings, loss, guesses, until, other);
    }

    /**
     * Searches. The bits of the result are the same for any number of threads, and after any interruption from which the
     * journal has resumed.
     *
     * @param journal keeps the state between rounds under the name {@code search}
     * @throws IllegalArgumentException if a guess has a variable that the sample lacks
     */
    public SearchResult run(Dataset data, Workers workers, Journal journal) {
        Course course = new Course(this, data, workers, journal);
        SearchState end = journal.loop("search", SearchState.CODEC, course.start(), course::finished, course::next);
        return course.result(end);
    }
}
