package org.nde4j.core.solve.stiff;

/**
 * Systems are solved by GMRES, with products of the Jacobian and vectors in place of the Jacobian.
 *
 * @param restart the largest dimension of the Krylov space
 * @param iterations the most products, over all restarts
 * @param tolerance the residual that is small enough, relative to the right-hand side
 */
public record Krylov(int restart, int iterations, double tolerance) implements LinearAlgebra {
    /** Checks the numbers. */
    public Krylov {
        if (restart < 1 || iterations < 1 || !(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("Krylov spaces of dimension " + restart + ", " + iterations
                    + " iterations, tolerance " + tolerance + "; give whole numbers from 1 and a tolerance between 0"
                    + " and 1");
        }
    }
}
