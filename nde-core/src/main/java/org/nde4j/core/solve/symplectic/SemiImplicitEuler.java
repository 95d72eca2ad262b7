package org.nde4j.core.solve.symplectic;

/** The symplectic Euler method: a kick, then a drift with the new momenta. Order 1, one force a step. */
public final class SemiImplicitEuler extends SymplecticMethod {
    /** The method. */
    public SemiImplicitEuler() {
        super(1, new double[] {1}, new double[] {1});
    }
}
