package org.nde4j.core.solve.explicit;

/**
 * Euler's method: order 1, one evaluation a step, no error estimate.
 *
 * <p>L. Euler, <em>Institutiones calculi integralis</em>, 1768.
 */
public final class Euler extends ExplicitRungeKutta {
    private static final Tableau TABLEAU = new Tableau(1, new double[][] {{}}, new double[] {1});

    /** The method. */
    public Euler() {
        super(TABLEAU);
    }
}
