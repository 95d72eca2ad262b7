package org.nde4j.core.solve.symplectic;

/**
 * Ruth's method of order 3, three forces a step.
 *
 * <p>R. D. Ruth, <em>A canonical integration technique</em>, IEEE Trans. Nucl. Sci. 30 (1983),
 * doi:10.1109/TNS.1983.4332919.
 */
public final class Ruth3 extends SymplecticMethod {
    /** The method. */
    public Ruth3() {
        super(3, new double[] {7.0 / 24, 3.0 / 4, -1.0 / 24}, new double[] {2.0 / 3, -2.0 / 3, 1});
    }
}
