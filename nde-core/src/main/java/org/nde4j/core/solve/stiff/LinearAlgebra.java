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
public sealed interface LinearAlgebra permits LinearAlgebra.Kind, Krylov {
    /**
     * Whichever of the following takes the least time, judged by the pattern of the Jacobian: up to 12 states dense;
     * beyond, the one with the fewest operations in factoring once and solving three times. Those of a sparse
     * factorization count threefold: they walk over indices, which takes twice the time of the others (0.9 against 0.4
     * ns), and do not pivot by size. Choose banded or dense where that fails, as it may with a singular mass matrix.
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

    /** GMRES with spaces of dimension 30, at most 300 products, and a residual of 1e-10 of the right-hand side. */
    static LinearAlgebra krylov() {
        return krylov(30, 300, 1e-10);
    }

    /**
     * GMRES without preconditioning: no matrix is written, so it serves very large fields. Good where few products
     * suffice, that is, where h J has few clusters of large eigenvalues. Second derivatives are not available.
     *
     * @param restart the largest dimension of the Krylov space
     * @param iterations the most products with the Jacobian in a solve; a system that takes more fails, and with it the step
     * @param tolerance the residual that is small enough, relative to the right-hand side; derivatives are as exact
     */
    static LinearAlgebra krylov(int restart, int iterations, double tolerance) {
        return new Krylov(restart, iterations, tolerance);
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
        private static final double INDIRECT = 3;

        /** How a matrix whose entries are in a pattern is factored. */
        abstract Factorization factorization(Pattern pattern);

        private static Factorization cheapest(Pattern pattern) {
            Factorization dense = DENSE.factorization(pattern);
            if (dense.size() <= SMALL || pattern.isDense()) {
                return dense;
            }
            Factorization banded = BANDED.factorization(pattern);
            Factorization direct = cost(banded) < cost(dense) ? banded : dense;
            Factorization sparse = SPARSE.factorization(pattern);
            return INDIRECT * cost(sparse) < cost(direct) ? sparse : direct;
        }

        /* A step solves a few times with one factorization. */
        private static double cost(Factorization kind) {
            return kind.factorFlops() + 3 * kind.solveFlops();
        }
    }
}
