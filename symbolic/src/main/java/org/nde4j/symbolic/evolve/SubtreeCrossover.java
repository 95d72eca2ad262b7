package org.nde4j.symbolic.evolve;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.random.RandomGenerator;
import org.nde4j.symbolic.score.Code;

/**
 * Exchanges random subtrees of neighbors in the population, for any engine of Jenetics. Pairs whose ten attempts all
 * break the limits stay as they are.
 */
public final class SubtreeCrossover implements Alterer<ExpressionGene, Score> {
    private static final int ATTEMPTS = 10;

    private final double probability;

    /**
     * A crossover.
     *
     * @param probability the probability that a pair is crossed, in [0, 1]
     */
    public SubtreeCrossover(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "The probability of a crossover is " + probability + "; give one between 0 and 1.");
        }
        this.probability = probability;
    }

    @Override
    public AltererResult<ExpressionGene, Score> alter(
            Seq<Phenotype<ExpressionGene, Score>> population, long generation) {
        MSeq<Phenotype<ExpressionGene, Score>> altered = MSeq.of(population);
        RandomGenerator random = RandomRegistry.random();
        int count = 0;
        for (int i = 0; i + 1 < altered.length(); i += 2) {
            Code[] children = random.nextDouble() < probability ? crossed(altered, i, random) : null;
            for (int k = 0; children != null && k < 2; k++) {
                Primitives primitives = altered.get(i + k).genotype().gene().primitives();
                altered.set(i + k, Phenotype.of(ExpressionGene.genotype(children[k], primitives), generation));
                count++;
            }
        }
        ISeq<Phenotype<ExpressionGene, Score>> result = altered.toISeq();
        return new AltererResult<>(result, count);
    }

    private static Code[] crossed(Seq<Phenotype<ExpressionGene, Score>> pairs, int i, RandomGenerator random) {
        Primitives primitives = pairs.get(i).genotype().gene().primitives();
        Code mother = ExpressionGene.code(pairs.get(i));
        Code father = ExpressionGene.code(pairs.get(i + 1));
        return Surgery.crossed(mother, father, primitives, ATTEMPTS, random);
    }
}
