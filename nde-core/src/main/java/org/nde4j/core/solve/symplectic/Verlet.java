package org.nde4j.core.solve.symplectic;

/**
 * Velocity Verlet, the Stoermer-Verlet or leapfrog method: half a kick, a drift, half a kick. Order 2, symmetric, one
 * force a step.
 *
 * <p>L. Verlet, <em>Computer "experiments" on classical fluids I</em>, Phys. Rev. 159 (1967), doi:10.1103/PhysRev.159.98.
 */
public final class Verlet extends SymplecticMethod {
    /** The method. */
    public Verlet() {
        super(2, new double[] {0.5, 0.5}, new double[] {1, 0});
    }
}
