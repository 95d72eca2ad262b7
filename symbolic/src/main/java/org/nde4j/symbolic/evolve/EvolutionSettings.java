package org.nde4j.symbolic.evolve;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that decides the course of a {@link Search} apart from the data. Made of numbers, texts and lists, so that
 * it can be written in a configuration file.
 *
 * @param seed the seed of all random numbers
 * @param operators the operators that may be used, by their names: {@code +}, {@code *}, {@code sin}, {@code ^} ...
 * @param limits how large and how deeply nested expressions may become
 * @param islands how many populations, how large, and how long they stay apart
 * @param selection how parents are chosen and children accepted
 * @param mutations how often each mutation is tried
 * @param fitting how constants are fitted along the way
 * @param migration how often members move between the islands
 * @param seeds the expressions that sparse regression puts in at the start
 * @param stop when the search ends
 */
public record EvolutionSettings(
        long seed,
        List<String> operators,
        Limits limits,
        Islands islands,
        Selection selection,
        MutationWeights mutations,
        Fitting fitting,
        Migration migration,
        Seeds seeds,
        Stop stop) {

    public EvolutionSettings {
        operators = List.copyOf(operators);
        Primitives.check(operators);
    }

    /** Arithmetic, expressions of up to 30 nodes, 12 islands of 27, 40 rounds; about 370,000 births. */
    public static EvolutionSettings defaults() {
        return new EvolutionSettings(
                0,
                List.of("+", "-", "*", "/"),
                new Limits(30, 30, List.of()),
                new Islands(12, 27, 380, 600),
                new Selection(15, 0.982, 0.0259, 0, 20, false, 3.17),
                MutationWeights.defaults(),
                new Fitting(0.14, 8, 2),
                new Migration(0.00036, 0.0614, 0.001, 12),
                new Seeds(true, 3, 6),
                new Stop(40, 1e-20, 15));
    }

    /** The same with another seed. */
    public EvolutionSettings withSeed(long other) {
        return new EvolutionSettings(
                other, operators, limits, islands, selection, mutations, fitting, migration, seeds, stop);
    }

    /** The same with other operators. */
    public EvolutionSettings withOperators(List<String> other) {
        return new EvolutionSettings(
                seed, other, limits, islands, selection, mutations, fitting, migration, seeds, stop);
    }

    /** The same with other limits. */
    public EvolutionSettings withLimits(Limits other) {
        return new EvolutionSettings(
                seed, operators, other, islands, selection, mutations, fitting, migration, seeds, stop);
    }

    /** The same with other islands. */
    public EvolutionSettings withIslands(Islands other) {
        return new EvolutionSettings(
                seed, operators, limits, other, selection, mutations, fitting, migration, seeds, stop);
    }

    /** The same with another selection. */
    public EvolutionSettings withSelection(Selection other) {
        return new EvolutionSettings(
                seed, operators, limits, islands, other, mutations, fitting, migration, seeds, stop);
    }

    /** The same with other mutations. */
    public EvolutionSettings withMutations(MutationWeights other) {
        return new EvolutionSettings(
                seed, operators, limits, islands, selection, other, fitting, migration, seeds, stop);
    }

    /** The same with another way of fitting. */
    public EvolutionSettings withFitting(Fitting other) {
        return new EvolutionSettings(
                seed, operators, limits, islands, selection, mutations, other, migration, seeds, stop);
    }

    /** The same with another migration. */
    public EvolutionSettings withMigration(Migration other) {
        return new EvolutionSettings(
                seed, operators, limits, islands, selection, mutations, fitting, other, seeds, stop);
    }

    /** The same with other seeds. */
    public EvolutionSettings withSeeds(Seeds other) {
        return new EvolutionSettings(
                seed, operators, limits, islands, selection, mutations, fitting, migration, other, stop);
    }

    /** The same with another end. */
    public EvolutionSettings withStop(Stop other) {
        return new EvolutionSettings(
                seed, operators, limits, islands, selection, mutations, fitting, migration, seeds, other);
    }

    /**
     * How large expressions may become.
     *
     * @param size the most nodes, at least 1
     * @param depth the most levels, at least 1
     * @param nesting rules like {@code "sin in exp: 0"}: at most so many {@code sin} on a path below an {@code exp}
     */
    public record Limits(int size, int depth, List<String> nesting) {
        public Limits {
            require(size >= 1 && depth >= 1, "limits of size " + size + " and depth " + depth, "at least 1");
            nesting = List.copyOf(nesting);
            nesting.forEach(Nesting::parse);
        }

        /** No trigonometric, exponential or power function inside another one. */
        public static List<String> plainNesting(List<String> operators) {
            List<String> functions = operators.stream()
                    .filter(List.of("sin", "cos", "tan", "exp", "log", "sqrt", "tanh", "^")::contains)
                    .toList();
            List<String> rules = new ArrayList<>();
            for (String outer : functions) {
                functions.forEach(inner -> rules.add(inner + " in " + outer + ": 0"));
            }
            return rules;
        }
    }

    /**
     * The populations.
     *
     * @param count how many islands, positive; more than there are threads, so that none waits
     * @param members how many members each has, at least 3
     * @param cycles how many cycles a round has, positive; a cycle has members/tournament births, rounded up
     * @param batch births are scored on so many random rows, drawn anew each round, if the sample has more than twice
     *     as many; 0 to use all
     */
    public record Islands(int count, int members, int cycles, int batch) {
        public Islands {
            require(
                    count >= 1 && members >= 3 && cycles >= 1 && batch >= 0,
                    count + " islands of " + members + " members, " + cycles + " cycles and batches of " + batch,
                    "at least one island, three members and one cycle");
        }
    }

    /**
     * Parents and children.
     *
     * @param tournament how many members take part in a tournament, at least 1; at most all do
     * @param probability the best wins with it, else the next best with it, and so on; in (0, 1]
     * @param crossover the share of births that are crossovers, in [0, 1]
     * @param parsimony what a node costs in units of the baseline loss, not negative
     * @param frequencyScaling in tournaments the cost is multiplied by exp of this times the share of members of that
     *     size, so that crowded sizes lose; 0 to switch it off
     * @param annealing whether worse children are refused, the more so the later in a round
     * @param alpha the scale of the temperature, positive
     */
    public record Selection(
            int tournament,
            double probability,
            double crossover,
            double parsimony,
            double frequencyScaling,
            boolean annealing,
            double alpha) {
        public Selection {
            require(
                    tournament >= 1 && probability > 0 && probability <= 1 && crossover >= 0 && crossover <= 1,
                    "a tournament of " + tournament + " won with " + probability + " and crossover " + crossover,
                    "at least one member and probabilities between 0 and 1");
            require(
                    parsimony >= 0 && frequencyScaling >= 0 && alpha > 0,
                    "parsimony " + parsimony + ", frequency scaling " + frequencyScaling + " and alpha " + alpha,
                    "nothing negative and a positive alpha");
        }
    }

    /**
     * Constants along the way.
     *
     * @param share the share of members that are fitted after each round, in [0, 1]
     * @param iterations the most steps of a fit, positive
     * @param restarts the perturbed starts of a fit, not negative
     */
    public record Fitting(double share, int iterations, int restarts) {
        public Fitting {
            require(
                    share >= 0 && share <= 1 && iterations >= 1 && restarts >= 0,
                    "fitting a share of " + share + " in " + iterations + " iterations and " + restarts + " restarts",
                    "a share between 0 and 1 and at least one iteration");
        }
    }

    /**
     * Who moves after a round; the numbers of movers follow Poisson's law.
     *
     * @param others the expected share replaced by members of other islands
     * @param fame the expected share replaced by members of the hall of fame
     * @param guesses the expected share replaced by the guesses that were given
     * @param best how many members of an island may move
     */
    public record Migration(double others, double fame, double guesses, int best) {
        public Migration {
            require(
                    others >= 0 && fame >= 0 && guesses >= 0 && best >= 1,
                    "migration of " + others + ", " + fame + ", " + guesses + " of the best " + best,
                    "nothing negative and at least one who may move");
        }
    }

    /**
     * What sparse regression puts in at the start.
     *
     * @param use whether it does
     * @param degree the degree of the monomials, 1 to 4
     * @param terms the most terms of a sum, positive
     */
    public record Seeds(boolean use, int degree, int terms) {
        public Seeds {
            require(
                    degree >= 1 && degree <= 4 && terms >= 1,
                    "seeds of degree " + degree + " with " + terms + " terms",
                    "a degree of 1 to 4 and at least one term");
        }
    }

    /**
     * The end.
     *
     * @param rounds the most rounds, not negative
     * @param loss the search ends when the smallest loss, in units of the baseline (the loss of the best constant), is
     *     not above this ...; not negative
     * @param patience ... and for so many rounds no smaller expression has come as far; not negative
     */
    public record Stop(int rounds, double loss, int patience) {
        public Stop {
            require(
                    rounds >= 0 && loss >= 0 && patience >= 0,
                    "a stop after " + rounds + " rounds or at the loss " + loss + " with patience " + patience,
                    "nothing negative");
        }
    }

    private static void require(boolean holds, String what, String advice) {
        if (!holds) {
            throw new IllegalArgumentException("There cannot be " + what + "; give " + advice + ".");
        }
    }
}
