package org.nde4j.symbolic.evolve;

import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.nde4j.core.kernel.Elementary;

/**
 * A tournament among members drawn without replacement in which rank k, counted from 0, wins with probability p (1 -
 * p)^k; the last takes what remains. Costs are multiplied by exp(scaling times share of members of that size), so that
 * crowded sizes lose.
 */
public final class RankTournament implements Selector<ExpressionGene, Score> {
    private final int size;
    private final double probability;
    private final double[] factors;

    /**
     * A tournament.
     *
     * @param size how many take part; at most all do
     * @param probability the best wins with it, in (0, 1]
     * @param scaling how much crowded sizes lose, zero for not at all
     * @param shares the share of members of each size, by size
     */
    public RankTournament(int size, double probability, double scaling, double[] shares) {
        this.size = size;
        this.probability = probability;
        this.factors = Arrays.stream(shares)
                .map(share -> Elementary.exp(scaling * share))
                .toArray();
    }

    @Override
    public ISeq<Phenotype<ExpressionGene, Score>> select(
            Seq<Phenotype<ExpressionGene, Score>> population, int count, Optimize optimize) {
        if (optimize != Optimize.MINIMUM) {
            throw new IllegalArgumentException("Scores are costs; minimize them.");
        }
        Score[] scores = population.stream().map(Phenotype::fitness).toArray(Score[]::new);
        RandomGenerator random = RandomRegistry.random();
        return MSeq.<Phenotype<ExpressionGene, Score>>ofLength(count)
                .fill(() -> population.get(winner(scores, random)))
                .toISeq();
    }

    /** The place of the winner. */
    int winner(Score[] scores, RandomGenerator random) {
        int entrants = Math.min(size, scores.length);
        int[] drawn = new int[scores.length];
        double[] costs = new double[entrants];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = i;
        }
        for (int i = 0; i < entrants; i++) {
            int j = i + random.nextInt(drawn.length - i);
            int chosen = drawn[j];
            drawn[j] = drawn[i];
            drawn[i] = chosen;
            costs[i] = cost(scores[chosen]);
        }
        return drawn[ranked(costs, rank(entrants, random))];
    }

    private double cost(Score score) {
        return score.size() < factors.length ? score.cost() * factors[score.size()] : score.cost();
    }

    private int rank(int entrants, RandomGenerator random) {
        int rank = 0;
        while (rank < entrants - 1 && random.nextDouble() >= probability) {
            rank++;
        }
        return rank;
    }

    /** The place of the cost of that rank; earlier drawn comes first among equals. Spoils the costs. */
    private static int ranked(double[] costs, int rank) {
        int best = 0;
        for (int round = 0; round <= rank; round++) {
            best = -1;
            for (int i = 0; i < costs.length; i++) {
                if (!Double.isNaN(costs[i]) && (best < 0 || costs[i] < costs[best])) {
                    best = i;
                }
            }
            if (round < rank) {
                costs[best] = Double.NaN;
            }
        }
        return best;
    }
}
