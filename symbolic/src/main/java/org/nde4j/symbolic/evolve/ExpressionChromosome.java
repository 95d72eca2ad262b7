package org.nde4j.symbolic.evolve;

import io.jenetics.AbstractChromosome;
import io.jenetics.Chromosome;
import io.jenetics.util.ISeq;

/** A chromosome of one {@link ExpressionGene}. */
public final class ExpressionChromosome extends AbstractChromosome<ExpressionGene> {
    private static final long serialVersionUID = 1;

    /** The chromosome of that gene. */
    public ExpressionChromosome(ExpressionGene gene) {
        super(ISeq.of(gene));
    }

    @Override
    public Chromosome<ExpressionGene> newInstance(ISeq<ExpressionGene> genes) {
        if (genes.length() != 1) {
            throw new IllegalArgumentException("A chromosome has one expression, not " + genes.length() + ".");
        }
        return new ExpressionChromosome(genes.get(0));
    }

    @Override
    public Chromosome<ExpressionGene> newInstance() {
        return new ExpressionChromosome(gene().newInstance());
    }
}
