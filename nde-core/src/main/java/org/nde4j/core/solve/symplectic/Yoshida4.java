package org.nde4j.core.solve.symplectic;

/**
 * Three Verlet steps, the middle one backwards: order 4, symmetric, three forces a step. Also known by Forest and Ruth
 * (1990).
 *
 * <p>H. Yoshida, <em>Construction of higher order symplectic integrators</em>, Phys. Lett. A 150 (1990),
 * doi:10.1016/0375-9601(90)90092-3.
 */
public final class Yoshida4 extends SymplecticMethod {
    /* The outer steps are 1 / (2 - 2^(1/3)) long. */
    private static final double[][] WEIGHTS = verlet(1.3512071919596578, -1.7024143839193153, 1.3512071919596578);

    /** The method. */
    public Yoshida4() {
        super(4, WEIGHTS[0], WEIGHTS[1]);
    }
}
