package org.nde4j.symbolic.evolve;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.List;
import org.nde4j.symbolic.score.Code;

/**
 * Changes members by one {@link Mutation} each, drawn by their weights, for any engine of Jenetics. Needs no data: the
 * mutations that do, optimize and backsolve, are left out. A member whose ten attempts all break the limits stays.
 */
public final class MutationAlterer implements Alterer<ExpressionGene, Score> {
    private final MutationWeights weights;
    private final double probability;

    /**
     * An alterer.
     *
     * @param weights how often each mutation is drawn
     * @param probability the probability that a member is changed, in [0, 1]
     */
    public MutationAlterer(MutationWeights weights, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "The probability of a mutation is " + probability + "; give one between 0 and 1.");
        }
        this.weights = weights.withoutData();
        this.probability = probability;
    }

    @Override
    public AltererResult<ExpressionGene, Score> alter(
            Seq<Phenotype<ExpressionGene, Score>> population, long generation) {
        MSeq<Phenotype<ExpressionGene, Score>> altered = MSeq.of(population);
        int count = 0;
        for (int i = 0; i < altered.length(); i++) {
            if (RandomRegistry.random().nextDouble() < probability) {
                Phenotype<ExpressionGene, Score> child = mutated(altered.get(i), generation);
                count += child == altered.get(i) ? 0 : 1;
                altered.set(i, child);
            }
        }
        ISeq<Phenotype<ExpressionGene, Score>> result = altered.toISeq();
        return new AltererResult<>(result, count);
    }

    private Phenotype<ExpressionGene, Score> mutated(Phenotype<ExpressionGene, Score> parent, long generation) {
        Primitives primitives = parent.genotype().gene().primitives();
        Code code = ExpressionGene.code(parent);
        Breeding breeding = new Breeding(primitives, weights, null, null, null, 1, RandomRegistry.random(), List.of());
        Code child = breeding.attempt(breeding.draw(code), code);
        return child == null || child.equals(code)
                ? parent
                : Phenotype.of(ExpressionGene.genotype(child, primitives), generation);
    }
}
