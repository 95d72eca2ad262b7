package org.nde4j.symbolic.evolve;

import io.jenetics.Gene;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.util.RandomRegistry;
import org.nde4j.symbolic.score.Code;

/** A whole expression as a gene of Jenetics: chromosomes have one gene, genotypes one chromosome. */
public final class ExpressionGene implements Gene<Code, ExpressionGene> {
    private final Code code;
    private final Primitives primitives;

    private ExpressionGene(Code code, Primitives primitives) {
        this.code = code;
        this.primitives = primitives;
    }

    /** The gene of an expression over these primitives. */
    public static ExpressionGene of(Code code, Primitives primitives) {
        return new ExpressionGene(code, primitives);
    }

    /** The genotype of an expression over these primitives. */
    public static Genotype<ExpressionGene> genotype(Code code, Primitives primitives) {
        return Genotype.of(new ExpressionChromosome(of(code, primitives)));
    }

    /** The expression of a member. */
    public static Code code(Phenotype<ExpressionGene, ?> member) {
        return member.genotype().gene().allele();
    }

    @Override
    public Code allele() {
        return code;
    }

    /** The primitives. */
    public Primitives primitives() {
        return primitives;
    }

    @Override
    public ExpressionGene newInstance() {
        return of(primitives.seedling(RandomRegistry.random()), primitives);
    }

    @Override
    public ExpressionGene newInstance(Code value) {
        return of(value, primitives);
    }

    @Override
    public boolean isValid() {
        return primitives.admits(code);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExpressionGene gene && gene.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code.toString();
    }
}
