package org.nde4j.core.solve.symplectic;

/**
 * The coefficients of an explicit Runge-Kutta-Nystrom method for q'' = a(t, q): stage i is the force at time c_i and
 * position q + c_i h v + h^2 sum a_ij k_j; then q1 = q + h v + h^2 sum b_i k_i and v1 = v + h sum d_i k_i.
 *
 * @param order the order
 * @param c where in the step the stages lie; c_0 = 0
 * @param a row i: weights of the stages before stage i
 * @param b weights of the position
 * @param d weights of the velocity
 * @param positionError weights of the error of the position; empty if there is no estimate
 * @param velocityError weights of the error of the velocity
 */
public record NystromTableau(
        int order, double[] c, double[][] a, double[] b, double[] d, double[] positionError, double[] velocityError) {
    /** Checks that the lengths agree. */
    public NystromTableau {
        int s = c.length;
        boolean sound = a.length == s && b.length == s && d.length == s && positionError.length == velocityError.length;
        for (int i = 0; i < s && sound; i++) {
            sound = a[i].length == i;
        }
        if (!sound || c[0] != 0) {
            throw new IllegalArgumentException(
                    "a Nystrom tableau of " + s + " stages needs as many rows a (row i with i "
                            + "entries) and weights b and d, and c must begin with 0");
        }
    }
}
