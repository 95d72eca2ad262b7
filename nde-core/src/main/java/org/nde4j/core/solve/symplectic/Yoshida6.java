package org.nde4j.core.solve.symplectic;

/**
 * Seven Verlet steps, some of them backwards: order 6, symmetric, seven forces a step. Yoshida's solution A.
 *
 * <p>H. Yoshida, <em>Construction of higher order symplectic integrators</em>, Phys. Lett. A 150 (1990),
 * doi:10.1016/0375-9601(90)90092-3.
 */
public final class Yoshida6 extends SymplecticMethod {
    private static final double W1 = -1.17767998417887100694641568096432;
    private static final double W2 = 0.235573213359358133684793182978535;
    private static final double W3 = 0.784513610477557263819497633866351;
    private static final double W0 = 1.315186320683911218884249728238868;
    private static final double[][] WEIGHTS = verlet(W3, W2, W1, W0, W1, W2, W3);

    /** The method. */
    public Yoshida6() {
        super(6, WEIGHTS[0], WEIGHTS[1]);
    }
}
