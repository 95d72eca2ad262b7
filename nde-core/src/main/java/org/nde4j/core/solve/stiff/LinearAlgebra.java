package org.nde4j.core.solve.stiff;

import org.nde4j.core.kernel.BandedFactorization;
import org.nde4j.core.kernel.DenseFactorization;
import org.nde4j.core.kernel.Factorization;
import org.nde4j.core.kernel.Pattern;
import org.nde4j.core.kernel.SparseFactorization;

/**
 * How the linear systems of a stiff method are solved. Dense always works; the others are faster on large fields with
 * sparse Jacobians.
 */
public sealed interface LinearAlgebra permits LinearAlgebra.Kind {
    /**
     * Whichever of the following takes the least time, judged by the pattern of the Jacobian: up to 12 states dense;
     * beyond, the one with the fewest operations in factoring once and solving a few times, where those of a sparse
     * factorization count fivefold, since they walk over indices and do not pivot by size.
     */
    static LinearAlgebra automatic() {
        return Kind.AUTOMATIC;
    }

    /** All entries, with row interchanges. */
    static LinearAlgebra dense() {
        return Kind.DENSE;
    }

    /** The narrowest band that holds the Jacobian and the mass matrix, with row interchanges. */
    static LinearAlgebra banded() {
        return Kind.BANDED;
    }

    /** The entries that may be other than zero, in an order of elimination found beforehand: see {@link SparseFactorization}. */
    static LinearAlgebra sparse() {
        return Kind.SPARSE;
    }

    /** The kinds that write the matrix out and factor it. */
    enum Kind implements LinearAlgebra {
        /** Chosen by the pattern. */
        AUTOMATIC {
            @Override
            Factorization factorization(Pattern pattern) {
                return cheapest(pattern);
            }
        },
        /** All entries. */
        DENSE {
            @Override
            Factorization factorization(Pattern pattern) {
                return new DenseFactorization(pattern.height());
            }
        },
        /** A band. */
        BANDED {
            @Override
            Factorization factorization(Pattern pattern) {
                return new BandedFactorization(pattern.height(), pattern.lower(), pattern.upper());
            }
        },
        /** Just the entries. */
        SPARSE {
            @Override
            Factorization factorization(Pattern pattern) {
                return new SparseFactorization(pattern);
            }
        };

        private static final int SMALL = 12;
        private static final double INDIRECT = 5;

        /** How a matrix whose entries are in a pattern is factored. */
        abstract Factorization factorization(Pattern pattern);

        private static Factorization cheapest(Pattern pattern) {
            Factorization dense = DENSE.factorization(pattern);
            if (dense.size() <= SMALL || pattern.isDense()) {
                return dense;
            }
            Factorization banded = BANDED.factorization(pattern);
            Factorization direct = cost(banded) < cost(dense) ? banded : dense;
            boolean tight = 5 * banded.pattern().entries() <= 5 * pattern.entries() + banded.size();
            if (tight) {
                return direct;
            }
            Factorization sparse = SPARSE.factorization(pattern);
            return INDIRECT * cost(sparse) < cost(direct) ? sparse : direct;
        }

        /* A step solves a few times with one factorization. */
        private static double cost(Factorization kind) {
            return kind.factorFlops() + 3 * kind.solveFlops();
        }
    }
}
