package org.nde4j.symbolic.front;

/** Rules that take one expression from a {@link ParetoFront}. */
public enum Choice {
    /**
     * The highest score among those whose loss is at most 1.5 times the smallest: PySR's default (M. Cranmer, 2023,
     * doi:10.48550/arXiv.2305.01582).
     */
    BEST,
    /** The smallest loss. */
    ACCURACY,
    /** The highest score: the steepest fall of the logarithm of the loss for a unit of complexity. */
    SCORE,
    /** The least log2(loss) + complexity: each further node has to halve the loss. */
    HALVING
}
